using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.Definitions;

/// <summary>npm's manifests: package.json and package-lock.json.</summary>
internal static class Manifest
{
    /// <exception cref="InvalidDataException">The file is missing or not a JSON object.</exception>
    public static JsonObject Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject ?? throw new InvalidDataException($"{file} is not a JSON object.");
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    public static string? Text(JsonObject manifest, string name) => manifest[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static string? Text(JsonArray list, int index) => index < list.Count && list[index] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

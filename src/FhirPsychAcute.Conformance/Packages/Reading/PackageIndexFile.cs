using System.Text.Json;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>The list of a package's files that stands beside them: <c>.index.json</c>, versions 1 and 2.</summary>
internal static class PackageIndexFile
{
    /// <summary>Name of the file.</summary>
    public const string FileName = ".index.json";

    /// <summary>The resources by file name; null where there is no such list, or it is not one.</summary>
    /// <param name="folder">The folder of the list and the files.</param>
    /// <param name="written">When the list was written (UTC).</param>
    public static Dictionary<string, ResourceHead>? Read(string folder, out DateTime written)
    {
        written = default;
        try
        {
            var path = Path.Combine(folder, FileName);
            if (!File.Exists(path))
            {
                return null;
            }

            written = File.GetLastWriteTimeUtc(path);
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var heads = new Dictionary<string, ResourceHead>(StringComparer.Ordinal);
            foreach (var file in files.EnumerateArray())
            {
                if (file.ValueKind != JsonValueKind.Object || Text(file, "filename") is not { } name || Text(file, "resourceType") is not { } resourceType
                    || !heads.TryAdd(name, new ResourceHead(
                        resourceType, Text(file, "id"), Text(file, "url"), Text(file, "version"), Text(file, "kind"), Text(file, "type"), Text(file, "supplements"))))
                {
                    return null;
                }
            }

            return heads;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

using System.Buffers;
using System.Text.Json;

namespace FhirPsychAcute.Conformance.Packages.Writing;

/// <summary>The list of a folder's files in a package: <c>.index.json</c>, version 2.</summary>
internal static class PackageIndexText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static ReadOnlyMemory<byte> Make(IReadOnlyList<PackagedFile> files)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("index-version", 2);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("filename", file.Name);
                json.WriteString("resourceType", file.Source.ResourceType);
                Write(json, "id", file.Source.Id);
                Write(json, "url", file.Source.Url);
                Write(json, "version", file.Source.Version);
                Write(json, "kind", file.Source.Kind);
                Write(json, "type", file.Source.DefinedType);
                Write(json, "supplements", file.Source.Supplements);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

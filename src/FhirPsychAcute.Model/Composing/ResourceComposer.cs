using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>
/// Writes a new resource property by property, straight to UTF-8 JSON (http://hl7.org/fhir/R4/json.html). The same composer writes one resource after the other
/// without allocating. Names and values are not checked against the schema here; <see cref="ToDocument"/> does that. Not thread-safe.
/// </summary>
/// <example><c>composer.Begin("Observation").Text("status", "final").Open("code").CodingList(system, "hastegrad", "Hastegrad").Close().ToDocument(schema)</c></example>
public sealed partial class ResourceComposer : IDisposable
{
    // Danish letters stay readable; what would end a JSON string is escaped all the same.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;

    /// <summary>Starts without a resource.</summary>
    public ResourceComposer() => json = new Utf8JsonWriter(buffer, Options);

    /// <summary>Begins a resource; what was written before is forgotten.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Logical id; null for none.</param>
    /// <param name="profile">Canonical for meta.profile; null for none.</param>
    public ResourceComposer Begin(string type, string? id = null, string? profile = null)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("resourceType"u8, type);
        return Head(id, profile);
    }

    /// <summary>Begins an element by itself, as <see cref="ResourceEditor"/> takes it; what was written before is forgotten. <see cref="Finish"/> ends it.</summary>
    public ResourceComposer BeginValue()
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        return this;
    }

    /// <summary>Opens a resource as property of the current object (<c>resource</c>); <see cref="Close"/> ends it.</summary>
    public ResourceComposer OpenResource(string name, string type, string? id = null, string? profile = null)
    {
        Open(name);
        json.WriteString("resourceType"u8, type);
        return Head(id, profile);
    }

    /// <summary>A property whose JSON is a string. Left out when null.</summary>
    public ResourceComposer Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }

        return this;
    }

    /// <summary>A boolean property.</summary>
    public ResourceComposer Flag(string name, bool value)
    {
        json.WriteBoolean(name, value);
        return this;
    }

    /// <summary>A whole number.</summary>
    public ResourceComposer Number(string name, long value)
    {
        json.WriteNumber(name, value);
        return this;
    }

    /// <summary>A decimal, with the digits that it has.</summary>
    public ResourceComposer Number(string name, decimal value)
    {
        json.WriteNumber(name, value);
        return this;
    }

    /// <summary>Opens a property that is an object.</summary>
    public ResourceComposer Open(string name)
    {
        json.WriteStartObject(name);
        return this;
    }

    /// <summary>Opens an item of the current list that is an object.</summary>
    public ResourceComposer OpenItem()
    {
        json.WriteStartObject();
        return this;
    }

    /// <summary>Ends the current object.</summary>
    public ResourceComposer Close()
    {
        json.WriteEndObject();
        return this;
    }

    /// <summary>Opens a property that is a list.</summary>
    public ResourceComposer OpenList(string name)
    {
        json.WriteStartArray(name);
        return this;
    }

    /// <summary>An item of the current list that is a string.</summary>
    public ResourceComposer Item(string value)
    {
        json.WriteStringValue(value);
        return this;
    }

    /// <summary>Ends the current list.</summary>
    public ResourceComposer CloseList()
    {
        json.WriteEndArray();
        return this;
    }

    /// <summary>An element taken over as it is; left out when there is none.</summary>
    public ResourceComposer Copy(string name, Element element)
    {
        if (element.Exists && !element.RawJson.IsEmpty)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(element.RawJson.Span, skipInputValidation: true);
        }

        return this;
    }

    /// <summary>An element taken over as item of the current list.</summary>
    public ResourceComposer CopyItem(Element element)
    {
        json.WriteRawValue(element.RawJson.Span, skipInputValidation: true);
        return this;
    }

    /// <summary>A whole resource as property of the current object, as it is.</summary>
    public ResourceComposer Copy(string name, ReadOnlySpan<byte> resource)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(resource, skipInputValidation: true);
        return this;
    }

    /// <summary>Ends the resource.</summary>
    /// <returns>Its JSON; overwritten by the next <see cref="Begin"/>.</returns>
    public ReadOnlyMemory<byte> Finish()
    {
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Ends the resource and reads it, so that what is wrong with its structure is found here.</summary>
    /// <exception cref="InvalidOperationException">What was written is no resource.</exception>
    public ResourceDocument ToDocument(SchemaCatalog schema)
    {
        var parsed = ResourceDocument.Parse(Finish().ToArray(), schema);
        return parsed.IsValid ? parsed.Document : throw new InvalidOperationException($"{parsed.Issues[0].Path}: {parsed.Issues[0].Message}");
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private ResourceComposer Head(string? id, string? profile)
    {
        Text("id", id);
        if (profile is not null)
        {
            Open("meta").OpenList("profile").Item(profile).CloseList().Close();
        }

        return this;
    }
}

using System.Buffers;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary>Writes a Parameters resource parameter by parameter; those without value are left out.</summary>
internal sealed class ParametersWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;

    public ParametersWriter()
    {
        json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions);
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        json.WriteStartArray("parameter");
    }

    /// <summary>A parameter with a text: <c>valueString</c>, <c>valueCode</c>, <c>valueUri</c> ...</summary>
    public ParametersWriter Add(string name, string property, string? value)
    {
        if (value is not null)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString(property, value);
            json.WriteEndObject();
        }

        return this;
    }

    /// <summary>A boolean parameter.</summary>
    public ParametersWriter Add(string name, bool value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteBoolean("valueBoolean", value);
        json.WriteEndObject();
        return this;
    }

    /// <summary>A parameter with the value of an element, of its own type.</summary>
    public ParametersWriter Add(string name, Element value)
    {
        if (value.Exists && !value.RawJson.IsEmpty)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WritePropertyName($"value{char.ToUpperInvariant(value.Type.Name[0])}{value.Type.Name[1..]}");
            json.WriteRawValue(value.RawJson.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        return this;
    }

    /// <summary>A parameter with a Coding.</summary>
    public ParametersWriter AddCoding(string name, string? system, string? version, string code, string? display)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("valueCoding");
        Property("system", system);
        Property("version", version);
        Property("code", code);
        Property("display", display);
        json.WriteEndObject();
        json.WriteEndObject();
        return this;

        void Property(string property, string? value)
        {
            if (value is not null)
            {
                json.WriteString(property, value);
            }
        }
    }

    /// <summary>A parameter with parts, written by the action.</summary>
    public ParametersWriter AddParts(string name, Action<ParametersWriter> write)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("part");
        write(this);
        json.WriteEndArray();
        json.WriteEndObject();
        return this;
    }

    /// <summary>The resource as UTF-8 JSON; nothing can be added after it.</summary>
    public OperationAnswer Finish()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        Dispose();
        return OperationAnswer.Of(buffer.WrittenSpan.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();
}

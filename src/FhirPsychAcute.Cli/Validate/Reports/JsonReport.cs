using System.Buffers;
using System.Text;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Cli;

/// <summary>One line of JSON a resource: <c>{"file":"..","line":3,"outcome":{OperationOutcome}}</c>; line for NDJSON only.</summary>
internal sealed class JsonReport(Language language) : IReport
{
    /// <inheritdoc/>
    public void Begin(TextWriter output)
    {
    }

    /// <inheritdoc/>
    public string Render(CheckedSource source)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("file"u8, source.Source.Location.File);
            if (source.Source.Location.Line is { } line)
            {
                json.WriteNumber("line"u8, line);
            }

            json.WritePropertyName("outcome"u8);
            OperationOutcomeWriter.Write(json, [.. source.Findings.Select(finding => finding.ToOutcome())], language);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Write(TextWriter output, CheckedSource source, string piece) => output.WriteLine(piece);

    /// <inheritdoc/>
    public void End(TextWriter output, ValidateTotals totals)
    {
    }
}

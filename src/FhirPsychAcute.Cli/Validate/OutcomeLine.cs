using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>The result of one resource as one line of JSON: <c>{"file":"..","line":3,"outcome":{OperationOutcome}}</c>; line for NDJSON only.</summary>
internal static class OutcomeLine
{
    private const string LineExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private const string ColumnExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

    /// <summary>The line, without its line break.</summary>
    public static string Of(SourceLocation location, IReadOnlyList<StructureIssue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("file"u8, location.File);
            if (location.Line is { } line)
            {
                json.WriteNumber("line"u8, line);
            }

            json.WriteStartObject("outcome"u8);
            json.WriteString("resourceType"u8, "OperationOutcome"u8);
            json.WriteStartArray("issue"u8);
            if (issues.Count == 0)
            {
                // OperationOutcome.issue is 1..*.
                WriteIssue(json, "information", "informational", "No fault was found.");
                json.WriteEndObject();
            }

            foreach (var issue in issues)
            {
                WriteIssue(json, "error", CodeOf(issue.Code), CprMask.Apply(issue.Message));
                json.WriteStartArray("expression"u8);
                json.WriteStringValue(issue.Path);
                json.WriteEndArray();
                var (issueLine, column) = FaultText.PositionIn(location, issue);
                json.WriteStartArray("extension"u8);
                WriteExtension(json, LineExtension, issueLine);
                WriteExtension(json, ColumnExtension, column);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIssue(Utf8JsonWriter json, string severity, string code, string diagnostics)
    {
        json.WriteStartObject();
        json.WriteString("severity"u8, severity);
        json.WriteString("code"u8, code);
        json.WriteString("diagnostics"u8, diagnostics);
    }

    private static void WriteExtension(Utf8JsonWriter json, string url, long value)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WriteNumber("valueInteger"u8, value);
        json.WriteEndObject();
    }

    private static string CodeOf(StructureIssueCode code) => code switch
    {
        StructureIssueCode.Invalid => "invalid",
        StructureIssueCode.Structure => "structure",
        StructureIssueCode.Value => "value",
        StructureIssueCode.Required => "required",
        StructureIssueCode.TooLong => "too-long",
        StructureIssueCode.NotSupported => "not-supported",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an issue code."),
    };
}

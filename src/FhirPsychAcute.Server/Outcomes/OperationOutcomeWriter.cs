using System.Text.Encodings.Web;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Writes OperationOutcome resources (http://hl7.org/fhir/R4/operationoutcome.html). Line and column go into the standard extensions.</summary>
internal static class OperationOutcomeWriter
{
    private const string LineExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private const string ColumnExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

    /// <summary>Letters stay letters; what HTML could mistake is of no concern in a JSON body with its own content type.</summary>
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The outcome as UTF-8 JSON.</summary>
    public static byte[] ToBytes(IReadOnlyList<FhirIssue> issues, Language language)
    {
        using var buffer = new OutputBuffer();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(json, issues, language);
        }

        return buffer.ToArray();
    }

    /// <summary>Writes the outcome as one JSON value.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FhirIssue> issues, Language language)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "OperationOutcome"u8);
        json.WriteStartArray("issue"u8);
        foreach (var issue in issues)
        {
            WriteIssue(json, issue, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIssue(Utf8JsonWriter json, FhirIssue issue, Language language)
    {
        json.WriteStartObject();
        if (issue.Position is { } position)
        {
            json.WriteStartArray("extension"u8);
            WriteExtension(json, LineExtension, position.Line);
            WriteExtension(json, ColumnExtension, position.Column);
            json.WriteEndArray();
        }

        json.WriteString("severity"u8, issue.Severity switch
        {
            IssueSeverity.Fatal => "fatal"u8,
            IssueSeverity.Error => "error"u8,
            IssueSeverity.Warning => "warning"u8,
            _ => "information"u8,
        });
        json.WriteString("code"u8, issue.Code);
        json.WriteStartObject("details"u8);
        json.WriteString("text"u8, CprMask.Apply(Messages.Get(language, issue.Text, issue.Arguments)));
        json.WriteEndObject();
        if (Diagnostics(issue) is { } diagnostics)
        {
            json.WriteString("diagnostics"u8, CprMask.Apply(diagnostics));
        }

        if (issue.Expression is { } expression)
        {
            json.WriteStartArray("expression"u8);
            json.WriteStringValue(CprMask.Apply(expression));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string? Diagnostics(FhirIssue issue) =>
        issue.Position is not { } position ? issue.Diagnostics
        : issue.Diagnostics is { } detail ? $"{detail} ({position})"
        : position.ToString();

    private static void WriteExtension(Utf8JsonWriter json, string url, int value)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WriteNumber("valueInteger"u8, value);
        json.WriteEndObject();
    }
}

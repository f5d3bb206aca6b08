using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>
/// Writes OperationOutcome resources (http://hl7.org/fhir/R4/operationoutcome.html): text in the reader's language, message id as a code, place as FHIRPath, line
/// and column and the deciding rule in the standard extensions. No CPR number leaves through it.
/// </summary>
public static class OperationOutcomeWriter
{
    private const string LineExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private const string ColumnExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";
    private const string SourceExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-source";

    /// <summary>Letters stay letters; what HTML could mistake is of no concern in a JSON body with its own content type.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The issue that says that there is none, because OperationOutcome.issue is 1..*.</summary>
    public static OutcomeIssue NoIssue { get; } =
        new(IssueSeverity.Information, IssueCode.Informational, ValidationMessages.Catalogue, "outcome.no-issue", []) { MessageSystem = ValidationMessages.System };

    /// <summary>The outcome as UTF-8 JSON.</summary>
    public static byte[] ToBytes(IReadOnlyList<OutcomeIssue> issues, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(json, issues, language);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The outcome as UTF-8 XML.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="language">Language of their texts.</param>
    /// <param name="schema">The types of R4.</param>
    public static byte[] ToXml(IReadOnlyList<OutcomeIssue> issues, Language language, SchemaCatalog schema)
    {
        var document = ResourceDocument.Parse(ToBytes(issues, language), schema).Document ?? throw new InvalidDataException("An outcome cannot be read.");
        var buffer = new ArrayBufferWriter<byte>(1024);
        XmlResourceWriter.Write(document.Root, buffer, pretty: false);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the outcome as one JSON value; without issues the one that says so.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<OutcomeIssue> issues, Language language)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "OperationOutcome"u8);
        json.WriteStartArray("issue"u8);
        if (issues.Count == 0)
        {
            WriteIssue(json, NoIssue, language);
        }

        for (var i = 0; i < issues.Count; i++)
        {
            WriteIssue(json, issues[i], language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIssue(Utf8JsonWriter json, OutcomeIssue issue, Language language)
    {
        json.WriteStartObject();
        WriteExtensions(json, issue);
        json.WriteString("severity"u8, issue.Severity switch
        {
            IssueSeverity.Fatal => "fatal"u8,
            IssueSeverity.Error => "error"u8,
            IssueSeverity.Warning => "warning"u8,
            _ => "information"u8,
        });
        json.WriteString("code"u8, issue.Code);
        json.WriteStartObject("details"u8);
        if (issue.MessageSystem is { } system)
        {
            json.WriteStartArray("coding"u8);
            json.WriteStartObject();
            json.WriteString("system"u8, system);
            json.WriteString("code"u8, issue.MessageId);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteString("text"u8, issue.Text(language));
        json.WriteEndObject();
        if (Diagnostics(issue) is { } diagnostics)
        {
            json.WriteString("diagnostics"u8, CprMask.Apply(diagnostics));
        }

        if (issue.Expression is { Length: > 0 } expression)
        {
            json.WriteStartArray("expression"u8);
            json.WriteStringValue(CprMask.Apply(expression));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteExtensions(Utf8JsonWriter json, OutcomeIssue issue)
    {
        var position = issue.Position;
        if (position is null && string.IsNullOrEmpty(issue.Source))
        {
            return;
        }

        json.WriteStartArray("extension"u8);
        if (position is { } place)
        {
            WriteExtension(json, LineExtension, place.Line);
            WriteExtension(json, ColumnExtension, place.Column);
        }

        if (!string.IsNullOrEmpty(issue.Source))
        {
            json.WriteStartObject();
            json.WriteString("url"u8, SourceExtension);
            json.WriteString("valueString"u8, CprMask.Apply(issue.Source));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Diagnostics(OutcomeIssue issue) =>
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

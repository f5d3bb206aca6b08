using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts and editors show: each message id is a rule, each finding a result. The results
/// come first, so that the report can be written while the work goes on; the rules that they name follow.
/// </summary>
internal sealed class SarifReport(Texts texts) : IReport
{
    private readonly SortedSet<string> rules = new(StringComparer.Ordinal);
    private bool hasResults;

    /// <inheritdoc/>
    public void Begin(TextWriter output) => output.Write(
        """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[
        """);

    /// <inheritdoc/>
    public string Render(CheckedSource source)
    {
        if (source.Findings.Count == 0)
        {
            return "";
        }

        var uri = UriOf(source.Source.Location.File);
        return string.Join(",\n", source.Findings.Select(finding => Json(json => WriteResult(json, uri, finding))));
    }

    /// <inheritdoc/>
    public void Write(TextWriter output, CheckedSource source, string piece)
    {
        if (piece.Length == 0)
        {
            return;
        }

        output.Write(hasResults ? ",\n" : "\n");
        output.Write(piece);
        hasResults = true;
        foreach (var finding in source.Findings)
        {
            rules.Add(finding.MessageId);
        }
    }

    /// <inheritdoc/>
    public void End(TextWriter output, ValidateTotals totals)
    {
        output.Write("],\n\"language\":\"");
        output.Write(texts.Language == Language.Danish ? "da-DK" : "en-US");
        output.Write("\",\"tool\":");
        output.Write(Json(WriteTool));
        output.WriteLine("}]}");
    }

    private void WriteResult(Utf8JsonWriter json, string uri, ValidationIssue finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, finding.MessageId);
        json.WriteString("level"u8, finding.Severity switch
        {
            IssueSeverity.Fatal or IssueSeverity.Error => "error"u8,
            IssueSeverity.Warning => "warning"u8,
            _ => "note"u8,
        });
        json.WriteStartObject("message"u8);
        json.WriteString("text"u8, finding.Text(texts.Language));
        json.WriteEndObject();
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, uri);
        json.WriteEndObject();
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, Math.Max(finding.Position.Line, 1));
        json.WriteNumber("startColumn"u8, Math.Max(finding.Position.Column, 1));
        json.WriteEndObject();
        json.WriteEndObject();
        if (finding.Expression.Length > 0)
        {
            json.WriteStartArray("logicalLocations"u8);
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName"u8, CprMask.Apply(finding.Expression));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Source.Length > 0)
        {
            json.WriteStartObject("properties"u8);
            json.WriteString("source"u8, CprMask.Apply(finding.Source));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "psychacute"u8);
        json.WriteString("version"u8, typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
        json.WriteStartArray("rules"u8);
        var words = ValidationMessages.All(texts.Language);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, rule);
            json.WriteStartObject("shortDescription"u8);
            json.WriteString("text"u8, words.GetValueOrDefault(rule, rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A path relative to where the command ran stays relative, as SARIF's viewers expect.
    private static string UriOf(string file) =>
        Path.IsPathRooted(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Buffers.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>A year long ago or far ahead is rarely meant.</summary>
internal sealed class YearRule : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#dateTime";
    private const int Earliest = 1800;
    private const int YearsAhead = 80;

    private readonly int latest = DateTimeOffset.UtcNow.Year + YearsAhead;

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var value = element.Utf8Value;
        if (value.Length >= 4 && Utf8Parser.TryParse(value[..4], out int year, out var used) && used == 4 && (year < Earliest || year > latest))
        {
            run.Report(IssueSeverity.Warning, IssueCode.Value, element, "primitive.year-implausible", Source, element.Value!);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "plausible year";
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>Links in a narrative lead somewhere that a reader can follow (http://hl7.org/fhir/R4/narrative.html#xhtml); what txt-1 and txt-2 forbid, the invariants find.</summary>
internal sealed class NarrativeLinkRule : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/narrative.html#xhtml";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.RawValue.IndexOf("href"u8) < 0)
        {
            return;
        }

        foreach (var violation in NarrativeRules.Check(element))
        {
            if (violation.Rule == NarrativeRule.Link)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "narrative.link", Source, violation.Message);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "links that can be followed";
}

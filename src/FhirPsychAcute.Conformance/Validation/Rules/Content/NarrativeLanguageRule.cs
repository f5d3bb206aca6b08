using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>
/// Which languages a profile wants in the narrative (http://hl7.org/fhir/StructureDefinition/narrative-language-control on the element <c>text</c>): <c>_no</c> forbids
/// language sections, <c>_yes</c> demands them, <c>_resource</c> demands one in the resource's language, a language demands one in that.
/// </summary>
internal sealed class NarrativeLanguageRule(string control, string source) : ElementRule
{
    /// <summary>The extension.</summary>
    public const string Extension = "http://hl7.org/fhir/StructureDefinition/narrative-language-control";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.Child("div") is not { HasValue: true } div)
        {
            return;
        }

        var languages = NarrativeLanguages.Of(div);
        var found = string.Join(", ", languages.Sections);
        switch (control)
        {
            case "_no" when languages.Sections.Count > 0:
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element, "narrative.sections-not-allowed", source, found);
                break;
            case "_no":
                break;
            case "_yes" when languages.Sections.Count == 0:
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element, "narrative.sections-missing", source);
                break;
            case "_yes":
                break;
            default:
                var wanted = control == "_resource" ? element.Resource.ChildValue("language") : control;
                if (wanted is not null && !languages.Sections.Contains(wanted, StringComparer.OrdinalIgnoreCase))
                {
                    run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element, "narrative.section-missing", source, wanted, found);
                }

                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"narrative languages {control}";
}

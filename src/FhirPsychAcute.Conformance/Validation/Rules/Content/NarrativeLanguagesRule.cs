using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>A narrative speaks the resource's language (http://hl7.org/fhir/R4/languages.html), and where it has sections for languages, all of it stands in them.</summary>
internal sealed class NarrativeLanguagesRule : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/languages.html";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.RawValue.IndexOf("lang="u8) < 0)
        {
            return;
        }

        var languages = NarrativeLanguages.Of(element);
        var resource = element.Resource;
        if (languages.Root is { } root && resource.ChildValue("language") is { } language && !root.Equals(language, StringComparison.OrdinalIgnoreCase))
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, resource, "narrative.language-differs", Source, language, root);
        }

        if (languages.Sections.Count > 0 && languages.HasOther)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, element, "narrative.sections-mixed", Source, string.Join(", ", languages.Sections));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "languages of the narrative";
}

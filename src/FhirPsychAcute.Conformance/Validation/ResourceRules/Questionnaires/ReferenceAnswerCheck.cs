using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>The types and profiles of resources that a reference may lead to which answers a question (extensions referenceResource and referenceProfile).</summary>
internal static class ReferenceAnswerCheck
{
    private const string Section = QuestionnaireRules.ResponseSection;

    /// <summary>Checks one reference.</summary>
    public static void Check(FormItem item, Element reference, ValidationRun run)
    {
        if (reference.ChildValue("reference") is not { } text)
        {
            return;
        }

        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(text), run.Document.Schema);
        var target = run.ReferencesOf(reference).Find(reference, in form);
        var type = target.IsFound ? target.Resource.Type.Name : form.Type?.Name;
        var allowed = FormExtensions.Values(item.Element, FormExtensions.ReferenceResource).Select(value => value.Value).OfType<string>().ToList();
        if (type is null && run.Options.AssumeValidRestReferences && form.Kind is not (ReferenceKind.Fragment or ReferenceKind.Urn))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, reference, "questionnaire.reference-no-type", Section, text);
        }
        else if (type is not null && allowed.Count > 0 && !allowed.Contains(type))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, reference, "questionnaire.reference-type", Section, type, text, string.Join(", ", allowed));
        }
        else if (target.IsFound)
        {
            CheckProfiles(item, reference, target.Resource, text, run);
        }
    }

    private static void CheckProfiles(FormItem item, Element reference, Element target, string text, ValidationRun run)
    {
        var profiles = FormExtensions.Values(item.Element, FormExtensions.ReferenceProfile).Select(value => value.Value).OfType<string>().ToList();
        if (profiles.Count > 0 && profiles.TrueForAll(profile => run.ValidateAgainst(target, profile, run.Scope, report: false) is false))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, reference, "questionnaire.reference-profile", Section, text, string.Join(", ", profiles));
        }
    }
}

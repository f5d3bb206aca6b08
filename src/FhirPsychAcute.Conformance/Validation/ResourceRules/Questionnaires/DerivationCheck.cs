using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>
/// A Questionnaire that extends another, or complies with it, asks the same questions at least as strictly (Questionnaire.derivedFrom with the extension
/// questionnaire-derivationType): of the same type, not repeating or optional where the other is not, with no further options and no longer texts.
/// </summary>
internal static class DerivationCheck
{
    private const string Section = QuestionnaireRules.Section + "#Questionnaire.derivedFrom";

    /// <summary>Checks all that the Questionnaire is derived from.</summary>
    public static void Check(Form form, ValidationRun run)
    {
        foreach (var derivedFrom in form.Questionnaire.ChildrenNamed("derivedFrom"))
        {
            if (derivedFrom.Value is not { } canonical)
            {
                continue;
            }

            if (!run.Scope.TryResolve(canonical, out var definition) || definition.ResourceType != "Questionnaire")
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, derivedFrom, "questionnaire.derived-from-unknown", Section, canonical);
                continue;
            }

            var kind = FormExtensions.Value(derivedFrom, FormExtensions.DerivationType);
            var code = !kind.Exists ? null : kind.Type.Name == "Coding" ? kind.ChildValue("code") : kind.Value;
            if (code is "extends" or "compliesWith")
            {
                Compare(form.Items, new Form(definition.Document.Root, definition.Scope), code == "extends", canonical, run);
            }
        }
    }

    private static void Compare(IReadOnlyList<FormItem> items, Form other, bool extends, string canonical, ValidationRun run)
    {
        foreach (var item in items)
        {
            if (other.Find(item.LinkId) is { } original)
            {
                Compare(item, original, canonical, run);
            }
            else if (!extends)
            {
                run.Report(IssueSeverity.Error, IssueCode.NotFound, item.Element, "questionnaire.derived-new-item", Section, item.LinkId, canonical);
            }

            Compare(item.Items, other, extends, canonical, run);
        }
    }

    private static void Compare(FormItem item, FormItem original, string canonical, ValidationRun run)
    {
        if (item.TypeCode != original.TypeCode && original.TypeCode is not null)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element.Child("type") is { Exists: true } type ? type : item.Element,
                "questionnaire.derived-type", Section, item.LinkId, original.TypeCode, canonical);
        }

        if (item.Repeats && !original.Repeats)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element.Child("repeats"), "questionnaire.derived-repeats", Section, item.LinkId, canonical);
        }

        if (original.Required && item.Element.Child("required") is { Exists: true } required && !item.Required)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, required, "questionnaire.derived-optional", Section, item.LinkId, canonical);
        }

        if (original.Element.Child("maxLength") is { Exists: true } most && most.TryGetInt32(out var longest)
            && !(item.Element.Child("maxLength") is { Exists: true } own && own.TryGetInt32(out var length) && length <= longest))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element, "questionnaire.derived-longer", Section, item.LinkId, longest, canonical);
        }

        CompareOptions(item, original, canonical, run);
    }

    private static void CompareOptions(FormItem item, FormItem original, string canonical, ValidationRun run)
    {
        if (original.Options.Count == 0)
        {
            return;
        }

        foreach (var option in item.Options)
        {
            var value = option.Child("value");
            if (value.Exists && !original.Options.Any(allowed => allowed.Child("value") is { Exists: true } known && AnswerOrder.AreEqual(value, known) is true))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, option, "questionnaire.derived-new-option", Section, item.LinkId, canonical);
            }
        }
    }
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>
/// Walks a QuestionnaireResponse and its Questionnaire side by side: items known, in their place and order, as often as allowed, present where required, absent where
/// not enabled. What a single answer may be is up to <see cref="AnswerCheck"/>.
/// </summary>
internal sealed class ResponseCheck
{
    private const string Section = QuestionnaireRules.ResponseSection;

    private readonly Form form;
    private readonly Element response;
    private readonly ValidationRun run;
    private readonly bool isComplete;
    private readonly EnableWhen enableWhen;
    private readonly AnswerCheck answers;

    public ResponseCheck(Form form, Element response, ValidationRun run)
    {
        this.form = form;
        this.response = response;
        this.run = run;
        isComplete = response.ChildValue("status") is "completed" or "amended";
        enableWhen = new EnableWhen(form, response, run);
        answers = new AnswerCheck(form, run);
    }

    /// <summary>Checks all items.</summary>
    public void Check() => CheckItems(form.Items, null, response, null);

    /// <summary>Checks the items in the resource, an item, or an answer against those that the form has there.</summary>
    private void CheckItems(IReadOnlyList<FormItem> expected, FormItem? parent, Element holder, ItemPlace? around)
    {
        var found = Sort(parent, holder, around);
        foreach (var item in expected)
        {
            var isEnabled = enableWhen.IsEnabled(item, around);
            if (found is not null && found.TryGetValue(item, out var elements))
            {
                CheckOccurrences(item, elements, holder, around, isEnabled);
            }
            else if (isEnabled && item.Required)
            {
                ReportMissing(item, holder);
            }
        }
    }

    // The items by what the form says of them; those that do not belong here are reported.
    private Dictionary<FormItem, List<Element>>? Sort(FormItem? parent, Element holder, ItemPlace? around)
    {
        Dictionary<FormItem, List<Element>>? found = null;
        var last = -1;
        foreach (var element in holder.ChildrenNamed("item"))
        {
            if (element.ChildValue("linkId") is not { } linkId)
            {
                continue;
            }

            var item = form.Find(linkId);
            if (item is null)
            {
                run.Report(IssueSeverity.Error, IssueCode.NotFound, holder, "questionnaire.linkid-unknown", Section, linkId);
            }
            else if (!ReferenceEquals(item.Parent, parent))
            {
                run.Report(IssueSeverity.Error, IssueCode.Structure, holder, "questionnaire.item-misplaced", Section, linkId);
                CheckItem(item, element, around, enableWhen.IsEnabled(item, around));
            }
            else
            {
                if (item.Order < last)
                {
                    run.Report(IssueSeverity.Error, IssueCode.Structure, holder, "questionnaire.item-order", Section, linkId);
                }

                last = item.Order;
                found ??= [];
                if (!found.TryGetValue(item, out var elements))
                {
                    found.Add(item, elements = []);
                }

                elements.Add(element);
            }
        }

        return found;
    }

    private void CheckOccurrences(FormItem item, List<Element> elements, Element holder, ItemPlace? around, bool isEnabled)
    {
        if (elements.Count > 1 && !item.Repeats)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, holder, "questionnaire.item-repeats", Section, item.LinkId);
        }

        if (item.Kind == ItemKind.Group)
        {
            CheckNumber(item, elements.Count, holder);
        }

        foreach (var element in elements)
        {
            if (!isEnabled && (element.Child("answer").Exists || element.Child("item").Exists))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "questionnaire.not-enabled", Section, item.LinkId);
            }

            CheckItem(item, element, around, isEnabled);
        }
    }

    private void CheckItem(FormItem item, Element element, ItemPlace? around, bool isEnabled)
    {
        run.Step();
        if (run.IsStopped)
        {
            return;
        }

        if (element.Child("text") is { HasValue: true } text && !IsText(item, text.Value!))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "questionnaire.text-differs", Section, item.LinkId);
        }

        if (item.TypeCode is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, element, "questionnaire.item-without-type", Section, item.LinkId);
            return;
        }

        var place = new ItemPlace(item, element, around);
        if (item.Kind is ItemKind.Group or ItemKind.Display)
        {
            CheckWithoutAnswers(item, element, place, isEnabled);
        }
        else
        {
            CheckQuestion(item, element, place, isEnabled);
        }
    }

    private void CheckWithoutAnswers(FormItem item, Element element, ItemPlace place, bool isEnabled)
    {
        if (element.Child("answer").Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, item.Kind == ItemKind.Group ? "questionnaire.group-answer" : "questionnaire.display-answer", Section, item.LinkId);
        }

        if (item.Kind == ItemKind.Display)
        {
            if (element.Child("item").Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.Structure, element, "questionnaire.display-items", Section, item.LinkId);
            }

            return;
        }

        if (isComplete && isEnabled && item.Required && item.Items.Count > 0 && !element.Child("item").Exists && !element.Child("answer").Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, element, "questionnaire.group-empty", Section, item.LinkId);
        }

        CheckItems(item.Items, item, element, place);
    }

    private void CheckQuestion(FormItem item, Element element, ItemPlace place, bool isEnabled)
    {
        if (element.Child("item").Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "questionnaire.question-items", Section, item.LinkId);
        }

        var count = element.ChildrenNamed("answer").Count();
        if (count == 0 && item.Required && (isEnabled || !isComplete))
        {
            ReportMissing(item, element);
        }

        if (count > 1 && !item.Repeats)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "questionnaire.answer-repeats", Section, item.LinkId);
        }

        if (isEnabled)
        {
            CheckNumber(item, count, element);
        }

        foreach (var answer in element.ChildrenNamed("answer"))
        {
            answers.Check(item, answer, count);
            CheckItems(item.Items, item, answer, place);
        }
    }

    private void CheckNumber(FormItem item, int count, Element at)
    {
        if (FormExtensions.Number(item.Element, FormExtensions.MinOccurs) is { } min && count < min)
        {
            run.Report(isComplete ? IssueSeverity.Error : IssueSeverity.Warning, IssueCode.Invalid, at, "questionnaire.too-few", Section, item.LinkId, min, count);
        }

        if (FormExtensions.Number(item.Element, FormExtensions.MaxOccurs) is { } max && count > max)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, at, "questionnaire.too-many", Section, item.LinkId, max, count);
        }
    }

    // What is required may still be missing while the form is being filled in.
    private void ReportMissing(FormItem item, Element at) =>
        run.Report(isComplete ? IssueSeverity.Error : IssueSeverity.Warning, IssueCode.Required, at, "questionnaire.answer-missing", Section, item.LinkId);

    // R4: where text is given, it is the question's, in whatever language the Questionnaire has it.
    private static bool IsText(FormItem item, string text)
    {
        if (item.Text == text)
        {
            return true;
        }

        var question = item.Element.Child("text");
        if (question.Exists)
        {
            foreach (var extension in question.ChildrenNamed("extension"))
            {
                if (extension.ChildValue("url") == FormExtensions.Translation && extension.ChildrenNamed("extension").ToList()
                    .Exists(part => part.ChildValue("url") == "content" && part.Child("value").Text() == text))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

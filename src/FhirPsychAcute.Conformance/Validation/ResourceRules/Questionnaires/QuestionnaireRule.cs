using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>
/// The items of a Questionnaire fit together: conditions name questions that can be answered before, values are of the item's type, bounds do not contradict each other.
/// What one item alone must keep to, and that linkIds differ, are invariants (que-1 to que-13).
/// </summary>
internal sealed class QuestionnaireRule : ResourceRule
{
    private const string ConditionSection = QuestionnaireRules.Section + "#Questionnaire.item.enableWhen";

    /// <inheritdoc/>
    public override string ResourceType => "Questionnaire";

    /// <inheritdoc/>
    public override void Check(Element resource, ValidationRun run)
    {
        var form = new Form(resource, run.Scope);
        foreach (var item in form.Items)
        {
            Check(item, form, run);
        }

        DerivationCheck.Check(form, run);
    }

    private static void Check(FormItem item, Form form, ValidationRun run)
    {
        run.Step();
        foreach (var condition in item.Element.ChildrenNamed("enableWhen"))
        {
            CheckCondition(item, condition, form, run);
        }

        CheckValues(item, run);
        CheckBounds(item, run);
        foreach (var inner in item.Items)
        {
            Check(inner, form, run);
        }
    }

    private static void CheckCondition(FormItem item, Element condition, Form form, ValidationRun run)
    {
        if (condition.ChildValue("question") is not { } linkId)
        {
            return;
        }

        var question = form.Find(linkId);
        if (question is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element, "questionnaire.condition-unknown", ConditionSection, linkId);
        }
        else if (ReferenceEquals(question, item))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element, "questionnaire.condition-self", ConditionSection, linkId);
        }
        else if (item.Holds(question))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, item.Element, "questionnaire.condition-inner", ConditionSection, linkId);
        }
        else
        {
            if (question.Element.Index > item.Element.Index)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, item.Element, "questionnaire.condition-later", ConditionSection, linkId);
            }

            CheckAnswer(condition, question, run);
        }
    }

    private static void CheckAnswer(Element condition, FormItem question, ValidationRun run)
    {
        var @operator = condition.ChildValue("operator");
        if (@operator is null or "exists" || condition.Child("answer") is not { Exists: true } answer)
        {
            return;
        }

        if (question.Kind is ItemKind.Group or ItemKind.Display)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, condition, "questionnaire.condition-no-question", ConditionSection, question.LinkId);
        }
        else if (ItemKinds.AnswerTypes(question.Kind) is { Count: > 0 } types && !types.Contains(answer.Type.Name, StringComparer.Ordinal))
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, answer, "questionnaire.condition-type", ConditionSection, answer.Type.Name, question.LinkId, question.TypeCode!);
        }
        else if (@operator is not ("=" or "!=") && (!ItemKinds.HasOrder(question.Kind) || answer.Type.Name is "Coding" or "Reference"))
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, condition, "questionnaire.condition-operator", ConditionSection, @operator, question.LinkId, question.TypeCode!);
        }
    }

    private static void CheckValues(FormItem item, ValidationRun run)
    {
        var types = ItemKinds.AnswerTypes(item.Kind);
        if (types.Count == 0)
        {
            return;
        }

        foreach (var initial in item.Element.ChildrenNamed("initial"))
        {
            if (initial.Child("value") is { Exists: true } value && !types.Contains(value.Type.Name, StringComparer.Ordinal))
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, value, "questionnaire.initial-type",
                    QuestionnaireRules.Section + "#Questionnaire.item.initial.value_x_", value.Type.Name, item.TypeCode!);
            }
        }

        foreach (var option in item.Options)
        {
            if (option.Child("value") is { Exists: true } value && !types.Contains(value.Type.Name, StringComparer.Ordinal) && !(item.Kind == ItemKind.DateTime && value.Type.Name == "date")
                && !(item.Kind == ItemKind.Decimal && value.Type.Name == "integer"))
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, value, "questionnaire.option-type",
                    QuestionnaireRules.Section + "#Questionnaire.item.answerOption", value.Type.Name, item.TypeCode!);
            }
        }

        if (item.AnswerValueSet is { } valueSet && !valueSet.StartsWith('#') && !run.Scope.TryResolve(valueSet, out _))
        {
            run.Report(IssueSeverity.Information, IssueCode.NotFound, item.Element.Child("answerValueSet"), "questionnaire.value-set-unknown",
                QuestionnaireRules.Section + "#Questionnaire.item.answerValueSet", valueSet);
        }
    }

    private static void CheckBounds(FormItem item, ValidationRun run)
    {
        if (!item.Element.Child("extension").Exists)
        {
            return;
        }

        var min = FormExtensions.Value(item.Element, FormExtensions.MinValue);
        var max = FormExtensions.Value(item.Element, FormExtensions.MaxValue);
        if (min.Exists && max.Exists && AnswerOrder.Compare(min, max) > 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, item.Element, "questionnaire.bounds-contradict", QuestionnaireRules.Section, min.Text() ?? "", max.Text() ?? "");
        }

        if (FormExtensions.Number(item.Element, FormExtensions.MinOccurs) is { } least && FormExtensions.Number(item.Element, FormExtensions.MaxOccurs) is { } most && least > most)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, item.Element, "questionnaire.bounds-contradict", QuestionnaireRules.Section, least, most);
        }
    }
}

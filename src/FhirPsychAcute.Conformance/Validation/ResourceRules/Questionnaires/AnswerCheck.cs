using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Whether one answer is of the type that its question asks for, and within the question's bounds.</summary>
internal sealed class AnswerCheck(Form form, ValidationRun run)
{
    private const string Section = QuestionnaireRules.ResponseSection;

    private readonly OptionCheck options = new(form, run);
    private readonly TextCheck texts = new(form, run);
    private readonly QuantityCheck quantities = new(form, run);

    /// <summary>Checks an answer; <paramref name="count"/> is how many the question has got.</summary>
    public void Check(FormItem item, Element answer, int count)
    {
        var value = answer.Child("value");
        if (!value.Exists)
        {
            return;
        }

        var types = ItemKinds.AnswerTypes(item.Kind);
        var type = value.Type.Name;
        if (types.Count > 0 && !types.Contains(type, StringComparer.Ordinal))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.answer-type", Section, string.Join(", ", types), type);
            return;
        }

        switch (item.Kind)
        {
            case ItemKind.Choice or ItemKind.OpenChoice:
                options.CheckChoice(item, answer, value, count);
                break;
            case ItemKind.String or ItemKind.Text or ItemKind.Url:
                texts.Check(item, value);
                break;
            case ItemKind.Integer or ItemKind.Decimal or ItemKind.Date or ItemKind.DateTime or ItemKind.Time:
                CheckRange(item, value);
                break;
            case ItemKind.Quantity:
                quantities.Check(item, value);
                break;
            case ItemKind.Attachment:
                AttachmentCheck.Check(item, value, run);
                break;
            case ItemKind.Reference:
                ReferenceAnswerCheck.Check(item, value, run);
                break;
            default:
                break;
        }

        if (item.Kind is not (ItemKind.Choice or ItemKind.OpenChoice))
        {
            options.CheckValue(item, value);
        }

        CheckDecimals(item, value, run);
    }

    /// <summary>Checks the number of decimal places that a question allows, of a decimal or a quantity.</summary>
    private static void CheckDecimals(FormItem item, Element value, ValidationRun run)
    {
        if (item.Kind is not (ItemKind.Decimal or ItemKind.Quantity) || FormExtensions.Number(item.Element, FormExtensions.MaxDecimalPlaces) is not { } max)
        {
            return;
        }

        var number = (value.Type.IsPrimitive ? value : value.Child("value")).Text();
        var point = number?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (point >= 0 && number!.Length - point - 1 > max)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.decimals", Section, number, max);
        }
    }

    private void CheckRange(FormItem item, Element value)
    {
        if (FormExtensions.Value(item.Element, FormExtensions.MinValue) is { Exists: true } min && AnswerOrder.Compare(value, min) < 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.below-minimum", Section, value.Value!, min.Value ?? "");
        }

        if (FormExtensions.Value(item.Element, FormExtensions.MaxValue) is { Exists: true } max && AnswerOrder.Compare(value, max) > 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.above-maximum", Section, value.Value!, max.Value ?? "");
        }
    }
}

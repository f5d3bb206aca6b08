using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Answers that must be among the question's options, or codes of its value set.</summary>
internal sealed class OptionCheck(Form form, ValidationRun run)
{
    private const string Section = QuestionnaireRules.ResponseSection;

    /// <summary>An answer to a choice or open-choice.</summary>
    public void CheckChoice(FormItem item, Element answer, Element value, int count)
    {
        var isOpen = item.Kind == ItemKind.OpenChoice;
        var type = value.Type.Name;
        if (isOpen && (type == "string" || IsFreeText(value)))
        {
            CheckFreeText(item, answer, value);
        }
        else if (item.Options.Count > 0)
        {
            CheckOptions(item, answer, value, count);
        }
        else if (type != "Coding")
        {
            run.Report(IssueSeverity.Information, IssueCode.Invariant, answer, "questionnaire.no-options", Section, type);
        }
        else if (item.AnswerValueSet is { } valueSet)
        {
            CheckCoding(valueSet, answer, value);
        }
        else
        {
            run.Report(IssueSeverity.Information, IssueCode.Invariant, answer, "questionnaire.no-options", Section, type);
        }
    }

    /// <summary>An answer of a simple type to a question that nevertheless lists its options.</summary>
    public void CheckValue(FormItem item, Element value)
    {
        if (item.Options.Count == 0)
        {
            return;
        }

        var hasType = false;
        foreach (var option in item.Options)
        {
            var allowed = option.Child("value");
            if (allowed.Exists && IsComparable(allowed, value))
            {
                hasType = true;
                if (AnswerOrder.AreEqual(value, allowed) is true && (!value.Type.IsPrimitive || value.Value == allowed.Value))
                {
                    return;
                }
            }
        }

        if (hasType)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.not-an-option", Section, Shown(value));
        }
        else
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, value, "questionnaire.no-option-of-type", Section, value.Type.Name);
        }
    }

    private static bool IsComparable(Element option, Element value) =>
        option.Type.Name == value.Type.Name || (option.Type.Name is "date" && value.Type.Name is "dateTime") || (option.Type.Name is "integer" && value.Type.Name is "decimal");

    private static bool IsFreeText(Element value) => value.Type.Name == "Coding" && !value.Child("code").Exists && !value.Child("system").Exists && value.Child("display").Exists;

    // Whoever types the text of an option should have chosen the option.
    private void CheckFreeText(FormItem item, Element answer, Element value)
    {
        var text = value.Type.IsPrimitive ? value.Value : value.ChildValue("display");
        foreach (var option in item.Options)
        {
            if (option.Child("value") is { Exists: true, Type.Name: "Coding" } coding
                && (string.Equals(coding.ChildValue("display"), text, StringComparison.OrdinalIgnoreCase) || string.Equals(coding.ChildValue("code"), text, StringComparison.OrdinalIgnoreCase)))
            {
                run.Report(IssueSeverity.Warning, IssueCode.Invariant, answer, "questionnaire.text-is-option", Section, text!);
                return;
            }
        }
    }

    private void CheckOptions(FormItem item, Element answer, Element value, int count)
    {
        var hasType = false;
        foreach (var option in item.Options)
        {
            run.Step();
            if (option.Child("value") is not { Exists: true } allowed || allowed.Type.Name != value.Type.Name)
            {
                continue;
            }

            hasType = true;
            if (!IsSame(value, allowed))
            {
                continue;
            }

            if (count > 1 && FormExtensions.Value(option, FormExtensions.OptionExclusive) is { Exists: true } exclusive && exclusive.TryGetBoolean(out var isExclusive) && isExclusive)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invariant, answer, "questionnaire.option-exclusive", Section, Shown(value));
            }

            return;
        }

        if (hasType)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, answer, "questionnaire.not-an-option", Section, Shown(value));
        }
        else
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, answer, "questionnaire.no-option-of-type", Section, value.Type.Name);
        }
    }

    private static bool IsSame(Element value, Element allowed) => value.Type.Name switch
    {
        "Coding" => value.ChildValue("system") == allowed.ChildValue("system") && value.ChildValue("code") == allowed.ChildValue("code")
            && (value.Child("code").Exists || value.ChildValue("display") == allowed.ChildValue("display")),
        "Reference" => value.ChildValue("reference") == allowed.ChildValue("reference"),
        _ => value.Value == allowed.Value,
    };

    private void CheckCoding(string valueSet, Element answer, Element coding)
    {
        var code = coding.ChildValue("code");
        var system = coding.ChildValue("system");
        if (code is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, answer, "questionnaire.not-in-value-set", Section, Shown(coding), valueSet);
            return;
        }

        if (system is null)
        {
            run.Report(IssueSeverity.Warning, IssueCode.CodeInvalid, answer, "questionnaire.coding-without-system", Section);
        }

        var check = run.Terminology.Check(form.Scope, ContainedScope.Canonical(valueSet), system, coding.ChildValue("version"), code, coding.ChildValue("display"));
        switch (check.Verdict)
        {
            case CodeVerdict.ValueSetUnknown:
                run.Report(IssueSeverity.Warning, IssueCode.CodeInvalid, answer, "questionnaire.value-set-unknown", Section, valueSet);
                break;
            case CodeVerdict.NotCheckable when system is not null:
                run.Report(IssueSeverity.Warning, IssueCode.CodeInvalid, answer, "questionnaire.value-set-unchecked", Section, Shown(coding), valueSet);
                break;
            case CodeVerdict.NotInValueSet or CodeVerdict.UnknownCode when system is not null:
                run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, answer, "questionnaire.not-in-value-set", Section, Shown(coding), valueSet);
                break;
            case CodeVerdict.Valid when check.DisplayIsWrong:
                run.Report(IssueSeverity.Warning, IssueCode.CodeInvalid, answer, "questionnaire.display-differs", Section, Shown(coding), coding.ChildValue("display")!, string.Join(", ", check.Displays));
                break;
            default:
                break;
        }
    }

    private static string Shown(Element value) => value.Type.Name switch
    {
        "Coding" => $"{value.ChildValue("system")}#{value.ChildValue("code") ?? value.ChildValue("display")}",
        "Reference" => value.ChildValue("reference") ?? "",
        "Quantity" => QuantityCheck.Shown(value),
        _ => value.Text() ?? "",
    };
}

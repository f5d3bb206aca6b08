using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>The bounds of a quantity that answers a question: least and greatest amount in whatever unit, and the units allowed.</summary>
internal sealed class QuantityCheck(Form form, ValidationRun run)
{
    private const string Section = QuestionnaireRules.ResponseSection;

    /// <summary>Checks one quantity.</summary>
    public void Check(FormItem item, Element quantity)
    {
        CheckBound(Bound(item, FormExtensions.MinQuantity, FormExtensions.MinValue), quantity, isMinimum: true);
        CheckBound(Bound(item, FormExtensions.MaxQuantity, FormExtensions.MaxValue), quantity, isMinimum: false);
        CheckUnitOptions(item, quantity);
        if (FormExtensions.Value(item.Element, FormExtensions.UnitValueSet).Text() is { } valueSet)
        {
            CheckUnitValueSet(valueSet, quantity);
        }
    }

    /// <summary>A quantity as people read it.</summary>
    public static string Shown(Element quantity) =>
        $"{quantity.ChildValue("comparator")}{quantity.ChildValue("value")} {quantity.ChildValue("unit") ?? quantity.ChildValue("code")}".TrimEnd();

    private static Element Bound(FormItem item, string quantityUrl, string valueUrl)
    {
        var bound = FormExtensions.Value(item.Element, quantityUrl);
        return bound.Exists ? bound : FormExtensions.Value(item.Element, valueUrl);
    }

    private void CheckBound(Element bound, Element quantity, bool isMinimum)
    {
        if (!bound.Exists || bound.Type.Name != "Quantity")
        {
            return;
        }

        if (!HasUnit(bound) || !HasUnit(quantity))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, "questionnaire.quantity-without-unit", Section, Shown(quantity), Shown(bound));
            return;
        }

        var order = AnswerOrder.CompareQuantities(quantity, bound);
        if (order is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, "questionnaire.quantity-other-unit", Section, Shown(quantity), Shown(bound));
        }
        else if (isMinimum ? order < 0 : order > 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, isMinimum ? "questionnaire.below-minimum" : "questionnaire.above-maximum", Section, Shown(quantity), Shown(bound));
        }
    }

    private static bool HasUnit(Element quantity) => quantity.Child("system").HasValue && quantity.Child("code").HasValue;

    private void CheckUnitOptions(FormItem item, Element quantity)
    {
        var hasOptions = false;
        foreach (var option in FormExtensions.Values(item.Element, FormExtensions.UnitOption))
        {
            hasOptions = true;
            if (Fits(option.ChildValue("system"), quantity.ChildValue("system")) && Fits(option.ChildValue("code"), quantity.ChildValue("code"))
                && (option.Child("code").HasValue || Fits(option.ChildValue("display"), quantity.ChildValue("unit"))))
            {
                return;
            }
        }

        if (hasOptions)
        {
            var allowed = string.Join(", ", FormExtensions.Values(item.Element, FormExtensions.UnitOption).Select(option => option.ChildValue("display") ?? option.ChildValue("code")));
            run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, "questionnaire.unit-not-an-option", Section, Shown(quantity), allowed);
        }
    }

    private static bool Fits(string? wanted, string? given) => wanted is null || wanted == given;

    private void CheckUnitValueSet(string valueSet, Element quantity)
    {
        if (quantity.ChildValue("code") is not { } code)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, "questionnaire.unit-not-in-value-set", Section, Shown(quantity), valueSet);
            return;
        }

        switch (run.Terminology.Check(form.Scope, ContainedScope.Canonical(valueSet), quantity.ChildValue("system"), null, code).Verdict)
        {
            case CodeVerdict.ValueSetUnknown:
                run.Report(IssueSeverity.Warning, IssueCode.Invariant, quantity, "questionnaire.value-set-unknown", Section, valueSet);
                break;
            case CodeVerdict.NotInValueSet or CodeVerdict.UnknownCode:
                run.Report(IssueSeverity.Error, IssueCode.Invariant, quantity, "questionnaire.unit-not-in-value-set", Section, Shown(quantity), valueSet);
                break;
            default:
                break;
        }
    }
}

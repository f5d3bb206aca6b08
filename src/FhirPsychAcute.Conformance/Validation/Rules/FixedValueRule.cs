using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>fixed[x]: the element must be exactly that value. What differs is named at the part that differs.</summary>
internal sealed class FixedValueRule(HeldValue value, string source) : ElementRule
{
    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.Type.Name != value.Value.Type.Name && !(element.Type.IsPrimitive && value.Value.Type.IsPrimitive))
        {
            // Another type than the fixed value's is the affair of the type rule.
            return;
        }

        if (element.Type.IsPrimitive)
        {
            // The extensions of a primitive are no part of its value.
            if (!ValueComparison.HaveSameText(element, value.Value))
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "fixed.value", source, value.ToString());
            }
        }
        else if (!ValueComparison.IsExactly(element, value.Value))
        {
            Explain(element, value.Value, run);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"fixed {value}";

    private void Explain(Element element, Element wanted, ValidationRun run)
    {
        if (element.Type.IsPrimitive && !ValueComparison.HaveSameText(element, wanted))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, element, "fixed.value", source, System.Text.Encoding.UTF8.GetString(wanted.RawJson.Span));
        }

        foreach (var child in wanted.Children)
        {
            var actual = ValueComparison.Counterpart(element, wanted, child);
            if (!actual.Exists || actual.Type != child.Type)
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "fixed.missing", source, child.Name, value.ToString());
            }
            else if (!ValueComparison.IsExactly(actual, child))
            {
                Explain(actual, child, run);
            }
        }

        foreach (var child in element.Children)
        {
            if (!ValueComparison.Counterpart(wanted, element, child).Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, child, "fixed.additional", source, child.Name, value.ToString());
            }
        }
    }
}

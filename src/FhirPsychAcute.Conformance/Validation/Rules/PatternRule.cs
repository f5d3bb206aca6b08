using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>pattern[x]: the element must have at least what the pattern has. What is missing is named at the innermost part that can be told.</summary>
internal sealed class PatternRule(HeldValue pattern, string source) : ElementRule
{
    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.Type.Name == pattern.Value.Type.Name || (element.Type.IsPrimitive && pattern.Value.Type.IsPrimitive))
        {
            Explain(element, pattern.Value, run);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"pattern {pattern}";

    private void Explain(Element element, Element wanted, ValidationRun run)
    {
        if (wanted.HasValue && !ValueComparison.HaveSameText(element, wanted))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, element, "pattern.value", source, System.Text.Encoding.UTF8.GetString(wanted.RawJson.Span));
        }

        foreach (var child in wanted.Children)
        {
            if (ValueComparison.HasOneOf(element, child))
            {
                continue;
            }

            var only = child.Schema!.IsArray ? default : ValueComparison.Counterpart(element, wanted, child);
            if (only.Exists && only.Type == child.Type)
            {
                Explain(only, child, run);
            }
            else
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "pattern.missing", source, pattern.ToString());
            }
        }
    }
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>minValue[x] and maxValue[x]: numbers, dates and times, and quantities, whose units are converted. What cannot be compared (other units) breaks nothing.</summary>
internal sealed class MinMaxValueRule : ElementRule
{
    private readonly Limit[] limits;
    private readonly string source;

    private MinMaxValueRule(Limit[] limits, string source)
    {
        this.limits = limits;
        this.source = source;
    }

    /// <summary>The rule of an ElementDefinition; null without limits.</summary>
    public static MinMaxValueRule? Of(ElementFacts facts, string source)
    {
        var both = new List<Limit>();
        if (facts.MinValue is { } min)
        {
            both.Add(new Limit(min, "$this >= %limit", "value.too-small"));
        }

        if (facts.MaxValue is { } max)
        {
            both.Add(new Limit(max, "$this <= %limit", "value.too-great"));
        }

        return both.Count == 0 ? null : new MinMaxValueRule([.. both], source);
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        foreach (var limit in limits)
        {
            if (element.Type.Name == limit.Value.Value.Type.Name && !limit.Allows(element))
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, limit.MessageId, source, limit.Value.ToString());
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", limits.Select(limit => $"{(limit.MessageId is "value.too-small" ? "at least" : "at most")} {limit.Value}"));

    private sealed class Limit
    {
        private readonly CompiledExpression comparison;
        private readonly EvaluationContext context;

        public Limit(HeldValue value, string expression, string messageId)
        {
            Value = value;
            MessageId = messageId;
            comparison = CompiledExpression.Compile(expression, value.Value.Document.Schema);
            context = new EvaluationContext
            {
                Variables = new Dictionary<string, IReadOnlyList<FhirPathValue>>(StringComparer.Ordinal) { ["limit"] = [new FhirPathValue(value.Value)] },
            };
        }

        public HeldValue Value { get; }

        public string MessageId { get; }

        public bool Allows(Element element)
        {
            try
            {
                return comparison.IsTrue(element, context, whenEmpty: true);
            }
            catch (FhirPathException)
            {
                // Kinds that have no order between them.
                return true;
            }
        }
    }
}

using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>The national target (S1:70-74, 1859-1864): which measures, how many per cent fewer, by when, and from which years it is counted. Rows <c>target-2030</c> of <c>coercion.csv</c> and <c>targets.csv</c>.</summary>
internal sealed class TargetRule
{
    private readonly decimal percent;
    private readonly int lineFrom;
    private readonly int reached;

    /// <summary>By the dated tables.</summary>
    public TargetRule(RuleFolder rules)
    {
        var table = rules.Read("coercion");
        var rule = table.FirstOrDefault(static row => row.Text("rule") == "target-2030") ?? throw new RuleException("coercion.csv has no row target-2030.");
        var line = rules.Read("targets").FirstOrDefault(static row => row.Text("target") == "target-2030") ?? throw new RuleException("targets.csv has no row target-2030.");
        Measures = rule.List("measures");
        percent = rule.Number("at") ?? throw rule.Fault("'at' is missing");
        reached = rule.ValidTo?.Year ?? throw rule.Fault("'valid_to' is missing");
        BaselineFrom = (int)(line.Number("baseline_from") ?? throw line.Fault("'baseline_from' is missing"));
        BaselineTo = (int)(line.Number("baseline_to") ?? throw line.Fault("'baseline_to' is missing"));
        lineFrom = (int)(line.Number("line_from") ?? throw line.Fault("'line_from' is missing"));
        BaselineRate = line.Number("baseline_rate");
        FirstDay = table.Where(static row => row.Text("rule") == "coercion").Select(static row => row.ValidFrom).FirstOrDefault() ?? DateOnly.MinValue;
    }

    /// <summary>The measures that count.</summary>
    public IReadOnlyList<string> Measures { get; }

    /// <summary>The first year of the baseline.</summary>
    public int BaselineFrom { get; }

    /// <summary>The last year of the baseline.</summary>
    public int BaselineTo { get; }

    /// <summary>Episodes per 100,000 citizens and year in the baseline, where an official figure is configured; null to compute it.</summary>
    public decimal? BaselineRate { get; }

    /// <summary>The first day of which the table says what is coercion.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>What the target asks of a year: the baseline until the line begins, then down a straight line, and from the year in which it is reached the target itself.</summary>
    public decimal Line(decimal baseline, int year) =>
        baseline * (1 - (percent / 100 * Math.Clamp((year - lineFrom) / (decimal)(reached - lineFrom), 0, 1)));
}

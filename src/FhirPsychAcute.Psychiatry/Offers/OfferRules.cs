using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The dated thresholds of the directory (<c>referral.csv</c>, <c>offer-suits.csv</c>, <c>offer-modes.csv</c>).</summary>
internal sealed class OfferRules
{
    private readonly List<(RuleRow Row, TimeSpan Span)> thresholds;
    private readonly IReadOnlyList<RuleRow> suits;
    private readonly ILookup<string, (string Has, string Code)> modes;

    /// <summary>Reads them.</summary>
    /// <exception cref="RuleException">A table cannot be used.</exception>
    public OfferRules(RuleFolder rules)
    {
        thresholds = [.. rules.Read("referral").Where(static row => IsOurs(row.Text("rule"))).Select(static row => (row, SpanOf(row)))];
        suits = rules.Read("offer-suits");
        modes = rules.Read("offer-modes").ToLookup(static row => row.Text("mode"), static row => (row.Text("has"), row.Text("code")), StringComparer.Ordinal);
    }

    /// <summary>A threshold as a length of time; null where none holds on that day.</summary>
    public TimeSpan? Span(string rule, DateOnly day)
    {
        foreach (var (row, span) in thresholds)
        {
            if (row.Text("rule") == rule && row.IsValidOn(day))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>How soon a closed offer must open to be listed at that urgency.</summary>
    public TimeSpan OpensWithin(string? urgency, DateOnly day) => Span(urgency is null ? "opens-within" : "opens-within-" + urgency, day) ?? TimeSpan.Zero;

    /// <summary>Of what use each type of offer is at an urgency: <c>first</c>, <c>possible</c>, <c>last</c>; types that are none are absent.</summary>
    public IReadOnlyDictionary<string, string> Suits(string urgency, DateOnly day)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in suits)
        {
            if (row.Text("urgency") == urgency && row.IsValidOn(day))
            {
                types.TryAdd(row.Text("type"), row.Text("suits"));
            }
        }

        return types;
    }

    /// <summary>Whether an offer can be met in a way.</summary>
    public bool Offers(Offer offer, string mode)
    {
        foreach (var (has, code) in modes[mode])
        {
            var fits = has switch
            {
                "type" => offer.Types.Contains(code, StringComparer.Ordinal),
                "characteristic" => offer.Characteristics.Contains(code, StringComparer.Ordinal),
                _ => offer.Telephone is not null,
            };
            if (fits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOurs(string rule) => rule is "capacity-old" || rule.StartsWith("offer-", StringComparison.Ordinal) || rule.StartsWith("opens-within", StringComparison.Ordinal);

    private static TimeSpan SpanOf(RuleRow row)
    {
        var number = (double)(row.Number("at") ?? throw row.Fault("it has no number"));
        return row.Text("unit") switch
        {
            "min" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            var unit => throw row.Fault($"'{unit}' is no unit of time here"),
        };
    }
}

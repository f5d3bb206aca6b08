using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The dated thresholds of the directory (<c>referral.csv</c>, <c>offer-suits.csv</c>, <c>offer-modes.csv</c>).</summary>
internal sealed class OfferRules(RuleFolder rules)
{
    private readonly IReadOnlyList<RuleRow> thresholds = rules.Read("referral");
    private readonly IReadOnlyList<RuleRow> suits = rules.Read("offer-suits");
    private readonly ILookup<string, (string Has, string Code)> modes = rules.Read("offer-modes").ToLookup(static row => row.Text("mode"), static row => (row.Text("has"), row.Text("code")), StringComparer.Ordinal);

    /// <summary>The row of a threshold on a day; null where none holds.</summary>
    public RuleRow? Row(string rule, DateOnly day) => thresholds.FirstOrDefault(row => row.Text("rule") == rule && row.IsValidOn(day));

    /// <summary>A threshold as a length of time; null where none holds on that day.</summary>
    public TimeSpan? Span(string rule, DateOnly day) => Row(rule, day) is not { } row || row.Number("at") is not { } number ? null
        : row.Text("unit") switch
        {
            "min" => TimeSpan.FromMinutes((double)number),
            "h" => TimeSpan.FromHours((double)number),
            "d" => TimeSpan.FromDays((double)number),
            var unit => throw row.Fault($"'{unit}' is no unit of time here"),
        };

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
}

using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>What each thing that speaks for an offer is worth (<c>offer-ranking.csv</c>).</summary>
internal sealed class Ranking
{
    private readonly Dictionary<(string Criterion, string Value), int> points = [];

    /// <summary>Reads the table.</summary>
    public Ranking(RuleFolder rules)
    {
        foreach (var row in rules.Read("offer-ranking"))
        {
            points.TryAdd((row.Text("criterion"), row.Text("value")), decimal.ToInt32(row.Number("points") ?? throw row.Fault("it has no points")));
        }
    }

    /// <summary>Points; none for what the table does not name.</summary>
    public int Points(string criterion, string value) => points.GetValueOrDefault((criterion, value));

    /// <summary>Most points that a criterion can give.</summary>
    public int Most(string criterion) => points.Where(item => item.Key.Criterion == criterion).Select(static item => item.Value).DefaultIfEmpty().Max();
}

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

/// <summary>Whether somebody can be met there at the time asked for; in the order in which offers are listed.</summary>
internal enum Availability : byte
{
    /// <summary>Open.</summary>
    Open,
    /// <summary>The entry does not tell its hours.</summary>
    NotTold,
    /// <summary>Closed, and opens within the time limit of the urgency.</summary>
    OpensLater,
    /// <summary>Closed for longer.</summary>
    Closed,
}

/// <summary>Whether there is room.</summary>
internal enum Room : byte
{
    /// <summary>At least one free place, told recently.</summary>
    Free,
    /// <summary>Not told, or told too long ago.</summary>
    NotTold,
    /// <summary>No free place, told recently.</summary>
    Full,
}

/// <summary>An offer that fits, and what speaks for it.</summary>
internal sealed record FoundOffer
{
    /// <summary>The offer.</summary>
    public required Offer Offer { get; init; }

    /// <summary>Whether it is open.</summary>
    public required Availability Availability { get; init; }

    /// <summary>Until or from when.</summary>
    public required OpeningState Opening { get; init; }

    /// <summary>How near.</summary>
    public required Nearness Nearness { get; init; }

    /// <summary><c>first</c>, <c>possible</c> or <c>last</c> at the urgency; null when no urgency was told or the table does not know its types.</summary>
    public required string? Suits { get; init; }

    /// <summary>Whether there is room.</summary>
    public required Room Room { get; init; }

    /// <summary>Whether the entry was confirmed within the days of the rule <c>offer-stale</c>.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Whether it speaks the language asked for.</summary>
    public required bool IsSpoken { get; init; }

    /// <summary>Sum of what the table gives.</summary>
    public required int Points { get; init; }
}

/// <summary>
/// The order of the answer: open ones first, then those that do not tell their hours, then those that open later; among them by points, then by who opens first, then by name as a Danish
/// list has them, then by id. A total order, so that the same question always has the same answer.
/// </summary>
internal sealed class OfferOrder : IComparer<FoundOffer>
{
    /// <summary>The order.</summary>
    public static OfferOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(FoundOffer? x, FoundOffer? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = x.Availability.CompareTo(y.Availability);
        order = order != 0 ? order : y.Points.CompareTo(x.Points);
        order = order != 0 ? order : Nullable.Compare(x.Opening.Opens, y.Opening.Opens);
        order = order != 0 ? order : DanishOrder.Instance.Compare(x.Offer.Name, y.Offer.Name);
        return order != 0 ? order : string.CompareOrdinal(x.Offer.Id, y.Offer.Id);
    }
}

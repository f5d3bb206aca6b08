namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The conditions that an offer must meet, in the order in which they are tried.</summary>
internal enum Condition : byte
{
    /// <summary>It is for the citizen's municipality or region.</summary>
    Area,
    /// <summary>It is of a type asked for.</summary>
    Type,
    /// <summary>It is for the age group.</summary>
    Age,
    /// <summary>One can meet it in that way.</summary>
    Mode,
    /// <summary>It has beds for the night.</summary>
    Overnight,
    /// <summary>A place is free.</summary>
    Room,
    /// <summary>It is of use at that urgency.</summary>
    Urgency,
    /// <summary>It is open, or opens soon enough.</summary>
    Open,
}

/// <summary>The offers that a condition removed.</summary>
internal sealed class Removed
{
    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>When the first of the closed ones opens; null when none does in the next days.</summary>
    public DateTimeOffset? FirstOpens { get; set; }

    /// <summary>Its name.</summary>
    public string? FirstName { get; set; }
}

/// <summary>What the directory answers.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Found">All that fit, best first.</param>
/// <param name="RemovedBy">The offers that did not fit, by the first condition that each failed.</param>
/// <param name="MostPoints">Most points that an offer could have had.</param>
internal sealed record OfferAnswer(OfferQuery Query, IReadOnlyList<FoundOffer> Found, IReadOnlyDictionary<Condition, Removed> RemovedBy, int MostPoints)
{
    /// <summary>How well an offer fits, between 0 and 1, never higher for one that stands further down (Bundle.entry.search.score).</summary>
    public decimal Score(FoundOffer found)
    {
        var share = MostPoints == 0 ? 1m : (decimal)found.Points / MostPoints;
        return Math.Round(((int)Availability.OpensLater - (int)found.Availability + share) / 3m, 3);
    }
}

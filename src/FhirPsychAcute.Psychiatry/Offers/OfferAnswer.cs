namespace FhirPsychAcute.Psychiatry.Offers;

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

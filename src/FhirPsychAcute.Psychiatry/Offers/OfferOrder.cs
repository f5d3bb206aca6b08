namespace FhirPsychAcute.Psychiatry.Offers;

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

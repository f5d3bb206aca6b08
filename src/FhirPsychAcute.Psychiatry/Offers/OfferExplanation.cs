using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Puts into words why an offer fits and what to look out for.</summary>
/// <param name="answer">What was asked and found.</param>
/// <param name="areas">Names of municipalities.</param>
/// <param name="tables">Thresholds and holidays.</param>
internal sealed class OfferExplanation(OfferAnswer answer, AreaTable areas, OfferTables tables)
{
    private readonly OfferQuery query = answer.Query;
    private readonly TimeSpan closesSoon = tables.Rules.Span("offer-closes-soon", answer.Query.Area.Day) ?? TimeSpan.Zero;

    /// <summary>Why it fits.</summary>
    public IEnumerable<OfferRemark> Reasons(FoundOffer found)
    {
        var offer = found.Offer;
        if (query.Urgency is { } urgency && found.Suits is { } suits)
        {
            yield return new("suits-" + suits, DirectoryMessages.Word("urgency-" + urgency));
        }

        if (found.Availability == Availability.Open)
        {
            yield return found.Opening.Closes is { } closes ? new("open-until", Spoken(closes)) : new("open-always");
        }
        else if (found.Availability == Availability.OpensLater && found.Opening.Opens is { } opens)
        {
            yield return new("opens-later", Spoken(opens));
        }

        switch (found.Nearness)
        {
            case Nearness.Municipality:
                yield return new("area-municipality", query.Area.Municipality!.Name);
                break;
            case Nearness.Region when !query.Area.IsAnywhere:
                yield return new("area-region", query.Area.Region!.Name);
                break;
            case Nearness.Country:
                yield return new("area-country");
                break;
            default:
                break;
        }

        if (query.AgeGroup is { } group && offer.AgeGroups.Count > 0)
        {
            yield return new("for-age", DirectoryMessages.Word("age-" + group));
        }

        if (found.Room == Room.Free)
        {
            yield return new("place-free", offer.Capacity!.Free, offer.Capacity.Places, Spoken(offer.Capacity.AsOf));
        }

        if (query.IsOvernight)
        {
            yield return new("overnight");
        }

        if (found.IsSpoken)
        {
            yield return new("speaks", query.Language!);
        }

        if (offer.Characteristics.Contains("self-referral", StringComparer.Ordinal))
        {
            yield return new("self-referral");
        }
    }

    /// <summary>What one should know.</summary>
    public IEnumerable<OfferRemark> Remarks(FoundOffer found)
    {
        var offer = found.Offer;
        if (found.Availability == Availability.NotTold)
        {
            yield return new("hours-not-told");
        }

        if (found.Opening.Because is { } because)
        {
            yield return new("closed-because", because);
        }

        if (found.Availability == Availability.Open && found.Opening.Closes - query.At <= closesSoon)
        {
            yield return new("closes-soon", Spoken(found.Opening.Closes!.Value));
        }

        // Weekly hours seldom think of holidays; who has staff day and night, or says what holds on them, has.
        if (!offer.Characteristics.Contains("staffed-24h", StringComparer.Ordinal) && tables.Holidays.HolidayOn(DanishTime.Day(found.Opening.Opens ?? query.At)) is { } holiday)
        {
            yield return new("holiday", holiday.Name);
        }

        foreach (var words in offer.HoursInWords)
        {
            yield return new("hours-in-words", words);
        }

        if (offer.Telephone is null)
        {
            yield return new("no-telephone");
        }

        foreach (var remark in OfRoom(found))
        {
            yield return remark;
        }

        foreach (var remark in OfAccess(found))
        {
            yield return remark;
        }

        if (!found.IsConfirmed)
        {
            yield return offer.Confirmed is { } confirmed ? new("stale", SpokenTime.Day(confirmed)) : new("never-confirmed");
        }
    }

    private IEnumerable<OfferRemark> OfRoom(FoundOffer found)
    {
        var capacity = found.Offer.Capacity;
        if (found.Room == Room.Full)
        {
            yield return new("place-full", Spoken(capacity!.AsOf));
        }
        else if (found.Room == Room.NotTold && capacity is not null)
        {
            yield return new("capacity-old", capacity.Free, capacity.Places, Spoken(capacity.AsOf));
        }
        else if (found.Room == Room.NotTold && query.IsOvernight)
        {
            yield return new("capacity-not-told");
        }
    }

    private IEnumerable<OfferRemark> OfAccess(FoundOffer found)
    {
        var offer = found.Offer;
        if (found.Nearness == Nearness.NotTold)
        {
            yield return new("area-not-told");
        }
        else if (found.Nearness == Nearness.PartOfRegion)
        {
            yield return new("area-only", string.Join(", ", offer.Coverage.Municipalities.Select(code => areas.MunicipalityOf(code)?.Name ?? code)));
        }

        if (query.AgeGroup is not null && offer.AgeGroups.Count == 0)
        {
            yield return new("age-not-told");
        }

        foreach (var words in offer.OtherEligibility)
        {
            yield return new("eligibility-in-words", words);
        }

        if (offer.NeedsReferral)
        {
            yield return new("needs-referral");
        }

        if (offer.NeedsAppointment)
        {
            yield return new("needs-appointment");
        }

        if (query.Language is { } language && language != "da" && !found.IsSpoken)
        {
            yield return new("interpreter");
        }
    }

    private TranslatedText Spoken(DateTimeOffset time) => SpokenTime.Of(time, query.At);
}

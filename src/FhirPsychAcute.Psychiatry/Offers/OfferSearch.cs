
namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>One look into the directory: which offers meet the conditions, and how well.</summary>
internal sealed class OfferSearch
{
    private readonly OfferQuery query;
    private readonly AreaTable areas;
    private readonly OfferRules rules;
    private readonly Ranking ranking;
    private readonly DayLine days;
    private readonly DateTimeOffset listedUntil;
    private readonly IReadOnlyDictionary<string, string>? suits;
    private readonly TimeSpan? stale;
    private readonly TimeSpan? capacityOld;
    private readonly Dictionary<Condition, Removed> removed = [];

    public OfferSearch(OfferQuery query, AreaTable areas, OfferTables tables)
    {
        (this.query, this.areas, rules, ranking) = (query, areas, tables.Rules, tables.Ranking);
        var day = query.Area.Day;
        days = new DayLine(query.At, OpeningHours.DaysAhead);
        listedUntil = query.At + rules.OpensWithin(query.Urgency, day);
        suits = query.Urgency is { } urgency ? rules.Suits(urgency, day) : null;
        stale = rules.Span("offer-stale", day);
        capacityOld = rules.Span("capacity-old", day);
    }

    /// <summary>The answer.</summary>
    public OfferAnswer Of(IEnumerable<Offer> offers)
    {
        var found = new List<FoundOffer>();
        foreach (var offer in offers)
        {
            if (Judge(offer) is { } fits)
            {
                found.Add(fits);
            }
        }

        found.Sort(OfferOrder.Instance);
        var most = ranking.Most("place") + ranking.Most("area") + ranking.Most("confirmed") + (suits is null ? 0 : ranking.Most("suits")) + (query.Language is null ? 0 : ranking.Most("language"));
        return new OfferAnswer(query, found, removed, most);
    }

    private FoundOffer? Judge(Offer offer)
    {
        var nearness = query.Area.Of(offer.Coverage, areas);
        if (nearness == Nearness.Elsewhere)
        {
            return Remove(Condition.Area);
        }

        if (query.Types.Count > 0 && !offer.Types.Any(type => query.Types.Contains(type, StringComparer.Ordinal)))
        {
            return Remove(Condition.Type);
        }

        // An offer that names no age group turns nobody away.
        if (query.AgeGroup is { } group && offer.AgeGroups.Count > 0 && !offer.AgeGroups.Contains(group, StringComparer.Ordinal))
        {
            return Remove(Condition.Age);
        }

        if (query.Mode is { } mode && !rules.Offers(offer, mode))
        {
            return Remove(Condition.Mode);
        }

        if (query.IsOvernight && !offer.Characteristics.Contains("overnight", StringComparer.Ordinal))
        {
            return Remove(Condition.Overnight);
        }

        var room = RoomOf(offer);
        if (query.IsOvernight && room == Room.Full)
        {
            return Remove(Condition.Room);
        }

        var use = SuitsOf(offer);
        if (suits is not null && use is null && offer.Types.Count > 0)
        {
            return Remove(Condition.Urgency);
        }

        var opening = offer.Hours.At(query.At, days);
        var availability = !opening.IsTold ? Availability.NotTold : opening.IsOpen ? Availability.Open : opening.Opens <= listedUntil ? Availability.OpensLater : Availability.Closed;
        if (availability == Availability.Closed)
        {
            return RemoveClosed(offer, opening.Opens);
        }

        var isConfirmed = offer.Confirmed is { } confirmed && (stale is not { } limit || query.At - confirmed <= limit);
        var isSpoken = query.Language is { } language && offer.Languages.Contains(language, StringComparer.Ordinal);
        return new FoundOffer
        {
            Offer = offer,
            Availability = availability,
            Opening = opening,
            Nearness = nearness,
            Suits = use,
            Room = room,
            IsConfirmed = isConfirmed,
            IsSpoken = isSpoken,
            Points = ranking.Points("area", Word(nearness)) + ranking.Points("place", Word(room)) + (use is null ? 0 : ranking.Points("suits", use)) +
                (isConfirmed ? ranking.Points("confirmed", "recently") : 0) + (isSpoken ? ranking.Points("language", "spoken") : 0),
        };
    }

    private Room RoomOf(Offer offer) =>
        offer.Capacity is not { } capacity || (capacityOld is { } limit && query.At - capacity.AsOf > limit) ? Room.NotTold : capacity.Free > 0 ? Room.Free : Room.Full;

    private string? SuitsOf(Offer offer)
    {
        string? best = null;
        foreach (var type in offer.Types)
        {
            if (suits is not null && suits.TryGetValue(type, out var use) && (best is null || ranking.Points("suits", use) > ranking.Points("suits", best)))
            {
                best = use;
            }
        }

        return best;
    }

    private FoundOffer? Remove(Condition condition)
    {
        Count(condition);
        return null;
    }

    private FoundOffer? RemoveClosed(Offer offer, DateTimeOffset? opens)
    {
        var closed = Count(Condition.Open);
        if (opens is not null && (closed.FirstOpens is null || opens < closed.FirstOpens ||
            (opens == closed.FirstOpens && DanishOrder.Instance.Compare(offer.Name, closed.FirstName) < 0)))
        {
            (closed.FirstOpens, closed.FirstName) = (opens, offer.Name);
        }

        return null;
    }

    private Removed Count(Condition condition)
    {
        if (!removed.TryGetValue(condition, out var count))
        {
            removed.Add(condition, count = new Removed());
        }

        count.Count++;
        return count;
    }

    /// <summary>A nearness as the tables and codes call it.</summary>
    public static string Word(Nearness nearness) => nearness switch
    {
        Nearness.Municipality => "municipality",
        Nearness.Region => "region",
        Nearness.PartOfRegion => "part-of-region",
        Nearness.Country => "country",
        Nearness.NotTold => "not-told",
        _ => "elsewhere",
    };

    private static string Word(Room room) => room switch { Room.Free => "free", Room.Full => "full", _ => "not-told" };
}

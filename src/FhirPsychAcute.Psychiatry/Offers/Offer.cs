using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>An offer (profile psychacute-offer), read once. Immutable.</summary>
internal sealed class Offer
{
    /// <summary>The resource as it is stored.</summary>
    public required ResourceDocument Resource { get; init; }

    /// <summary>Logical id.</summary>
    public required string Id { get; init; }

    /// <summary>Name; empty where the entry has none.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of psychacute-offer-type.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Codes of psychacute-offer-characteristic.</summary>
    public required IReadOnlyList<string> Characteristics { get; init; }

    /// <summary>Codes of psychacute-age-group; empty where the entry names none.</summary>
    public required IReadOnlyList<string> AgeGroups { get; init; }

    /// <summary>For whom it is, where the entry says so in words or in others' codes.</summary>
    public required IReadOnlyList<string> OtherEligibility { get; init; }

    /// <summary>Codes of the languages spoken, without region (<c>ar</c>).</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whose citizens it is for.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>When it is open.</summary>
    public required OpeningHours Hours { get; init; }

    /// <summary>What the entry says of its hours in words.</summary>
    public required IReadOnlyList<string> HoursInWords { get; init; }

    /// <summary>Telephone number to call first; null where there is none.</summary>
    public required string? Telephone { get; init; }

    /// <summary>Places, free places and when that was so; null where the entry does not say.</summary>
    public required Capacity? Capacity { get; init; }

    /// <summary>When somebody last confirmed that the entry is right; null for never.</summary>
    public required DateTimeOffset? Confirmed { get; init; }

    /// <summary>Whether one must have an appointment.</summary>
    public required bool NeedsAppointment { get; init; }

    /// <summary>Whether the entry names ways of referral and does not say that one may come without.</summary>
    public required bool NeedsReferral { get; init; }
}

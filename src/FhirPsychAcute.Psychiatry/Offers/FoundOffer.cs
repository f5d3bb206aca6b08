namespace FhirPsychAcute.Psychiatry.Offers;

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

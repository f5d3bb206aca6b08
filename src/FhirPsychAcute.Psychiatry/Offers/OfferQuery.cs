namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>What is asked of the directory (HealthcareService/$find-offer), checked.</summary>
internal sealed record OfferQuery
{
    /// <summary>The moment at which the offer shall be open.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the citizen lives.</summary>
    public required CitizenArea Area { get; init; }

    /// <summary>Code of psychacute-age-group; null when not asked for.</summary>
    public string? AgeGroup { get; init; }

    /// <summary>Code of psychacute-urgency-level; null when not told.</summary>
    public string? Urgency { get; init; }

    /// <summary>Code of psychacute-contact-mode; null for any.</summary>
    public string? Mode { get; init; }

    /// <summary>Codes of psychacute-offer-type; none for any.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Whether a free place for the night is wanted.</summary>
    public bool IsOvernight { get; init; }

    /// <summary>Language that the citizen speaks (<c>ar</c>); null when not asked for.</summary>
    public string? Language { get; init; }

    /// <summary>Most offers in the answer.</summary>
    public int Count { get; init; } = 20;
}

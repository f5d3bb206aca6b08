namespace FhirPsychAcute.Psychiatry.Indicators.Referrals;

/// <summary>One referral as it stands, or one night in an akuttilbud.</summary>
internal sealed class ReferralFact
{
    /// <summary>Code of psychacute-task-state; null for a night.</summary>
    public string? State { get; init; }

    /// <summary>Code of psychacute-task-reason of a referral that was declined.</summary>
    public string? DeclinedBecause { get; init; }

    /// <summary>The time limit has passed, and nobody came or said no.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Code of psychacute-urgency-level; null for a night.</summary>
    public string? Urgency { get; init; }

    public required string Region { get; init; }
    public required string Municipality { get; init; }

    public bool IsNight => State is null;

    /// <summary>Of a night: it follows no other.</summary>
    public bool IsFirstNight { get; init; }
}

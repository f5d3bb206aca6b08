namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>One episode as it is counted.</summary>
internal sealed class EpisodeFact
{
    public required DateTimeOffset Start { get; init; }

    /// <summary>Code of psychacute-coercion-measure.</summary>
    public required string Measure { get; init; }

    /// <summary>At the patient's own request: no coercion, counted by itself.</summary>
    public required bool IsVoluntary { get; init; }

    /// <summary>One of the measures of the target for 2030.</summary>
    public required bool IsTarget { get; init; }

    /// <summary>Logical id of the person; null where it is not known.</summary>
    public required string? Person { get; init; }

    public required string Region { get; init; }
    public required string Municipality { get; init; }
    public required string Age { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Band of its length; null for measures without bands.</summary>
    public string? Band { get; init; }

    /// <summary>Band of the set of two; null for measures without.</summary>
    public string? ShortLong { get; init; }

    /// <summary>Whether it lasted over 24 hours, counted cumulatively.</summary>
    public bool IsOver24 { get; init; }

    /// <summary>Whether it lasted over 48 hours.</summary>
    public bool IsOver48 { get; init; }

    public bool IsBelt => Measure == "baelte";

    public bool IsHolding => Measure == "fastholdelse";

    public bool Has(string reason) => Reasons.Contains(reason, StringComparer.Ordinal);
}

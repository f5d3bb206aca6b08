using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>What of a person's path is asked for.</summary>
/// <param name="Patients">Addresses of the person's records, the one asked for first.</param>
/// <param name="At">The time as of which it is told: what is overdue, what goes on.</param>
/// <param name="Language">Language of the texts.</param>
public sealed record PathwayRequest(IReadOnlyList<string> Patients, DateTimeOffset At, Language Language)
{
    /// <summary>Steps that ended before are left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Steps that began at this time or later are left out.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Kinds listed (<c>psychacute-pathway-kind</c>); empty for all. Counts are of all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Sectors listed (<c>psychacute-sector</c>); empty for all. Counts are of all.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>A detention (<c>Procedure/id</c>) up to which the path is shown, its beginning included; null for none.</summary>
    public string? UpTo { get; init; }
}

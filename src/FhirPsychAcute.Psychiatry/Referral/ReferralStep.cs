using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>A step that a referral took, as its Provenance tells it.</summary>
/// <param name="Address">Address of the Provenance.</param>
/// <param name="Provenance">The Provenance.</param>
public sealed record ReferralStep(string Address, ResourceDocument Provenance)
{
    /// <summary>Where the referral came to stand; null when the Provenance does not tell.</summary>
    public ReferralState? State => ReferralStates.Find(Provenance.Root.Child("activity") is { Exists: true } activity ? activity.CodeOf(ReferralStates.System) : null);

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? Recorded => Provenance.Root.TimeIn("recorded");

    /// <summary>When it happened, where that is told.</summary>
    public DateTimeOffset? Occurred => Provenance.Root.RangeIn("occurred")?.From ?? Provenance.Root.PeriodIn("occurred").Start;

    /// <summary>Number of the version of the task that it made; 0 when it is not told.</summary>
    public int Version => Provenance.Root.Child("target") is { Exists: true } target && target.ChildValue("reference") is { } reference
        && int.TryParse(reference[(reference.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var version) && reference.Contains("/_history/", StringComparison.Ordinal) ? version : 0;
}

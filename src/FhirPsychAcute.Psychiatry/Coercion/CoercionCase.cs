using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>
/// One episode of a measure and everything about it that the rules ask for, as it stood at a time: what happened later is not in it. Read from gathered resources
/// (<see cref="CoercionGathering"/>); what is missing there is missing here, and the clocks say so.
/// </summary>
public sealed class CoercionCase
{
    internal CoercionCase(ResourceDocument procedure, string address, DateTimeOffset at)
    {
        Procedure = procedure;
        Address = address;
        At = at;
    }

    /// <summary>The measure.</summary>
    public ResourceDocument Procedure { get; }

    /// <summary>Its address in the set it was read from.</summary>
    public string Address { get; }

    /// <summary>The time as of which it is read.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Code of psychacute-coercion-measure; null where it has none.</summary>
    public string? Measure { get; internal init; }

    /// <summary>Whether its code is a proposal without legal basis.</summary>
    public bool IsProposal { get; internal init; }

    /// <summary>Procedure.status.</summary>
    public string Status { get; internal init; } = "unknown";

    /// <summary>When it began; null where that is missing.</summary>
    public DateTimeOffset? Start { get; internal init; }

    /// <summary>When it ended; the start for what happens at a point in time; null while it goes on.</summary>
    public DateTimeOffset? End { get; internal init; }

    /// <summary>Whether it happens at a point in time (a single dose).</summary>
    public bool IsPoint { get; internal init; }

    /// <summary>How long it lasted, or has lasted by now; null without start, or for a point in time.</summary>
    public TimeSpan? Length => IsPoint || Start is not { } start || start > At ? null : (End ?? At) - start;

    /// <summary>Whether it is registered as over without saying when it ended.</summary>
    public bool IsEndMissing { get; internal init; }

    /// <summary>Whether it goes on at that time.</summary>
    public bool IsOpen => Start <= At && End is null && !IsEndMissing && IsReal;

    /// <summary>Whether there was a measure at all.</summary>
    public bool IsReal => Status is not ("not-done" or "entered-in-error");

    /// <summary>The patient's address; null where it is missing.</summary>
    public string? Patient { get; internal init; }

    /// <summary>The patient's age at the start; null when the date of birth is missing.</summary>
    public AgeAtStart? Age { get; internal init; }

    /// <summary>Address of the admission; null where it is missing.</summary>
    public string? Admission { get; internal init; }

    /// <summary>When the admission ended; null while it lasts or is not known.</summary>
    public DateTimeOffset? Discharged { get; internal init; }

    /// <summary>Address of the ward: of the measure, or else of the admission; null where neither says.</summary>
    public string? Ward { get; internal init; }

    /// <summary>Code of psychacute-admission-status; null where it is missing.</summary>
    public string? AdmissionStatus { get; internal init; }

    /// <summary>Whether it makes somatic treatment possible.</summary>
    public bool IsSomatic { get; internal init; }

    /// <summary>When the certifying physician examined the person.</summary>
    public DateTimeOffset? Examined { get; internal init; }

    /// <summary>Start and end of the time for reflection.</summary>
    public (DateTimeOffset? Start, DateTimeOffset? End) Reflection { get; internal init; }

    /// <summary>Whether the child consented; null where nothing says so.</summary>
    public bool? ChildConsents { get; internal init; }

    /// <summary>Whether the holders of custody consented; null where nothing says so.</summary>
    public bool? CustodyConsents { get; internal init; }

    /// <summary>Reviews and notes, by time.</summary>
    public IReadOnlyList<CaseEvent> Events { get; internal init; } = [];

    /// <summary>Appointments of advisers that cover the measure, by time.</summary>
    public IReadOnlyList<CaseAdviser> Advisers { get; internal init; } = [];

    /// <summary>The advisers' visits, by time.</summary>
    public IReadOnlyList<DateTimeOffset> Visits { get; internal init; } = [];

    /// <summary>Complaints and steps onward, by time.</summary>
    public IReadOnlyList<CaseComplaint> Complaints { get; internal init; } = [];

    /// <summary>After-talks.</summary>
    public IReadOnlyList<CaseTalk> Talks { get; internal init; } = [];

    /// <summary>When drugs were given as part of it, by time.</summary>
    public IReadOnlyList<DateTimeOffset> Doses { get; internal init; } = [];

    /// <summary>When the patient was told, orally and in writing with guidance on complaint, by time.</summary>
    public IReadOnlyList<DateTimeOffset> Notified { get; internal init; } = [];

    /// <summary>Addresses of its plans for ending.</summary>
    public IReadOnlyList<string> EndingPlans { get; internal init; } = [];

    /// <summary>Addresses of straps and gloves that are part of it.</summary>
    public IReadOnlyList<string> Devices { get; internal init; } = [];
}

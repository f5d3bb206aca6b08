using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Writing;

/// <summary>
/// A rule of the field over what is written: it is asked between the check of the profiles and the storing, and says what stands against the change, what the writer should
/// know, and what is stored along with it. It knows no store: it says what it needs, and is judged on what it was given. Implementations hold no state that changes and are safe
/// for any number of threads.
/// </summary>
public interface IWriteRule
{
    /// <summary>Resource type that it is about; writes of other types never come near it.</summary>
    string Type { get; }

    /// <summary>Canonical of the profile by which resources are its concern: the version before or the new one claims it (meta.profile).</summary>
    string Profile { get; }

    /// <summary>
    /// What has to be known beyond the change itself. Asked again with what was found, until it asks for nothing new, a bounded number of times
    /// (<see cref="WriteChange.MaxRounds"/>); what the unit itself writes is known from the start.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="known">Resources of the same unit, and what was gathered so far.</param>
    IEnumerable<Gathering> Needs(WriteChange change, ResourceSet known);

    /// <summary>Judges the change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="known">Resources of the same unit as they will be stored, and what was gathered.</param>
    WriteJudgement Judge(WriteChange change, ResourceSet known);
}

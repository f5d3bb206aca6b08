using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Writing;

/// <summary>What a rule says of a change.</summary>
/// <param name="Findings">What the writer is told. An error refuses the change, and all that is written with it: as not permitted (403) where its code is forbidden, otherwise as
/// a broken rule (422).</param>
/// <param name="Companions">What is stored in the same unit when nothing refuses it.</param>
public sealed record WriteJudgement(IReadOnlyList<OutcomeIssue> Findings, IReadOnlyList<Companion> Companions)
{
    /// <summary>Nothing to say.</summary>
    public static WriteJudgement Nothing { get; } = new([], []);

    /// <summary>A refusal.</summary>
    public static WriteJudgement Refused(params IReadOnlyList<OutcomeIssue> findings) => new(findings, []);
}

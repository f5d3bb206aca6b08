namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The talk after a measure (psykiatriloven § 4, stk. 5), and that the patient is told of it (§ 31).</summary>
internal static class AftercareClocks
{
    /// <summary>The talk: with the patient, or for a child under the age of the act with a holder of custody.</summary>
    public static Clock Talk(CoercionCase episode, CoercionRule rule, CoercionRule? rights)
    {
        var custody = rule.Applies.Contains("minor");
        if (custody && Minor(episode, rights) is not true)
        {
            return Minor(episode, rights) is null ? ClockFace.Undecided(rule, "no-age") : ClockFace.NotApplicable(rule, "not-minor", episode.Age!.Value.Least);
        }

        if (episode.End is null)
        {
            return episode.IsEndMissing ? ClockFace.JudgeUntimed(rule, Offered(episode, custody), null) : ClockFace.Waiting(rule, "not-ended");
        }

        return ClockFace.JudgeUntimed(rule, Offered(episode, custody), null);
    }

    /// <summary>The patient was told.</summary>
    public static Clock Told(CoercionCase episode, CoercionRule rule) => ClockFace.JudgeUntimed(rule, episode.Notified is [var first, ..] ? first : null, null);

    /// <summary>Whether the patient is under the age from which the young person consents; null when it cannot be told.</summary>
    public static bool? Minor(CoercionCase episode, CoercionRule? rights) => rights?.At is { } limit ? AgeAtStart.IsUnder(episode.Age, limit) : false;

    private static DateTimeOffset? Offered(CoercionCase episode, bool custody) =>
        episode.Talks.Where(talk => talk.IsWithCustodyHolder == custody).Select(static talk => (DateTimeOffset?)talk.Offered).FirstOrDefault();
}

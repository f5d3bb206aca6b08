using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Whether an episode is coercion and counts, and why.</summary>
/// <param name="IsCoercion">Whether it counts as coercion.</param>
/// <param name="IsInTarget">Whether it is an episode of the national target for 2030.</param>
/// <param name="Group">What it is counted apart as: <c>voluntary-belt</c>, <c>somatic</c>; null for none.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Rule">The rule that decides; null where none of the table does.</param>
public sealed record EpisodeCount(bool IsCoercion, bool IsInTarget, string? Group, TranslatedText Reason, CoercionRule? Rule)
{
    /// <summary>When it becomes coercion, if it lasts so long; null for never or already.</summary>
    public DateTimeOffset? From { get; private init; }

    /// <summary>Judges an episode.</summary>
    /// <param name="episode">The episode.</param>
    /// <param name="applying">The rules that were valid on the day it began.</param>
    public static EpisodeCount Of(CoercionCase episode, IReadOnlyList<CoercionRule> applying)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(applying);
        if (episode.IsProposal)
        {
            return No("counts-not-proposal");
        }

        if (!episode.IsReal)
        {
            return No("counts-not-status", episode.Status);
        }

        if (episode.Start is not { } start)
        {
            return No("counts-no-start");
        }

        if (start > episode.At)
        {
            return No("not-begun") with { From = start };
        }

        if (RuleOf(applying, "voluntary-belt") is { } voluntary)
        {
            return new(IsCoercion: false, IsInTarget: false, "voluntary-belt", CoercionTexts.Of("counts", voluntary.Sentence), voluntary);
        }

        if (RuleOf(applying, "coercion") is not { } general)
        {
            return No("counts-not-known");
        }

        if (RuleOf(applying, "shielding-24") is { At.Elapsed: { } least } shielding && episode.Length is { } lasted && lasted < least)
        {
            return episode.IsOpen
                ? No("counts-not-shielding-yet", Calendar.DanishWords.Of(start + least), Calendar.DanishWords.Of(least)) with { Rule = shielding, From = start + least }
                : No("counts-not-shielding", Calendar.DanishWords.Of(lasted), Calendar.DanishWords.Of(least)) with { Rule = shielding };
        }

        var target = RuleOf(applying, "target-2030") is not null;
        var group = episode.IsSomatic ? "somatic" : null;
        EpisodeCount Yes(string id, CoercionRule rule) => new(IsCoercion: true, target, group, CoercionTexts.Of(id, rule.Sentence), rule);

        var rights = RuleOf(applying, "minor-rights");
        var custody = RuleOf(applying, "minor-custody-consent");
        var child = RuleOf(applying, "minor-child-consent");
        switch (AftercareClocks.Minor(episode, rights))
        {
            case true when custody is not null && episode.CustodyConsents is true:
                return new(IsCoercion: false, IsInTarget: false, null, CoercionTexts.Of("counts", custody.Sentence), custody);
            case true when child is not null && episode.ChildConsents is true:
                return No("counts-not-child") with { Rule = child };
            case true when child is not null && episode.ChildConsents is false:
                return Yes("counts", child);
            case true when episode.ChildConsents is null && episode.CustodyConsents is null:
                return Yes("counts-no-consent", general);
            case null:
                return Yes("counts-age-unknown", general);
            default:
                return Yes("counts", RuleOf(applying, "shielding-24") ?? general);
        }
    }

    private static CoercionRule? RuleOf(IReadOnlyList<CoercionRule> applying, string code) => applying.FirstOrDefault(rule => rule.Code == code);

    private static EpisodeCount No(string id, params object[] arguments) => new(IsCoercion: false, IsInTarget: false, null, CoercionTexts.Of(id, arguments), null);
}

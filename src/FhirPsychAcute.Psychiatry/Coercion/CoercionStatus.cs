using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>All that the rules say of one episode at a time.</summary>
/// <param name="Case">The episode.</param>
/// <param name="Count">Whether it counts, and why.</param>
/// <param name="Bands">The bands of its length, one of each indicator.</param>
/// <param name="Clocks">Every clock; none for what is no coercion.</param>
public sealed record CoercionStatus(CoercionCase Case, EpisodeCount Count, IReadOnlyList<DurationBand> Bands, IReadOnlyList<Clock> Clocks)
{
    /// <summary>Judges an episode by the rules that were valid on the day it began.</summary>
    public static CoercionStatus Of(CoercionCase episode, CoercionRules rules)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(rules);
        var began = DanishTime.Day(episode.Start ?? episode.At);
        var applying = episode.Measure is { } measure ? rules.For(measure, began) : [];
        var count = EpisodeCount.Of(episode, applying);
        return new(
            episode,
            count,
            episode is { Measure: { } banded, Length: { } length, End: not null, IsReal: true } ? [.. rules.Bands.Of(banded, length)] : [],
            count.IsCoercion || (episode is { IsReal: true, IsProposal: false } && (episode.Start is null || episode.Start > episode.At)) ? CoercionClocks.Of(episode, rules, applying) : []);
    }

    /// <summary>The clock that falls due next; null when none will.</summary>
    public Clock? Next => Clocks.Where(static clock => clock is { State: ClockState.Running, Due: not null }).MinBy(static clock => clock.Due!.Value.Passes);

    /// <summary>When this answer changes by time alone; null when it never does.</summary>
    public DateTimeOffset? ChangesAt
    {
        get
        {
            var next = Next?.Due?.ChangesAt;
            return Count.From is { } from && (next is null || from < next) ? from : next;
        }
    }
}

namespace FhirPsychAcute.Psychiatry.Watching;

/// <summary>What a watch saw of one focus.</summary>
/// <param name="LookAgain">The next time at which something falls due, even if nothing is written before; null when nothing ever will.</param>
/// <param name="Alerts">What somebody must be told now, including what has been told already and still holds; each is stored once.</param>
public sealed record WatchResult(DateTimeOffset? LookAgain, params IReadOnlyList<WatchAlert> Alerts)
{
    /// <summary>Nothing, and nothing to come.</summary>
    public static WatchResult Nothing { get; } = new(LookAgain: null);
}

namespace FhirPsychAcute.Server;

/// <summary>How long to wait before the next attempt: a second, then twice as long each time, at most five minutes, and never in step with others.</summary>
internal static class BackOff
{
    /// <summary>The first pause.</summary>
    public static TimeSpan First { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that the server chooses.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest pause that a receiver may ask for.</summary>
    public static TimeSpan LongestAsked { get; } = TimeSpan.FromHours(1);

    /// <summary>The pause after failures.</summary>
    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="chance">From 0 to 1: where in the latter half of the pause the next attempt lies.</param>
    /// <param name="asked">Retry-After of the receiver; null for none.</param>
    public static TimeSpan After(int failures, double chance, TimeSpan? asked = null)
    {
        // Beyond twenty doublings the limit counts anyway.
        var whole = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        whole = whole < Longest ? whole : Longest;
        var pause = whole * (0.5 + (0.5 * Math.Clamp(chance, 0, 1)));
        if (asked is not { } wanted || wanted <= pause)
        {
            return pause;
        }

        return wanted < LongestAsked ? wanted : LongestAsked;
    }
}

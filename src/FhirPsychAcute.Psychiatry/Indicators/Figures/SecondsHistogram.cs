namespace FhirPsychAcute.Psychiatry.Indicators.Figures;

/// <summary>
/// How often each length in whole seconds occurred: exact quantiles of any number of lengths in memory that depends on the longest of them only. Two that counted apart
/// can be merged. Not thread-safe.
/// </summary>
public sealed class SecondsHistogram
{
    // Beyond a day lengths are kept one by one: they are errors of registration or rare, and must not cost memory for every second before them.
    private const int Dense = 86_400;

    private int[] counts = [];
    private SortedDictionary<long, int>? beyond;

    /// <summary>How many lengths were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a length.</summary>
    /// <param name="seconds">Whole seconds; negative lengths are not lengths and are left out.</param>
    public void Add(long seconds)
    {
        if (seconds >= 0)
        {
            Add(seconds, 1);
        }
    }

    /// <summary>Adds all that another has counted.</summary>
    public void Merge(SecondsHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var seconds = 0; seconds < other.counts.Length; seconds++)
        {
            if (other.counts[seconds] > 0)
            {
                Add(seconds, other.counts[seconds]);
            }
        }

        foreach (var (seconds, count) in other.beyond ?? [])
        {
            Add(seconds, count);
        }
    }

    /// <summary>The median in seconds: the middle length, between the two middle ones their mean; null when there is none.</summary>
    public decimal? Median() => Count switch
    {
        0 => null,
        _ when Count % 2 == 1 => At((Count / 2) + 1),
        _ => (At(Count / 2) + At((Count / 2) + 1)) / 2m,
    };

    /// <summary>The shortest length in seconds that at least so many per cent of the lengths do not exceed (nearest rank); null when there is none.</summary>
    /// <param name="percent">1 to 100.</param>
    public decimal? Percentile(int percent) => Count == 0 ? null : At(((Count * percent) + 99) / 100);

    private long At(long rank)
    {
        var passed = 0L;
        for (var seconds = 0; seconds < counts.Length; seconds++)
        {
            passed += counts[seconds];
            if (passed >= rank)
            {
                return seconds;
            }
        }

        foreach (var (seconds, count) in beyond ?? [])
        {
            passed += count;
            if (passed >= rank)
            {
                return seconds;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(rank));
    }

    private void Add(long seconds, int count)
    {
        Count += count;
        if (seconds >= Dense)
        {
            beyond ??= [];
            beyond[seconds] = beyond.GetValueOrDefault(seconds) + count;
            return;
        }

        if (seconds >= counts.Length)
        {
            Array.Resize(ref counts, (int)Math.Min(Dense, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)seconds + 64)));
        }

        counts[seconds] += count;
    }
}

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>When an offer is open (HealthcareService.availableTime, notAvailable). Immutable.</summary>
/// <param name="Windows">Weekly hours.</param>
/// <param name="Closures">Closed days.</param>
/// <param name="IsTold">Whether the entry tells hours; without them nobody knows.</param>
internal sealed record OpeningHours(IReadOnlyList<OpeningWindow> Windows, IReadOnlyList<Closure> Closures, bool IsTold)
{
    /// <summary>How many days ahead closing and opening are looked for.</summary>
    public const int DaysAhead = 8;

    /// <summary>Whether it is open at a moment, and until or from when.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="days">The days around it, made with <see cref="DaysAhead"/>.</param>
    public OpeningState At(DateTimeOffset time, DayLine days)
    {
        if (!IsTold)
        {
            return default;
        }

        var at = time.UtcTicks;
        var open = Open(days);
        foreach (var (from, to) in open)
        {
            if (from <= at && at < to)
            {
                return new(true, true, to >= days.End ? null : Time(to), null, null);
            }

            if (from > at)
            {
                return new(true, false, null, Time(from), WhyClosed(at));
            }
        }

        return new(true, false, null, null, WhyClosed(at));
    }

    // Spans in which it is open, in order, none touching another.
    private List<(long From, long To)> Open(DayLine days)
    {
        var spans = new List<(long From, long To)>();
        for (var day = 0; day < days.Days; day++)
        {
            var bit = 1 << (int)days.WeekdayOf(day);
            foreach (var window in Windows)
            {
                if ((window.Days & bit) != 0 && days.Closes(day, window.To) is var to && days.Opens(day, window.From) is var from && from < to)
                {
                    spans.Add((from, to));
                }
            }
        }

        spans.Sort();
        foreach (var closure in Closures)
        {
            Cut(spans, closure);
        }

        return Joined(spans);
    }

    private static void Cut(List<(long From, long To)> spans, Closure closure)
    {
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            var (from, to) = spans[i];
            if (closure.To <= from || to <= closure.From)
            {
                continue;
            }

            spans.RemoveAt(i);
            if (closure.To < to)
            {
                spans.Insert(i, (closure.To, to));
            }

            if (from < closure.From)
            {
                spans.Insert(i, (from, closure.From));
            }
        }
    }

    private static List<(long From, long To)> Joined(List<(long From, long To)> spans)
    {
        var joined = new List<(long From, long To)>(spans.Count);
        spans.Sort();
        foreach (var (from, to) in spans)
        {
            if (joined.Count > 0 && from <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, to));
            }
            else
            {
                joined.Add((from, to));
            }
        }

        return joined;
    }

    private string? WhyClosed(long at)
    {
        foreach (var closure in Closures)
        {
            if (closure.From <= at && at < closure.To)
            {
                return closure.Description;
            }
        }

        return null;
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}

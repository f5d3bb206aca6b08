namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>When a person is admitted, detained, and when each measure begins and ends. Everything lies in the year; measures of one person do not overlap.</summary>
internal sealed class AdmissionSchedule
{
    private const int Pause = 1800;
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    /// <summary>Draws the times.</summary>
    public AdmissionSchedule(Inpatient inpatient, SimulationRules rules, YearClock clock, RandomStream random)
    {
        var durations = inpatient.Measures.Select(measure => Duration(measure, rules, random)).ToArray();
        var detained = inpatient.Detention is null ? 0 : rules.Value("detention-hours", "", random) * Hour;
        var busy = durations.Sum(static seconds => (long)seconds + Pause);
        var free = Day + random.Below(6 * Day);
        var length = (int)Math.Min(Math.Max(busy + (busy / 4) + free, detained), clock.Seconds - 1);
        var from = random.Below(clock.Seconds - length);
        (Start, End) = (clock.At(from), clock.At((long)from + length));
        DetainedUntil = clock.At((long)from + Math.Min(detained, length));

        // Where more happens than the year has room for, measures overlap rather than leave it.
        var room = (int)Math.Max(1, length - busy);
        var offsets = durations.Select(_ => random.Below(room)).Order().ToArray();
        var before = 0L;
        for (var i = 0; i < durations.Length; i++)
        {
            var start = Math.Min(from + offsets[i] + before, clock.Seconds - 1L);
            Times.Add((clock.At(start), clock.At(start + durations[i])));
            before += durations[i] + Pause;
        }

        if (Times.Count > 0 && Times[^1].End > End)
        {
            End = Times[^1].End;
        }
    }

    /// <summary>Admission.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Discharge.</summary>
    public DateTimeOffset End { get; }

    /// <summary>End of the detention, where there is one.</summary>
    public DateTimeOffset DetainedUntil { get; }

    /// <summary>Start and end of each measure, in order.</summary>
    public List<(DateTimeOffset Start, DateTimeOffset End)> Times { get; } = [];

    private static int Duration(PlannedMeasure measure, SimulationRules rules, RandomStream random) => measure switch
    {
        { Band: "" } => 0,
        { Measure: "fastholdelse" } => rules.Value("holding-seconds", measure.Band, random),
        _ => rules.Value("belt-seconds", measure.Band, random),
    };
}

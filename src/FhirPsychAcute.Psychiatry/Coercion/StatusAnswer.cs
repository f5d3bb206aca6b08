using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The answer of <c>Procedure/[id]/$coercion-status</c>: a Parameters resource as the OperationDefinition psychacute-coercion-status describes it.</summary>
public static class StatusAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="status">What the rules say.</param>
    /// <param name="language">Language of the texts.</param>
    /// <returns>The resource as JSON.</returns>
    public static byte[] Write(CoercionStatus status, Language language)
    {
        ArgumentNullException.ThrowIfNull(status);
        var episode = status.Case;
        using var composer = new ResourceComposer();
        composer.Begin("Parameters").OpenList("parameter");
        Named(composer, "procedure").Reference("valueReference", episode.Address).Close();
        Named(composer, "at").Time("valueDateTime", episode.At).Close();
        if (episode.Measure is { } measure)
        {
            Named(composer, "measure").Coding("valueCoding", CoercionCodes.Measure, measure).Close();
        }

        Named(composer, "open").Flag("valueBoolean", episode.IsOpen).Close();
        WriteCount(composer, status.Count, language);
        WritePerson(composer, episode);
        WriteLength(composer, status, language);
        foreach (var device in episode.Devices)
        {
            Named(composer, "device").Reference("valueReference", device).Close();
        }

        foreach (var plan in episode.EndingPlans)
        {
            Named(composer, "endingPlan").Reference("valueReference", plan).Close();
        }

        foreach (var clock in status.Clocks)
        {
            Named(composer, "clock").OpenList("part");
            WriteClock(composer, clock, language);
            composer.CloseList().Close();
        }

        foreach (var clock in status.Clocks.Where(clock => ClockFinding.IsDue(episode, clock)))
        {
            Named(composer, "finding").OpenResource("resource", "DetectedIssue", null, Guide.Structure("clock-finding"));
            ClockFinding.Write(composer, episode, clock, language).Close().Close();
        }

        return composer.CloseList().Finish().ToArray();
    }

    /// <summary>Opens a parameter or part of that name.</summary>
    internal static ResourceComposer Named(ResourceComposer composer, string name) => composer.OpenItem().Text("name", name);

    /// <summary>The parts of one clock.</summary>
    internal static void WriteClock(ResourceComposer composer, Clock clock, Language language)
    {
        Named(composer, "code").Coding("valueCoding", CoercionCodes.Clock, clock.Rule.Code, clock.Rule.Sentence.In(Language.Danish)).Close();
        Named(composer, "status").Text("valueCode", StateCode(clock.State)).Close();
        Named(composer, "severity").Text("valueCode", SeverityCode(clock.Rule.Severity)).Close();
        Named(composer, "act").Flag("valueBoolean", clock.NeedsActor).Close();
        if (clock.Due is { } due)
        {
            Named(composer, "due").Text("valueDateTime", due.Fhir).Close();
        }

        if (clock.Done is { } done)
        {
            Named(composer, "done").Time("valueDateTime", done).Close();
        }

        if (clock.Late is { } late)
        {
            Duration(Named(composer, "late"), late).Close();
        }

        if (clock.Times > 1)
        {
            Named(composer, "times").Number("valueInteger", clock.Times).Close();
        }

        if (clock.About is { } about)
        {
            Named(composer, "about").Reference("valueReference", about).Close();
        }

        Named(composer, "text").Text("valueString", clock.Sentence.In(language)).Close();
        Named(composer, "source").Text("valueString", clock.Rule.Source).Close();
        Named(composer, "verified").Flag("valueBoolean", clock.Rule.IsVerified).Close();
    }

    /// <summary>Code of psychacute-clock-state.</summary>
    internal static string StateCode(ClockState state) => state switch
    {
        ClockState.Waiting => "waiting",
        ClockState.Running => "running",
        ClockState.Outstanding => "outstanding",
        ClockState.Met => "met",
        ClockState.MetLate => "met-late",
        ClockState.Overdue => "overdue",
        ClockState.Missed => "missed",
        ClockState.Passed => "passed",
        ClockState.Kept => "kept",
        ClockState.NotNeeded => "not-needed",
        ClockState.Lapsed => "lapsed",
        ClockState.NotApplicable => "not-applicable",
        _ => "undecided",
    };

    internal static string SeverityCode(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Error or IssueSeverity.Fatal => "error",
        IssueSeverity.Warning => "warning",
        _ => "information",
    };

    private static void WriteCount(ResourceComposer composer, EpisodeCount count, Language language)
    {
        Named(composer, "counting").OpenList("part");
        Named(composer, "coercion").Flag("valueBoolean", count.IsCoercion).Close();
        Named(composer, "target").Flag("valueBoolean", count.IsInTarget).Close();
        if (count.Group is { } group)
        {
            Named(composer, "group").Text("valueCode", group).Close();
        }

        Named(composer, "text").Text("valueString", count.Reason.In(language)).Close();
        if (count.Rule is { } rule)
        {
            Named(composer, "rule").Text("valueCode", rule.Code).Close();
            Named(composer, "source").Text("valueString", rule.Source).Close();
            Named(composer, "verified").Flag("valueBoolean", rule.IsVerified).Close();
        }

        composer.CloseList().Close();
    }

    private static void WritePerson(ResourceComposer composer, CoercionCase episode)
    {
        if (episode.Patient is { } patient)
        {
            Named(composer, "patient").Reference("valueReference", patient).Close();
        }

        if (episode.Age?.Years is { } years)
        {
            Named(composer, "age").Number("valueInteger", years).Close();
        }
    }

    private static void WriteLength(ResourceComposer composer, CoercionStatus status, Language language)
    {
        if (status.Case.Length is { } length)
        {
            Duration(Named(composer, "length"), length).Close();
        }

        foreach (var band in status.Bands)
        {
            Named(composer, "band").OpenList("part");
            Named(composer, "indicator").Text("valueCode", band.Indicator).Close();
            Named(composer, "code").Text("valueCode", band.Code).Close();
            Named(composer, "text").Text("valueString", band.Name.In(language)).Close();
            composer.CloseList().Close();
        }
    }

    private static ResourceComposer Duration(ResourceComposer composer, TimeSpan length) =>
        composer.Open("valueDuration").Number("value", (long)length.TotalSeconds).Text("unit", "s").Text("system", "http://unitsofmeasure.org").Text("code", "s").Close();
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>A clock that ran out, as a DetectedIssue (psychacute-clock-finding) that a client may store, or that the watch stores because somebody has to act.</summary>
public static class ClockFinding
{
    /// <summary>System of the findings' identifiers.</summary>
    public static string IdentifierSystem { get; } = Guide.Identifiers("coercion-clock");

    /// <summary>Measure, rule and due time: <c>Procedure-1-fixation-review-next-2026-01-13T01:00:00Z</c>. The same clock gives the same, whenever it is computed.</summary>
    public static string Identifier(CoercionCase episode, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(clock);
        var due = clock.Due is not { } known ? "" : known.Day is not null ? "-" + known.Fhir : $"-{known.Passes.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
        return $"Procedure-{episode.Procedure.Id ?? episode.Address[(episode.Address.LastIndexOf(':') + 1)..]}-{clock.Rule.Code}{due}";
    }

    /// <summary>Whether a clock of an episode makes a finding: it ran out, and the patient, whom a finding names, is known.</summary>
    public static bool IsDue(CoercionCase episode, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(clock);
        return clock is { IsFinding: true, Due: not null } && episode.Patient is not null;
    }

    /// <summary>The alert of a clock for which somebody has to act.</summary>
    internal static WatchAlert Alert(CoercionCase episode, Clock clock)
    {
        using var composer = new ResourceComposer();
        return new WatchAlert("DetectedIssue", IdentifierSystem, Identifier(episode, clock), Write(composer.Begin("DetectedIssue", null, Guide.Structure("clock-finding")), episode, clock, Language.Danish).Finish().ToArray());
    }

    /// <summary>Writes the content of the resource that the composer has begun.</summary>
    /// <param name="composer">Stands in a DetectedIssue with its profile.</param>
    /// <param name="episode">The episode.</param>
    /// <param name="clock">A clock for which <see cref="IsDue"/> says so.</param>
    /// <param name="language">Language of the texts.</param>
    internal static ResourceComposer Write(ResourceComposer composer, CoercionCase episode, Clock clock, Language language)
    {
        var closed = !clock.NeedsActor && clock.State is ClockState.MetLate or ClockState.Missed;
        composer
            .OpenList("identifier").IdentifierItem(IdentifierSystem, Identifier(episode, clock)).CloseList()
            .Text("status", closed ? "final" : "preliminary")
            .Concept("code", CoercionCodes.Clock, clock.Rule.Code, clock.Rule.Sentence.In(Language.Danish))
            .Text("severity", clock.Rule.Severity switch { IssueSeverity.Error or IssueSeverity.Fatal => "high", IssueSeverity.Warning => "moderate", _ => "low" })
            .Reference("patient", episode.Patient)
            .Text("identifiedDateTime", clock.Due!.Value.Fhir)
            .OpenList("implicated").ReferenceItem(episode.Address);
        if (clock.About is { } about)
        {
            composer.ReferenceItem(about);
        }

        composer.CloseList().Text("detail", $"{clock.Sentence.In(language)} {SourceOf(clock.Rule).In(language)}");
        if (closed)
        {
            var done = clock.Done is { } time ? CoercionTexts.Of("finding-done", DanishWords.Of(time)) : CoercionTexts.Of(episode.End is null ? "finding-next-came" : "finding-over");
            composer.OpenList("mitigation").OpenItem().Open("action").Text("text", done.In(language)).Close().Time("date", clock.Done).Close().CloseList();
        }

        return composer;
    }

    private static TranslatedText SourceOf(CoercionRule rule) => CoercionTexts.Of(rule.IsVerified ? "source-verified" : "source-unverified", rule.Source);
}

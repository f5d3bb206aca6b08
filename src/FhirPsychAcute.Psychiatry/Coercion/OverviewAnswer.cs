using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The answer of <c>Procedure/$coercion-overview</c>: a Parameters resource as the OperationDefinition psychacute-coercion-overview describes it.</summary>
public static class OverviewAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="overview">The episodes.</param>
    /// <param name="language">Language of the texts.</param>
    /// <returns>The resource as JSON.</returns>
    public static byte[] Write(CoercionOverview overview, Language language)
    {
        ArgumentNullException.ThrowIfNull(overview);
        using var composer = new ResourceComposer();
        composer.Begin("Parameters").OpenList("parameter");
        StatusAnswer.Named(composer, "at").Time("valueDateTime", overview.At).Close();
        WriteCounts(composer, overview.Episodes);
        foreach (var ward in overview.Episodes.GroupBy(static episode => episode.Ward, StringComparer.Ordinal).OrderByDescending(static ward => ward.Count(static episode => episode.IsOverdue)).ThenBy(static ward => ward.Key, StringComparer.Ordinal))
        {
            StatusAnswer.Named(composer, "ward").OpenList("part");
            if (ward.Key is { } address)
            {
                StatusAnswer.Named(composer, "location").Reference("valueReference", address, overview.NameOf(address)).Close();
            }

            if (ward.First().Region is { } region)
            {
                StatusAnswer.Named(composer, "region").Text("valueCode", region).Close();
            }

            WriteCounts(composer, [.. ward]);
            composer.CloseList().Close();
        }

        foreach (var episode in overview.Episodes)
        {
            StatusAnswer.Named(composer, "episode").OpenList("part");
            WriteEpisode(composer, episode, overview, language);
            composer.CloseList().Close();
        }

        return composer.CloseList().Finish().ToArray();
    }

    private static void WriteCounts(ResourceComposer composer, IReadOnlyList<WardEpisode> episodes)
    {
        StatusAnswer.Named(composer, "open").Number("valueInteger", episodes.Count(static episode => episode.Status.Case.IsOpen)).Close();
        StatusAnswer.Named(composer, "act").Number("valueInteger", episodes.Count(static episode => episode.ToDo.Count > 0)).Close();
        StatusAnswer.Named(composer, "overdue").Number("valueInteger", episodes.Count(static episode => episode.IsOverdue)).Close();
    }

    private static void WriteEpisode(ResourceComposer composer, WardEpisode episode, CoercionOverview overview, Language language)
    {
        var (status, read) = (episode.Status, episode.Status.Case);
        StatusAnswer.Named(composer, "procedure").Reference("valueReference", read.Address).Close();
        if (read.Measure is { } measure)
        {
            StatusAnswer.Named(composer, "measure").Coding("valueCoding", CoercionCodes.Measure, measure).Close();
        }

        if (read.Patient is { } patient)
        {
            StatusAnswer.Named(composer, "patient").Reference("valueReference", patient).Close();
        }

        if (episode.Ward is { } ward)
        {
            StatusAnswer.Named(composer, "location").Reference("valueReference", ward, overview.NameOf(ward)).Close();
        }

        StatusAnswer.Named(composer, "start").Time("valueDateTime", read.Start ?? read.At).Close();
        StatusAnswer.Named(composer, "open").Flag("valueBoolean", read.IsOpen).Close();
        StatusAnswer.Named(composer, "coercion").Flag("valueBoolean", status.Count.IsCoercion).Close();
        foreach (var clock in episode.ToDo)
        {
            StatusAnswer.Named(composer, "act").OpenList("part");
            StatusAnswer.WriteClock(composer, clock, language);
            composer.CloseList().Close();
        }

        if (status.Next is { } next)
        {
            StatusAnswer.Named(composer, "next").OpenList("part");
            StatusAnswer.WriteClock(composer, next, language);
            composer.CloseList().Close();
        }
    }
}

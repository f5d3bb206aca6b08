using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>
/// Reads one episode (psychacute-coercion-episode) and judges whether it counts (<see cref="EpisodeCount"/>). Straps and gloves that are part of a belt are no episode of their own.
/// Safe for any number of threads.
/// </summary>
internal sealed class EpisodeReading(IndicatorQuestion question, CoercionRules rules, TargetRule target, Places places, Admissions admissions, People people, AgeGroups ages)
{
    // A voluntary belt is a belt by its length.
    private const string Belt = "baelte";

    /// <summary>The episode; null where it is none, or happened in another organisation.</summary>
    public EpisodeFact? Read(ResourceDocument procedure)
    {
        var root = procedure.Root;
        if (root.CodeIn("code", CoercionCodes.Measure) is not { } measure || (measure is "remme" or "handsker" && root.Child("partOf").Exists))
        {
            return null;
        }

        var person = people.Find(root, "subject");
        var episode = Case(procedure, measure, people.Birth(person));
        if (episode.Start is not { } start)
        {
            return null;
        }

        // What began before the first rows of the table (in the baseline of the target) is judged by the first.
        var day = DanishTime.Day(start);
        var count = EpisodeCount.Of(episode, rules.For(measure, day < target.FirstDay ? target.FirstDay : day));
        var isVoluntary = count.Group == "voluntary-belt";
        if (!count.IsCoercion && !isVoluntary)
        {
            return null;
        }

        var place = root.ReferenceIn("location") is { } location && places.Knows(location) ? location : admissions.ProviderOf(root);
        if (question.Organization is { } organization && !places.IsWithin(place, organization))
        {
            return null;
        }

        // A length that is not known yet is in no band.
        var length = episode.End is not null && !episode.IsPoint ? episode.Length : null;
        var banded = isVoluntary ? Belt : measure;
        var bands = length is { } known ? rules.Bands.Of(banded, known).ToList() : [];
        var hasBands = rules.Bands.All.Any(band => band.Measure == banded);
        return new EpisodeFact
        {
            Start = start,
            Measure = measure,
            IsVoluntary = isVoluntary,
            IsTarget = target.Measures.Contains(measure, StringComparer.Ordinal),
            Person = root.Child("subject") is { Exists: true } subject && subject.ChildValue("reference") is { } reference ? reference : null,
            Region = places.Region(place, day) ?? Codes.Unknown,
            Municipality = people.Municipality(person) ?? Codes.Unknown,
            Age = ages.On(people.Birth(person), day),
            Reasons = Reasons(root),
            Band = bands.Find(static band => band.Indicator is "belt-duration" or "holding-duration")?.Code ?? (hasBands ? "open" : null),
            ShortLong = bands.Find(static band => band.Indicator == "belt-short-long")?.Code ?? (banded == Belt ? "open" : null),
            IsOver24 = bands.Exists(static band => band.Indicator == "belt-over-24"),
            IsOver48 = bands.Exists(static band => band is { Indicator: "belt-duration", Code: "gt48" }),
        };
    }

    private CoercionCase Case(ResourceDocument procedure, string measure, DateRange? birth)
    {
        var root = procedure.Root;
        var isPoint = root.Child("performed") is { Exists: true, HasValue: true };
        var (start, end) = isPoint ? (root.TimeIn("performed"), root.TimeIn("performed")) : root.PeriodIn("performed");
        var consent = root.ExtensionOf(CoercionCodes.ChildConsentExtension);
        return new CoercionCase(procedure, procedure.Address() ?? "", question.At)
        {
            Measure = measure,
            Status = root.ChildValue("status") ?? "unknown",
            Start = start,
            End = end,
            IsPoint = isPoint,
            IsEndMissing = end is null && root.ChildValue("status") is "completed" or "stopped",
            IsSomatic = root.HasCode("reasonCode", CoercionCodes.Reason, CoercionCodes.SomaticReason),
            Age = start is { } began ? AgeAtStart.On(birth, DanishTime.Day(began)) : null,
            ChildConsents = Flag(consent, "childConsents"),
            CustodyConsents = Flag(consent, "custodyHolderConsents"),
        };
    }

    private static bool? Flag(Element consent, string name) => consent.ExtensionValue(name) is { Exists: true } value && value.TryGetBoolean(out var flag) ? flag : null;

    private static List<string> Reasons(Element root)
    {
        var reasons = new List<string>();
        foreach (var concept in root.ChildrenNamed("reasonCode"))
        {
            if (concept.CodeOf(CoercionCodes.Reason) is { } code && !reasons.Contains(code, StringComparer.Ordinal))
            {
                reasons.Add(code);
            }
        }

        return reasons;
    }
}

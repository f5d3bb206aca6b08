using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The legs of a contact as Encounters: queue, sorting, talk, consultation, work after the call; transfers and call-backs are legs of their own, partOf the first.</summary>
internal sealed class CallWriter(SimulationScribe scribe, SimulationRules rules, RandomStream random)
{
    private const string Psychiatry = "394587001";
    private const string ChildPsychiatry = "394588006";

    /// <summary>Writes every leg, and tells what the call came to; null when nobody answered and nobody called back.</summary>
    /// <param name="id">Id of the first leg.</param>
    /// <param name="contact">What is settled already.</param>
    /// <param name="start">When the person called.</param>
    /// <param name="person">Who needs help.</param>
    public CallStory? Write(string id, PlannedContact contact, DateTimeOffset start, PersonInNeed person)
    {
        var line = ContactPlan.Lines[contact.Line];
        var isCivil = person.Patient is null;
        var specialty = person.IsChild && random.Chance(rules.Number("call", "", "child-psychiatry-under-18")) ? ChildPsychiatry : Psychiatry;
        if (!contact.IsAnswered)
        {
            var reason = rules.Draw("unanswered-reason", isCivil ? "civil" : "regional", random);
            var end = start.AddSeconds(Waiting("patience", "", start));
            var isCalledBack = reason == "call-back";
            var isKept = isCalledBack && random.Chance(rules.Number("call", "", "callback-kept"));
            Unanswered(id, person, line, start, end, reason, specialty, isKept);
            return isKept ? CallBack(id, person, line, end, specialty) : null;
        }

        var target = isCivil || !random.Chance(rules.Number("transfer", "", line)) ? null : rules.Draw("transfer-to", line, random);
        if (target is null)
        {
            return Answered(new Leg(id, null, line, start, null, WithQueue: true), person, specialty);
        }

        var over = Transferred(id, person, line, start, specialty);
        var next = target == "doctor" ? person.Region.DoctorLine(rules) : target;
        return Answered(new Leg($"{id}-2", id, next, over, null, WithQueue: true), person, specialty);
    }

    private CallStory CallBack(string id, PersonInNeed person, string line, DateTimeOffset wanted, string specialty)
    {
        var start = wanted.AddSeconds(600 + random.Below(3000));
        return Answered(new Leg($"{id}-2", id, line, start, KeptCallback: true, WithQueue: false), person, specialty);
    }

    private CallStory Answered(Leg leg, PersonInNeed person, string specialty)
    {
        var isCivil = person.Patient is null;
        var urgency = isCivil ? "" : rules.Draw("urgency", leg.Line, random);
        var story = new CallStory
        {
            Id = leg.Id,
            Person = person,
            Line = leg.Line,
            Caller = isCivil ? "self" : rules.Draw("caller", person.IsChild ? "under-18" : "adult", random),
            Urgency = urgency,
            Disposition = Disposition(person, isCivil ? "civil" : urgency),
        };
        var sorting = leg.Start.AddSeconds(leg.WithQueue ? Waiting("wait", leg.Line, leg.Start) : 0);
        story.TalkStart = isCivil || !leg.WithQueue ? sorting : sorting.AddSeconds(rules.Value("sorting", "", random));
        var firstTalk = story.TalkStart.AddSeconds(rules.Value("talk", leg.Line, random));
        DateTimeOffset? consulted = !isCivil && random.Chance(rules.Number("call", "", "consult")) ? firstTalk.AddSeconds(rules.Value("consult", "", random)) : null;
        story.TalkEnd = consulted is { } back ? back.AddSeconds(60 + random.Below(300)) : firstTalk;
        var end = isCivil ? story.TalkEnd : story.TalkEnd.AddSeconds(rules.Value("after-work", "", random));

        var composer = Begin(leg.Id).OpenList("extension").OpenExtension(Terms.Disposition).Concept("valueCodeableConcept", Terms.DispositionCodes, story.Disposition).Close();
        if (!isCivil)
        {
            composer.OpenExtension(Terms.RecordOpened).Flag("valueBoolean", !person.IsAnonymous && random.Chance(rules.Number("call", "", "record-opened"))).Close();
        }

        if (leg.KeptCallback is { } kept)
        {
            Callback(composer, kept);
        }

        var needsInterpreter = !isCivil && random.Chance(rules.Number("call", "", "interpreter"));
        if (needsInterpreter)
        {
            composer.OpenExtension(Terms.CallLanguage).OpenList("extension").OpenExtension("language").Concept("valueCodeableConcept", "urn:ietf:bcp:47", "ar").Close()
                .OpenExtension("interpreterNeeded").Flag("valueBoolean", true).Close().CloseList().Close();
        }

        Queue(composer, leg.Start, sorting);
        composer.CloseList().Text("status", "finished").OpenList("statusHistory");
        if (leg.WithQueue)
        {
            Phase(composer, "arrived", leg.Start, sorting);
        }

        if (story.TalkStart > sorting)
        {
            Phase(composer, "triaged", sorting, story.TalkStart);
        }

        Phase(composer, "in-progress", story.TalkStart, firstTalk);
        if (consulted is { } resumed)
        {
            Phase(composer, "onleave", firstTalk, resumed);
            Phase(composer, "in-progress", resumed, story.TalkEnd);
        }

        Kind(composer.CloseList(), leg.Line, specialty);
        if (Priority(story.Urgency) is { } priority)
        {
            composer.Concept("priority", Terms.ActPriority, priority);
        }

        composer.Reference("subject", person.Patient);
        if (!isCivil)
        {
            composer.OpenList("participant").OpenItem().OpenList("type").ConceptItem(Terms.ParticipantCodes, "visitator-psychiatry").CloseList().Reference("individual", story.Visitator).Close();
            if (story.Caller != "self")
            {
                composer.OpenItem().OpenList("type").ConceptItem(Terms.Participation, "CALLBCK").CloseList().Reference("individual", $"RelatedPerson/{leg.Id}").Close();
            }

            if (consulted is { } until)
            {
                composer.OpenItem().OpenList("type").ConceptItem(Terms.ParticipantCodes, "apk-consult").CloseList().Period("period", firstTalk, until)
                    .Reference("individual", $"PractitionerRole/{person.Region.Part("apk")}").Close();
            }

            if (needsInterpreter)
            {
                composer.OpenItem().OpenList("type").ConceptItem(Terms.ParticipantCodes, "interpreter").CloseList().Close();
            }

            composer.CloseList();
        }

        var talk = (long)((firstTalk - story.TalkStart) + (consulted is { } again ? story.TalkEnd - again : TimeSpan.Zero)).TotalSeconds;
        End(composer, leg.Start, end, talk, Provider(person, leg.Line), leg.PartOf);
        return story;
    }

    private DateTimeOffset Transferred(string id, PersonInNeed person, string line, DateTimeOffset start, string specialty)
    {
        var answered = start.AddSeconds(Waiting("wait", line, start));
        var end = answered.AddSeconds(40 + random.Below(180));
        var composer = Begin(id).OpenList("extension").OpenExtension(Terms.Disposition).Concept("valueCodeableConcept", Terms.DispositionCodes, "transferred").Close();
        Queue(composer, start, answered);
        composer.CloseList().Text("status", "finished").OpenList("statusHistory");
        Phase(composer, "arrived", start, answered);
        Phase(composer, "in-progress", answered, end);
        Kind(composer.CloseList(), line, specialty).Reference("subject", person.Patient);
        End(composer, start, end, (long)(end - answered).TotalSeconds, Provider(person, line), null);
        return end;
    }

    private void Unanswered(string id, PersonInNeed person, string line, DateTimeOffset start, DateTimeOffset end, string reason, string specialty, bool isKept)
    {
        var composer = Begin(id).OpenList("extension").OpenExtension(Terms.UnansweredReason).Concept("valueCodeableConcept", Terms.UnansweredCodes, reason).Close();
        if (reason == "call-back")
        {
            Callback(composer, isKept);
        }

        Queue(composer, start, end);
        composer.CloseList().Text("status", "cancelled").OpenList("statusHistory");
        Phase(composer, "arrived", start, end);
        End(Kind(composer.CloseList(), line, specialty), start, end, talkSeconds: null, Provider(person, line), null);
    }

    // Akuttilbud are for adults; for a child the akutteam comes in their place.
    private string Disposition(PersonInNeed person, string scope) =>
        rules.Draw("disposition", scope, random) is var drawn && person.IsChild && drawn is ("akuttilbud" or "municipal-offer") ? "akutteam" : drawn;

    private ResourceComposer Begin(string id) => scribe.Begin("Encounter", id, Terms.Call);

    private int Waiting(string table, string scope, DateTimeOffset at) =>
        (int)((long)rules.Value(table, scope, random) * rules.Number("wait-factor", "", DanishTime.Local(at).ToString("HH", CultureInfo.InvariantCulture)) / 100);

    private void Queue(ResourceComposer composer, DateTimeOffset start, DateTimeOffset end)
    {
        var waited = (int)(end - start).TotalSeconds;
        if (waited >= 30 && random.Chance(rules.Number("call", "", "queue-told")))
        {
            composer.OpenExtension(Terms.QueueInformation).OpenList("extension").OpenExtension("position").Number("valuePositiveInt", 1 + (waited / 90)).Close()
                .OpenExtension("time").Time("valueDateTime", start.AddSeconds(15)).Close().CloseList().Close();
        }
    }

    private static void Callback(ResourceComposer composer, bool isKept) =>
        composer.OpenExtension(Terms.Callback).OpenList("extension").OpenExtension("offered").Flag("valueBoolean", true).Close()
            .OpenExtension("wanted").Flag("valueBoolean", true).Close().OpenExtension("kept").Flag("valueBoolean", isKept).Close().CloseList().Close();

    private static void Phase(ResourceComposer composer, string status, DateTimeOffset start, DateTimeOffset end) =>
        composer.OpenItem().Text("status", status).Period("period", start, end).Close();

    private static ResourceComposer Kind(ResourceComposer composer, string line, string specialty) =>
        composer.Coding("class", Terms.ActCode, "VR").OpenList("type").ConceptItem(Terms.LineCodes, line).CloseList().Concept("serviceType", Terms.Snomed, specialty);

    private void End(ResourceComposer composer, DateTimeOffset start, DateTimeOffset end, long? talkSeconds, string provider, string? partOf)
    {
        composer.Period("period", start, end);
        if (talkSeconds is { } seconds)
        {
            composer.Open("length").Number("value", seconds).Text("unit", "sekunder").Text("system", Terms.Ucum).Text("code", "s").Close();
        }

        composer.Reference("serviceProvider", provider).Reference("partOf", partOf is null ? null : $"Encounter/{partOf}");
        scribe.Finish();
    }

    private string Provider(PersonInNeed person, string line) => line switch
    {
        "112" => $"Organization/{person.Region.Part("amk")}",
        "civil-line" => $"Organization/{scribe.Prefix}linje",
        "municipal-line" => $"Organization/{person.Region.Municipal(person.Municipality)}",
        _ => $"Organization/{person.Region.Part(line)}",
    };

    private static string? Priority(string urgency) => urgency switch { "livstruende" => "EM", "akut" => "UR", "subakut" or "vejledning" => "R", _ => null };

    private sealed record Leg(string Id, string? PartOf, string Line, DateTimeOffset Start, bool? KeptCallback, bool WithQueue);
}

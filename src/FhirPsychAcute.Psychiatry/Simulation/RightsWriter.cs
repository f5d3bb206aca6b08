using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The patient's rights in an admission with coercion: the adviser and the visits, the after-talk, complaints.</summary>
internal sealed class RightsWriter(SimulationScribe scribe, SimulationRules rules, RandomStream random)
{
    private const int MeasuresOfOneTalk = 8;
    private const int MostVisits = 8;
    private static readonly string Adviser = Guide.Structure("adviser");
    private static readonly string Measure = Guide.Structure("measure");
    private static readonly string Offered = Guide.Structure("offered");
    private static readonly string Complaint = Guide.Structure("complaint");
    private static readonly string SuspensiveEffect = Guide.Structure("suspensive-effect");
    private static readonly string RoleCodes = Guide.Codes("role");
    private static readonly string ContactCodes = Guide.Codes("contact-type");
    private static readonly string CategoryCodes = Guide.Codes("procedure-category");
    private static readonly string TalkReasonCodes = Guide.Codes("after-talk-reason");
    private static readonly string InstanceCodes = Guide.Codes("complaint-instance");
    private static readonly string StateCodes = Guide.Codes("complaint-state");
    private static readonly string OutputCodes = Guide.Codes("complaint-output");

    /// <summary>Writes what follows from the measures of an admission.</summary>
    public void Write(AdmittedPerson admitted, AdmissionSchedule schedule)
    {
        var concerned = new List<(string Id, string Code, DateTimeOffset Start, DateTimeOffset End)>();
        if (admitted.Inpatient.Detention is { } detention)
        {
            concerned.Add((admitted.DetentionId, detention, schedule.Start, schedule.DetainedUntil));
        }

        concerned.AddRange(schedule.Times.Select((time, index) => (admitted.MeasureId(index), admitted.Inpatient.Measures[index].Measure, time.Start, time.End)));
        if (concerned.Count == 0)
        {
            return;
        }

        Appoint(admitted, schedule, concerned[0].Id, concerned[0].Start);
        AfterTalks(admitted, [.. concerned.Where(measure => measure.Id != admitted.DetentionId)]);
        foreach (var (id, code, _, end) in concerned)
        {
            var kind = code switch { "fastholdelse" => "holding", "akut-beroligende-medicin" => "sedation", "baelte" => "belt", "frivilligt-baelte" => null, _ => "detention" };
            if (kind is not null && random.Chance(rules.Number("complaint", "", kind)))
            {
                Complain(admitted, id, code, end);
            }
        }
    }

    private void Appoint(AdmittedPerson admitted, AdmissionSchedule schedule, string measure, DateTimeOffset start)
    {
        var appointed = start.AddMinutes(30 + random.Below(360));
        var adviser = $"PractitionerRole/{admitted.Region.Part("patientraadgiver")}";
        scribe.Begin("CareTeam", admitted.Id, Adviser).OpenList("extension").OpenExtension(Measure).Reference("valueReference", $"Procedure/{measure}").Close().CloseList()
            .Text("status", "inactive").Reference("subject", admitted.Patient).Reference("encounter", $"Encounter/{admitted.Id}").OpenList("participant").OpenItem()
            .OpenList("role").ConceptItem(RoleCodes, "patientraadgiver").CloseList().Reference("member", adviser).Period("period", appointed, Later(appointed, schedule.End)).Close().CloseList();
        scribe.Finish();

        // The first visit within 24 hours, then every week at least (psykiatriloven § 26; rules/coercion.csv).
        var isLate = random.Chance(rules.Number("coercion-share", "", "late-visit"));
        var visit = appointed.AddHours(isLate ? 26 + random.Below(30) : 3 + random.Below(20));
        for (var number = 1; number <= MostVisits && visit < schedule.End; number++, visit = visit.AddHours(100 + random.Below(60)))
        {
            scribe.Begin("Encounter", string.Create(CultureInfo.InvariantCulture, $"{admitted.Id}-b{number}"), Terms.Contact)
                .OpenList("extension").OpenExtension(Measure).Reference("valueReference", $"Procedure/{measure}").Close().CloseList()
                .Text("status", "finished").Coding("class", Terms.ActCode, "FLD").OpenList("type").ConceptItem(ContactCodes, "adviser-visit").CloseList().Reference("subject", admitted.Patient)
                .OpenList("participant").OpenItem().Reference("individual", adviser).Close().CloseList().Period("period", visit, visit.AddMinutes(20 + random.Below(60)))
                .Reference("serviceProvider", $"Organization/{admitted.Ward}").Reference("partOf", $"Encounter/{admitted.Id}");
            scribe.Finish();
        }
    }

    // One talk may cover several measures (psykiatriloven § 4, stk. 5: offered after each).
    private void AfterTalks(AdmittedPerson admitted, List<(string Id, string Code, DateTimeOffset Start, DateTimeOffset End)> measures)
    {
        var number = 0;
        foreach (var covered in measures.Chunk(MeasuresOfOneTalk))
        {
            var offered = covered[^1].End.AddHours(1 + random.Below(24));
            var isHeld = random.Chance(rules.Number("coercion-share", "", "after-talk-held"));
            var composer = scribe.Begin("Procedure", string.Create(CultureInfo.InvariantCulture, $"{admitted.Id}-e{++number}"), Terms.AfterTalk)
                .OpenList("extension").OpenExtension(Offered).Time("valueDateTime", offered).Close().CloseList().OpenList("partOf");
            foreach (var measure in covered)
            {
                composer.ReferenceItem($"Procedure/{measure.Id}");
            }

            composer.CloseList().Text("status", isHeld ? "completed" : "not-done");
            if (!isHeld)
            {
                composer.Concept("statusReason", TalkReasonCodes, random.Chance(800) ? "patient-declined" : "discharged");
            }

            composer.Concept("category", CategoryCodes, "eftersamtale").Reference("subject", admitted.Patient).Reference("encounter", $"Encounter/{admitted.Id}");
            if (isHeld)
            {
                composer.Time("performedDateTime", offered.AddHours(2 + random.Below(60))).OpenList("performer").OpenItem()
                    .Reference("actor", $"PractitionerRole/{admitted.Ward}-overlaege").Close().CloseList();
            }

            scribe.Finish();
        }
    }

    private void Complain(AdmittedPerson admitted, string id, string code, DateTimeOffset end)
    {
        var made = end.AddHours(2 + random.Below(96));
        var decided = made.AddDays(4 + random.Below(14));
        var outcome = rules.Draw("complaint-outcome", "", random);
        var isWithdrawn = outcome == "trukket";
        var composer = scribe.Begin("Task", $"{id}-k", Complaint).OpenList("extension").OpenExtension(SuspensiveEffect).Flag("valueBoolean", false).Close().CloseList()
            .Text("status", isWithdrawn ? "cancelled" : "completed").Concept("businessStatus", StateCodes, outcome).Text("intent", "order").Concept("code", InstanceCodes, "pkn")
            .Reference("focus", $"Procedure/{id}").Reference("for", admitted.Patient).Period("executionPeriod", made, decided).Time("authoredOn", made).Time("lastModified", decided)
            .Reference("requester", $"PractitionerRole/{admitted.Region.Part("patientraadgiver")}").Reference("owner", $"Organization/{admitted.Region.Part("pkn")}")
            .Concept("reasonCode", Terms.MeasureCodes, code).Open("restriction").Open("period").Text("end", Day(made.AddDays(14))).Close().Close();
        if (!isWithdrawn)
        {
            composer.OpenList("output").OpenItem().Concept("type", OutputCodes, "afgoerelse").Text("valueString", "Afgørelse (simuleret)").Close().CloseList();
        }

        scribe.Finish();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static string Day(DateTimeOffset time) => DanishTime.Day(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

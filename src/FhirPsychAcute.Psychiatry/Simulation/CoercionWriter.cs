using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>One inpatient's admission, deprivation of liberty and measures, with their reviews and the drugs given.</summary>
internal sealed class CoercionWriter(SimulationScribe scribe, SimulationRules rules, CoercionClocks clocks, RandomStream random)
{
    private static readonly string ContactCodes = Guide.Codes("contact-type");
    private static readonly string CategoryCodes = Guide.Codes("procedure-category");
    private static readonly string SectionCodes = Guide.Codes("law-section");
    private static readonly string FormCodes = Guide.Codes("protocol-form");
    private static readonly string DeviceCodes = Guide.Codes("restraint-device");
    private static readonly string TriedCodes = Guide.Codes("less-intrusive");
    private static readonly string StatusCodes = Guide.Codes("admission-status");
    private static readonly string OutcomeCodes = Guide.Codes("review-outcome");
    private static readonly string ProtocolForm = Guide.Structure("protocol-form");
    private static readonly string PreferenceConsidered = Guide.Structure("preference-considered");
    private static readonly string LessIntrusiveTried = Guide.Structure("less-intrusive-tried");
    private static readonly string AdmissionStatus = Guide.Structure("admission-status");
    private static readonly string ChildConsent = Guide.Structure("child-consent");
    private static readonly string Examined = Guide.Structure("examined");
    private static readonly string Medication = Guide.Structure("coercion-medication");

    // Before that day the consent of the holders of custody made a measure on a child under 15 no coercion (law 508/2024; rules/coercion.csv, minors).
    private static readonly DateOnly ChildsOwnAnswer = new(2024, 6, 1);

    /// <summary>Writes the admission and everything in it.</summary>
    public void Write(AdmittedPerson admitted, AdmissionSchedule schedule)
    {
        Admission(admitted, schedule);
        if (admitted.Inpatient.Detention is { } detention)
        {
            Detention(admitted, schedule, detention);
        }

        for (var i = 0; i < schedule.Times.Count; i++)
        {
            var (start, end) = schedule.Times[i];
            Measure(admitted, schedule, admitted.Inpatient.Measures[i], admitted.MeasureId(i), start, end);
        }
    }

    private void Admission(AdmittedPerson admitted, AdmissionSchedule schedule)
    {
        scribe.Begin("Encounter", admitted.Id, Terms.Contact).Text("status", "finished").Coding("class", Terms.ActCode, "IMP").OpenList("type").ConceptItem(ContactCodes, "admission").CloseList()
            .Reference("subject", admitted.Patient).Period("period", schedule.Start, schedule.End)
            .OpenList("location").OpenItem().Reference("location", $"Location/{admitted.Ward}-sted").Close().CloseList().Reference("serviceProvider", $"Organization/{admitted.Ward}");
        scribe.Finish();
    }

    private void Detention(AdmittedPerson admitted, AdmissionSchedule schedule, string code)
    {
        var id = admitted.DetentionId;
        var isAdmission = code != "tvangstilbageholdelse";
        var composer = scribe.Begin("Procedure", id, Terms.Detention).OpenList("extension");
        Section(composer, isAdmission ? "5-9" : "10", schedule.Start);
        composer.OpenExtension(ProtocolForm).Concept("valueCodeableConcept", FormCodes, "skema-1").Close();
        if (isAdmission)
        {
            // Red papers are valid for 24 hours after the examination, yellow ones for 7 days (rules/coercion.csv).
            var hours = code == "tvangsindlaeggelse-roede" ? 1 + random.Below(20) : 1 + random.Below(140);
            composer.OpenExtension(Examined).Time("valueDateTime", schedule.Start.AddHours(-hours)).Close();
        }

        composer.CloseList().Text("status", "completed");
        Coded(composer, code, admitted).Period("performedPeriod", schedule.Start, schedule.DetainedUntil).OpenList("performer");
        if (isAdmission)
        {
            Performer(composer, "certified", $"PractitionerRole/{admitted.Ward}-external-physician");
        }

        Performer(composer, "decided", $"PractitionerRole/{admitted.Ward}-overlaege");
        var reason = code switch { "tvangsindlaeggelse-roede" => "farlighed", "tvangsindlaeggelse-gule" => "helbred", _ => random.Chance(400) ? "farlighed" : "helbred" };
        composer.CloseList().OpenList("reasonCode").ConceptItem(Terms.ReasonCodes, reason).CloseList();
        scribe.Finish();
        Reviews(admitted, id, "review", code, "efterproevelse", "overlaege", schedule.Start, schedule.DetainedUntil);
    }

    private void Measure(AdmittedPerson admitted, AdmissionSchedule schedule, PlannedMeasure measure, string id, DateTimeOffset start, DateTimeOffset end)
    {
        var isBelt = measure.Measure is "baelte" or "frivilligt-baelte";
        var isDose = measure.Measure == "akut-beroligende-medicin";
        var composer = scribe.Begin("Procedure", id, Terms.Episode).OpenList("extension");
        Section(composer, isBelt ? "14-16" : isDose ? "17-2" : "17-1", start);
        if (measure.Measure != "frivilligt-baelte")
        {
            composer.OpenExtension(ProtocolForm).Concept("valueCodeableConcept", FormCodes, "skema-3").Close();
        }

        composer.OpenExtension(PreferenceConsidered).Flag("valueBoolean", random.Chance(rules.Number("coercion-share", "", "preference-considered"))).Close()
            .OpenExtension(LessIntrusiveTried).Concept("valueCodeableConcept", TriedCodes, isDose ? "frivillig-medicin" : "samtale").Close()
            .OpenExtension(AdmissionStatus).Concept("valueCodeableConcept", StatusCodes, Status(admitted, schedule, measure, start)).Close();
        Child(composer, admitted, start);
        composer.CloseList().OpenList("identifier").IdentifierItem(Guide.Identifiers("tvangsprotokol"), id).CloseList().Text("status", "completed");
        Coded(composer, measure.Measure, admitted);
        if (isDose)
        {
            composer.Time("performedDateTime", start);
        }
        else
        {
            composer.Period("performedPeriod", start, end);
        }

        composer.OpenList("performer");
        Performer(composer, isBelt || isDose ? "decided" : "carried-out", $"PractitionerRole/{admitted.Ward}-{(isBelt || isDose ? "physician" : "ward-staff")}");
        if (isBelt)
        {
            Performer(composer, "fixed-guard", $"PractitionerRole/{admitted.Ward}-ward-staff");
        }

        composer.CloseList().Reference("location", $"Location/{admitted.Ward}-sted").OpenList("reasonCode")
            .ConceptItem(Terms.ReasonCodes, measure.Reason, text: measure.Reason == "anden" ? "Anden begrundelse (simuleret)" : null).CloseList();
        if (isBelt)
        {
            composer.OpenList("usedCode").ConceptItem(DeviceCodes, "baelte").CloseList();
        }

        scribe.Finish();
        if (isDose)
        {
            Dose(admitted, id, start);
        }

        if (isBelt)
        {
            Straps(admitted, measure, id, start, end);
            Reviews(admitted, id, "review", measure.Measure, "laegelig-vurdering", "physician", start, end);
            Reviews(admitted, id, "external-review", measure.Measure, "ekstern-vurdering", "external-physician", start, end);
        }
    }

    private void Straps(AdmittedPerson admitted, PlannedMeasure belt, string id, DateTimeOffset start, DateTimeOffset end)
    {
        if (belt.Measure != "baelte" || !random.Chance(rules.Number("coercion-share", "", "straps")))
        {
            return;
        }

        var composer = scribe.Begin("Procedure", $"{id}-r", Terms.Episode).OpenList("extension");
        Section(composer, "14-16", start);
        composer.OpenExtension(ProtocolForm).Concept("valueCodeableConcept", FormCodes, "skema-3").Close()
            .OpenExtension(AdmissionStatus).Concept("valueCodeableConcept", StatusCodes, belt.Reason == "somatisk-behandling" ? "dobbeltindlagt" : "frihedsberoevet").Close().CloseList()
            .OpenList("partOf").ReferenceItem($"Procedure/{id}").CloseList().Text("status", "completed");
        Coded(composer, "remme", admitted).Period("performedPeriod", start, start.AddSeconds((long)(end - start).TotalSeconds / 2))
            .OpenList("reasonCode").ConceptItem(Terms.ReasonCodes, belt.Reason == "frivillig" ? "farlighed" : belt.Reason, text: belt.Reason == "anden" ? "Anden begrundelse (simuleret)" : null).CloseList()
            .OpenList("usedCode").ConceptItem(DeviceCodes, "remme").CloseList();
        scribe.Finish();
    }

    private void Dose(AdmittedPerson admitted, string id, DateTimeOffset at)
    {
        var drug = rules.Draw("drug", "", random).Split(' ');
        scribe.Begin("MedicationAdministration", id, Medication).OpenList("partOf").ReferenceItem($"Procedure/{id}").CloseList().Text("status", "completed")
            .Concept("medicationCodeableConcept", "http://www.whocc.no/atc", drug[0], drug[1]).Reference("subject", admitted.Patient).Time("effectiveDateTime", at)
            .Open("dosage").Concept("route", Terms.Snomed, "78421000").Open("dose").Number("value", long.Parse(drug[2], CultureInfo.InvariantCulture)).Text("unit", "mg").Text("system", Terms.Ucum)
            .Text("code", "mg").Close().Close();
        scribe.Finish();
    }

    private void Reviews(AdmittedPerson admitted, string id, string kind, string measure, string code, string role, DateTimeOffset start, DateTimeOffset end)
    {
        var number = 0;
        foreach (var due in clocks.Due(kind, measure, end - start))
        {
            // Most reviews come before they are due, a few after.
            var length = (int)due.TotalSeconds;
            var late = random.Chance(rules.Number("coercion-share", "", "late-review"));
            var at = start.AddSeconds(late ? length + 600 + random.Below(7200) : length - random.Below(Math.Min(length, 3600)));
            if (at >= end)
            {
                break;
            }

            scribe.Begin("Observation", string.Create(CultureInfo.InvariantCulture, $"{id}-{(kind == "review" ? "v" : "x")}{++number}"), Terms.Review)
                .OpenList("partOf").ReferenceItem($"Procedure/{id}").CloseList().Text("status", "final").Concept("code", Terms.ObservationCodes, code).Reference("subject", admitted.Patient)
                .Time("effectiveDateTime", at).OpenList("performer").ReferenceItem($"PractitionerRole/{admitted.Ward}-{role}").CloseList()
                .Concept("valueCodeableConcept", OutcomeCodes, "fortsaet").OpenList("note").OpenItem().Text("text", "Betingelserne er fortsat opfyldt (simuleret)").Close().CloseList();
            scribe.Finish();
        }
    }

    private static string Status(AdmittedPerson admitted, AdmissionSchedule schedule, PlannedMeasure measure, DateTimeOffset start) =>
        measure.Reason == "somatisk-behandling" ? "dobbeltindlagt" : admitted.Inpatient.Detention is not null && start < schedule.DetainedUntil ? "frihedsberoevet" : "frivillig";

    private void Child(ResourceComposer composer, AdmittedPerson admitted, DateTimeOffset start)
    {
        var day = DanishTime.Day(start);
        if (day.Year - admitted.BirthYear - (day.Month < 3 ? 1 : 0) >= 15)
        {
            return;
        }

        var agree = day >= ChildsOwnAnswer && random.Chance(rules.Number("coercion-share", "", "parents-consent"));
        composer.OpenExtension(ChildConsent).OpenList("extension").OpenExtension("childConsents").Flag("valueBoolean", false).Close()
            .OpenExtension("custodyHolderConsents").Flag("valueBoolean", agree).Close();
        if (!agree)
        {
            composer.OpenExtension("informed").Time("valueDateTime", start.AddMinutes(30 + random.Below(240))).Close();
        }

        composer.CloseList().Close();
    }

    private void Section(ResourceComposer composer, string section, DateTimeOffset start)
    {
        var day = DanishTime.Day(start);
        var version = rules.Rows("law-version").Last(row => row.IsValidOn(day)).Text("key");
        composer.OpenExtension(Terms.LawSection).Open("valueCodeableConcept").OpenList("coding").OpenItem()
            .Text("system", SectionCodes).Text("version", version).Text("code", section).Close().CloseList().Close().Close();
    }

    private static ResourceComposer Coded(ResourceComposer composer, string code, AdmittedPerson admitted) =>
        composer.Concept("category", CategoryCodes, "tvang").Concept("code", Terms.MeasureCodes, code).Reference("subject", admitted.Patient).Reference("encounter", $"Encounter/{admitted.Id}");

    private static void Performer(ResourceComposer composer, string function, string actor) =>
        composer.OpenItem().Concept("function", Terms.FunctionCodes, function).Reference("actor", actor).Close();
}

/// <summary>An inpatient with ids and references.</summary>
/// <param name="Inpatient">What is planned.</param>
/// <param name="Id">Id of the admission.</param>
/// <param name="Patient">Patient/id.</param>
/// <param name="BirthYear">Born in February of that year.</param>
/// <param name="Region">Where the ward is.</param>
/// <param name="Ward">Id of the ward's Organization, which its place and roles begin with.</param>
internal sealed record AdmittedPerson(Inpatient Inpatient, string Id, string Patient, int BirthYear, SimulatedRegion Region, string Ward)
{
    /// <summary>Id of the deprivation of liberty.</summary>
    public string DetentionId => $"{Id}-d";

    /// <summary>Id of a measure.</summary>
    public string MeasureId(int number) => string.Create(CultureInfo.InvariantCulture, $"{Id}-m{number + 1}");
}

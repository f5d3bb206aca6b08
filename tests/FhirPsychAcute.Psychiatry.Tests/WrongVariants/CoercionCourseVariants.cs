namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Reviews, plans, rights and complaints around a measure that break a rule of their profile.</summary>
public sealed class CoercionCourseVariants
{
    [Theory]
    [InlineData("Observation-eksempel-vurdering", "\"status\": \"final\"", "\"status\": \"amended\"", "psychacute-review-1")]
    [InlineData("Observation-eksempel-vurdering", "note", null, "psychacute-review-2")]
    [InlineData("Observation-eksempel-vagtnotat", "\"2026-05-04T13:30:00+02:00\"", "\"2026-05-04\"", "psychacute-guard-note-1")]
    [InlineData("Observation-eksempel-vagtnotat", "performer", null, "psychacute-guard-note-2")]
    [InlineData("Observation-eksempel-udskrivningsoenske", "\"2026-05-05T09:15:00+02:00\"", "\"2026-05-05\"", "psychacute-coercion-note-1")]
    [InlineData("Observation-eksempel-udskrivningsoenske", "\"status\": \"final\"", "\"status\": \"amended\"", "psychacute-coercion-note-2")]
    [InlineData("CarePlan-eksempel-ophoersplan", "activity", null, "psychacute-ending-plan-1")]
    [InlineData("CarePlan-eksempel-ophoersplan", "author", null, "psychacute-ending-plan-2")]
    [InlineData("CarePlan-eksempel-udskrivningsaftale", "\"valueBoolean\": true", "\"valueBoolean\": false", "psychacute-plan-1")]
    [InlineData("CarePlan-eksempel-udskrivningsaftale", "StructureDefinition/psychacute-legal-basis", "StructureDefinition/psychacute-other", "psychacute-plan-2")]
    [InlineData("CarePlan-eksempel-koordinationsplan", "\"valueBoolean\": false", "\"valueBoolean\": true", "psychacute-plan-1")]
    [InlineData("CarePlan-eksempel-koordinationsplan", "\"psykiatriloven-13c\"", "\"samtykke\"", "psychacute-plan-3")]
    [InlineData("CareTeam-eksempel-parter", "\"role\": [\n        {\n          \"text\": \"Pårørende med fuldmagt\"\n        }\n      ],", "", "psychacute-parties-1")]
    [InlineData("CareTeam-eksempel-parter", "\"member\"", "\"onBehalfOf\"", "psychacute-parties-2")]
    [InlineData("Communication-eksempel-underretning", "\"FACE\"", "\"FAXWRIT\"", "psychacute-notification-1")]
    [InlineData("Communication-eksempel-underretning", "\"valueBoolean\": true", "\"valueBoolean\": false", "psychacute-notification-2")]
    [InlineData("Communication-eksempel-givet-plan", "\"#givet-plan\"", "\"CarePlan/eksempel-koordinationsplan\"", "psychacute-plan-handover-1")]
    [InlineData("Communication-eksempel-givet-plan", "\"psykiatriloven-13c\"", "\"samtykke\"", "psychacute-plan-handover-2")]
    [InlineData("Communication-eksempel-givet-plan", "\"url\": \"source\"", "\"url\": \"kilde\"", "psychacute-plan-handover-3")]
    [InlineData("CareTeam-eksempel-beskikkelse", "\"start\": \"2026-05-04T12:00:00+02:00\"", "\"end\": \"2026-05-04T12:00:00+02:00\"", "psychacute-adviser-1")]
    [InlineData("CareTeam-eksempel-beskikkelse", "\"patientraadgiver\"", "\"nurse\"", "psychacute-adviser-2")]
    [InlineData("Encounter-eksempel-raadgiverbesoeg", "\"end\": \"2026-05-05T10:50:00+02:00\"", "\"extension\": [{\"url\": \"http://example.org\", \"valueBoolean\": true}]", "psychacute-contact-1")]
    [InlineData("Encounter-eksempel-raadgiverbesoeg", "participant", null, "psychacute-contact-2")]
    [InlineData("Task-eksempel-klage", "\"tilsidesat\"", "\"modtaget\"", "psychacute-complaint-1")]
    [InlineData("Task-eksempel-klage", "output", null, "psychacute-complaint-2")]
    [InlineData("Task-eksempel-klage-videre", "partOf", null, "psychacute-complaint-3")]
    [InlineData("Task-eksempel-klage-videre", "\"byret\"", "\"ankenaevn\"", "psychacute-complaint-4")]
    [InlineData("Task-eksempel-klage-medicin", "note", null, "psychacute-complaint-5")]
    [InlineData("Procedure-eksempel-eftersamtale-afslaaet", "statusReason", null, "psychacute-after-talk-1")]
    [InlineData("Procedure-eksempel-eftersamtale", "performer", null, "psychacute-after-talk-2")]
    [InlineData("Consent-eksempel-forhaandstilkendegivelse", "\"type\": \"deny\",", "", "psychacute-preference-1")]
    [InlineData("Consent-eksempel-forhaandstilkendegivelse", "dateTime", null, "psychacute-preference-2")]
    [InlineData("DetectedIssue-eksempel-frist", "implicated", null, "psychacute-clock-1")]
    [InlineData("DetectedIssue-eksempel-frist-afsluttet", "mitigation", null, "psychacute-clock-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

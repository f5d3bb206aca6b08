namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Assessments that break a rule of their profile.</summary>
public sealed class AssessmentVariants
{
    [Theory]
    [InlineData("Observation-eksempel-hastegrad", "\"status\": \"final\"", "\"status\": \"amended\"", "psychacute-urgency-1")]
    [InlineData("Observation-eksempel-hastegrad", "\"status\": \"final\"", "\"status\": \"corrected\"", "psychacute-urgency-1")]
    [InlineData("Observation-eksempel-bvc", "\"valueInteger\": 3", "\"valueInteger\": 7", "psychacute-bvc-1 psychacute-bvc-2")]
    [InlineData("Observation-eksempel-bvc", "\"valueInteger\": 3", "\"valueInteger\": 4", "psychacute-bvc-2")]
    [InlineData("Observation-eksempel-bvc", "\"end\": \"2026-05-05T12:30", "\"end\": \"2026-05-05T12:31", "psychacute-bvc-3")]
    [InlineData("Observation-eksempel-bvc", "\"meget-hoej\"", "\"moderat\"", "psychacute-bvc-4")]
    [InlineData("Observation-eksempel-v-risk-10", "\"valueInteger\": 6", "\"valueInteger\": 21", "psychacute-v-risk-1")]
    [InlineData("Observation-eksempel-v-risk-10", "\"text\": \"2\"", "\"text\": \"1\"", "psychacute-v-risk-2")]
    [InlineData("RiskAssessment-eksempel-selvmordsrisiko", "basis", null, "psychacute-risk-1")]
    [InlineData("RiskAssessment-eksempel-voldsrisiko", "mitigation", null, "psychacute-risk-2")]
    [InlineData("RiskAssessment-eksempel-voldsrisiko", "basis", null, "psychacute-risk-1")]
    [InlineData("Observation-eksempel-rusmidler", "component", null, "psychacute-substance-1")]
    [InlineData("Observation-eksempel-rusmidler", "\"paavirket\"", "\"ingen\"", "psychacute-substance-2")]
    [InlineData("Observation-eksempel-roede-flag", "\"valueBoolean\": false\n    }", "\"valueBoolean\": true\n    }", "psychacute-red-flag-1")]
    [InlineData("Observation-eksempel-roede-flag", "\"bevidsthed\"", "\"forgiftning\"", "psychacute-red-flag-2")]
    [InlineData("Observation-eksempel-kan-vente", "\"med-en-anden\"", "\"kan-ikke-vente\"", "psychacute-wait-1")]
    [InlineData("Observation-eksempel-kan-vente", "\"code\": \"h\"", "\"code\": \"wk\"", "psychacute-wait-2")]
    [InlineData("QuestionnaireResponse-eksempel-visitation", "konklusion.hastegrad", "konklusion.anden", "psychacute-triage-1")]
    [InlineData("QuestionnaireResponse-eksempel-visitation", "\"text\": \"Ringer personen selv?\",\n          \"answer\": [\n            {\n              \"valueBoolean\": true", "\"answer\": [{\"valueBoolean\": false", "psychacute-triage-2")]
    [InlineData("ClinicalImpression-eksempel-sammenfatning", "summary", null, "psychacute-summary-1")]
    [InlineData("ClinicalImpression-eksempel-sammenfatning", "effectiveDateTime", null, "psychacute-summary-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

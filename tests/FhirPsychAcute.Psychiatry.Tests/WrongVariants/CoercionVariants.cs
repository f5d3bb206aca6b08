namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Episodes of coercion that break a rule of their profile.</summary>
public sealed class CoercionVariants
{
    [Theory]
    [InlineData("Procedure-eksempel-baelte", "CodeSystem/psychacute-coercion-measure", "CodeSystem/psychacute-coercion-proposal", "psychacute-coercion-1")]
    [InlineData("Procedure-eksempel-remme", "partOf", null, "psychacute-coercion-2")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"fastholdelse\"", "\"akut-beroligende-medicin\"", "psychacute-coercion-3 psychacute-coercion-6 psychacute-coercion-10 psychacute-coercion-11 psychacute-coercion-12")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"start\": \"2026-05-04T13:00:10+02:00\"", "\"start\": \"2026-05-04\"", "psychacute-coercion-4")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"status\": \"completed\"", "\"status\": \"in-progress\"", "psychacute-coercion-5")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"17-1\"", "\"14-16\"", "psychacute-coercion-6")]
    [InlineData("Procedure-eksempel-baelte", "\"skema-3\"", "\"skema-1\"", "psychacute-coercion-7")]
    [InlineData("Procedure-eksempel-baelte", "\"farlighed\"", "\"helbred\"", "psychacute-coercion-8")]
    [InlineData("Procedure-eksempel-baelte", "reasonCode", null, "psychacute-coercion-8")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"farlighed\"", "\"frivillig\"", "psychacute-coercion-9")]
    [InlineData("Procedure-eksempel-frivilligt-baelte", "\"frivillig\"", "\"farlighed\"", "psychacute-coercion-9")]
    [InlineData("Procedure-eksempel-beroligende", "\"urolig\"", "\"farlighed\"", "psychacute-coercion-10")]
    [InlineData("Procedure-eksempel-beroligende", "\"frivillig-medicin\"", "\"samtale\"", "psychacute-coercion-11")]
    [InlineData("Procedure-eksempel-skaermning", "performer", null, "psychacute-coercion-12")]
    [InlineData("Procedure-eksempel-baelte", "\"fixed-guard\"", "\"carried-out\"", "psychacute-coercion-13")]
    [InlineData("Procedure-eksempel-oppegaaende", "StructureDefinition/psychacute-permission", "StructureDefinition/psychacute-other", "psychacute-coercion-14")]
    [InlineData("Procedure-eksempel-patientstue-laast", "location", null, "psychacute-coercion-14")]
    [InlineData("Procedure-eksempel-tvangsmedicinering", "\"helbred\"", "\"urolig\"", "psychacute-coercion-15")]
    [InlineData("Procedure-eksempel-ect", "\"livsfare\"", "\"helbred\"", "psychacute-coercion-15")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"version\": \"2024-06-01\"", "\"version\": \"2027-01-01\"", "psychacute-coercion-16")]
    [InlineData("Procedure-eksempel-barn", "\"end\": \"2026-05-22T16:04:00+02:00\"", "\"end\": \"2026-05-22T16:30:01+02:00\"", "psychacute-coercion-17")]
    [InlineData("Procedure-eksempel-skaermning", "\"selvmordsfare\"", "\"haervaerk\"", "psychacute-coercion-18")]
    [InlineData("Procedure-eksempel-somatisk", "StructureDefinition/psychacute-admission-status", "StructureDefinition/psychacute-other", "psychacute-coercion-19")]
    [InlineData("Procedure-eksempel-ect", "\"code\": \"ect\",\n        \"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure\"\n      }", "\"code\": \"ect\", \"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure\"}, {\"code\": \"ect\", \"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure\"}", "psychacute-coercion-20")]
    [InlineData("Procedure-eksempel-barn", "\"url\": \"childConsents\",\n          \"valueBoolean\": false", "\"url\": \"childConsents\", \"valueBoolean\": true", "psychacute-child-consent-2")]
    [InlineData("Procedure-eksempel-barn", "\"url\": \"custodyHolderConsents\",\n          \"valueBoolean\": true", "\"url\": \"custodyHolderConsents\", \"valueBoolean\": false", "psychacute-child-consent-1")]
    [InlineData("Procedure-eksempel-roede-papirer", "\"farlighed\"", "\"helbred\"", "psychacute-detention-1")]
    [InlineData("Procedure-eksempel-roede-papirer", "\"certified\"", "\"police\"", "psychacute-detention-2")]
    [InlineData("Procedure-eksempel-tilbageholdelse", "performer", null, "psychacute-detention-3")]
    [InlineData("MedicationAdministration-eksempel-hoej-dosis", "note", null, "psychacute-medication-1")]
    [InlineData("MedicationAdministration-eksempel-indsproejtning", "dosage.route", null, "psychacute-medication-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

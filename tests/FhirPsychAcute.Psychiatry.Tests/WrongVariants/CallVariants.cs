namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Calls that break a rule of their profile.</summary>
public sealed class CallVariants
{
    [Theory]
    [InlineData("Encounter-eksempel-ubesvaret-opkald", "\"status\": \"cancelled\"", "\"status\": \"finished\"", "psychacute-call-1 psychacute-call-4")]
    [InlineData("Encounter-eksempel-ubesvaret-opkald", "\"status\": \"arrived\"", "\"status\": \"in-progress\"", "psychacute-call-2")]
    [InlineData("Encounter-eksempel-ubesvaret-opkald", "\"hung-up\"", "\"call-back\"", "psychacute-call-9")]
    [InlineData("Encounter-eksempel-tilbagekald", "\"status\": \"in-progress\"", "\"status\": \"arrived\"", "psychacute-call-4")]
    [InlineData("Encounter-eksempel-tilbagekald", "\"end\": \"2026-03-12T21:31:00+01:00\"", "\"end\": \"2026-03-12T21:41:00+01:00\"", "psychacute-call-5")]
    [InlineData("Encounter-eksempel-tilbagekald", "\"participant\": [", "\"participant\": [{\"type\": [{\"coding\": [{\"system\": \"http://terminology.hl7.org/CodeSystem/v3-ParticipationType\", \"code\": \"CALLBCK\"}]}]},", "psychacute-call-6")]
    [InlineData("Encounter-eksempel-tilbagekald", "\"url\": \"wanted\",\n          \"valueBoolean\": true", "\"url\": \"wanted\", \"valueBoolean\": false", "psychacute-callback-1")]
    [InlineData("Encounter-eksempel-tilbagekald", "\"url\": \"offered\",\n          \"valueBoolean\": true", "\"url\": \"offered\", \"valueBoolean\": false", "psychacute-callback-2")]
    [InlineData("Encounter-eksempel-omstillet", "\"code\": \"laegevagt\"", "\"code\": \"civil-line\"", "psychacute-call-7")]
    [InlineData("Encounter-eksempel-omstillet", "\"start\": \"2026-05-03T02:20:00+02:00\",\n        \"end\": \"2026-05-03T02:24:00+02:00\"\n      },\n      \"individual\"", "\"end\": \"2026-05-03T02:24:00+02:00\"}, \"individual\"", "psychacute-call-8")]
    [InlineData("Encounter-eksempel-omstillet", "partOf", null, "psychacute-call-10")]
    [InlineData("Encounter-eksempel-omstillet", ",\n    \"end\": \"2026-05-03T02:36:00+02:00\"", "", "psychacute-call-3")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

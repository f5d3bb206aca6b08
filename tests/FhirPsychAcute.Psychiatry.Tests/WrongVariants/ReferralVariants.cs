namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Referrals, what becomes of them, stays, consents, booked times and dispatches that break a rule of their profile.</summary>
public sealed class ReferralVariants
{
    [Theory]
    [InlineData("ServiceRequest-eksempel-henvisning", "\"priority\": \"routine\"", "\"priority\": \"asap\"", "psychacute-referral-1")]
    [InlineData("ServiceRequest-eksempel-akut-henvisning", ",\n    \"end\": \"2026-03-13T02:00:00+01:00\"", "", "psychacute-referral-2")]
    [InlineData("ServiceRequest-eksempel-akut-henvisning", "patientInstruction", null, "psychacute-referral-3")]
    [InlineData("ServiceRequest-eksempel-henvisning", "\"url\": \"telecom\"", "\"url\": \"relativeMayBeContacted\"", "psychacute-referral-4")]
    [InlineData("ServiceRequest-eksempel-akut-henvisning", "\"valueUnsignedInt\": 2", "\"valueUnsignedInt\": 0", "psychacute-referral-5")]
    [InlineData("ServiceRequest-eksempel-subakut-henvisning", "\"url\": \"source\",\n          \"valueString\": \"Samme region: indhentning i aktuel behandling\"", "\"url\": \"consent\", \"valueReference\": {\"display\": \"intet\"}", "psychacute-legal-basis-2")]
    [InlineData("ServiceRequest-eksempel-henvisning", "\"url\": \"source\",", "\"url\": \"note\",", "psychacute-legal-basis-1")]
    [InlineData("Task-eksempel-afvist-forloeb", "\"status\": \"rejected\"", "\"status\": \"accepted\"", "psychacute-task-1")]
    [InlineData("Task-eksempel-afvist-forloeb", "statusReason", null, "psychacute-task-2")]
    [InlineData("Task-eksempel-returneret-forloeb", "statusReason", null, "psychacute-task-3")]
    [InlineData("Task-eksempel-booket-forloeb", "output", null, "psychacute-task-4")]
    [InlineData("Task-eksempel-booket-forloeb", "\"lastModified\": \"2026-03-12", "\"lastModified\": \"2026-03-11", "psychacute-task-5")]
    [InlineData("Task-eksempel-afsluttet-forloeb", "output", null, "psychacute-task-6")]
    [InlineData("Provenance-eksempel-afvist-skridt", "\"reference\": \"Organization/eksempel-kommune\"", "\"type\": \"Organization\"", "psychacute-referral-provenance-1")]
    [InlineData("Provenance-eksempel-afvist-skridt", "reason", null, "psychacute-referral-provenance-2")]
    [InlineData("Encounter-eksempel-nat", ",\n    \"end\": \"2026-03-13T08:30:00+01:00\"", "", "psychacute-stay-1")]
    [InlineData("Encounter-eksempel-nat", "\"end\": \"2026-03-13T", "\"end\": \"2026-03-14T", "psychacute-stay-2")]
    [InlineData("Encounter-eksempel-anden-nat", "\"SS\"", "\"AMB\"", "psychacute-stay-3")]
    [InlineData("Communication-eksempel-besked", "sent", null, "psychacute-notice-1")]
    [InlineData("Communication-eksempel-besked", "about", null, "psychacute-notice-2")]
    [InlineData("Consent-eksempel-samtykke", "provision.actor", null, "psychacute-consent-1")]
    [InlineData("Consent-eksempel-samtykke", "dateTime", null, "psychacute-consent-2")]
    [InlineData("Appointment-eksempel-aftalt-tid", "slot", null, "psychacute-appointment-1")]
    [InlineData("Appointment-eksempel-aftalt-tid", "\"actor\": {\n        \"reference\": \"HealthcareService/eksempel-akutteam\"\n      },", "", "psychacute-appointment-2")]
    [InlineData("ServiceRequest-eksempel-udrykning", "locationCode", null, "psychacute-dispatch-1")]
    [InlineData("ServiceRequest-eksempel-politi", "reasonCode", null, "psychacute-dispatch-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Persons, staff, organisations and places that break a rule of their profile.</summary>
public sealed class PeopleAndPlacesVariants
{
    [Theory]
    [InlineData("Patient-eksempel-anonym", "\"identifier\": [", "\"name\": [{\"text\": \"Mette\"}], \"identifier\": [", "psychacute-patient-2")]
    [InlineData("Patient-eksempel-anonym", "\"identifier\": [", "\"identifier\": [{\"system\": \"urn:oid:1.2.208.176.1.2\", \"value\": \"2902024000\"},", "psychacute-patient-2")]
    [InlineData("Patient-eksempel-mette", "\"identifier\": [", "\"identifier\": [{\"use\": \"temp\", \"system\": \"urn:oid:1.2.208.176.1.6.1.1\", \"value\": \"0101011AB1\"},", "psychacute-patient-3")]
    [InlineData("Patient-eksempel-beskyttet", "\"use\": \"home\"", "\"use\": \"home\", \"line\": [\"Eksempelvej 1\"]", "psychacute-patient-4")]
    [InlineData("Patient-eksempel-jonas", "0101130AB1", "0101130aB1", "psychacute-patient-1")]
    [InlineData("RelatedPerson-eksempel-soester", "telecom", null, "psychacute-related-person-1")]
    [InlineData("RelatedPerson-eksempel-mor", "telecom", null, "psychacute-related-person-1")]
    [InlineData("Practitioner-eksempel-maskeret", "\"qualification\"", "\"name\": [{\"family\": \"Eksempelsen\"}], \"qualification\"", "psychacute-practitioner-1")]
    [InlineData("Practitioner-eksempel-maskeret", "qualification", null, "psychacute-practitioner-1")]
    [InlineData("Practitioner-eksempel-maskeret-form", "\"qualification\"", "\"telecom\": [{\"system\": \"phone\", \"value\": \"1\"}], \"qualification\"", "psychacute-practitioner-1")]
    [InlineData("Practitioner-eksempel-maskeret-form", "sid/pseudonym", "sid/employee", "psychacute-practitioner-1")]
    [InlineData("PractitionerRole-eksempel-apk", "code", null, "psychacute-practitioner-role-1")]
    [InlineData("PractitionerRole-eksempel-apk", "\"active\": true", "\"active\": true, \"period\": {\"end\": \"2020-01-01\"}", "psychacute-practitioner-role-2")]
    [InlineData("Organization-eksempel-afsnit", "urn:oid:1.2.208.176.1.1", "urn:oid:1.2.208.176.1.4", "psychacute-organization-1")]
    [InlineData("Organization-eksempel-nabokommune", "urn:oid:1.2.208.176.1.1", "urn:oid:1.2.208.176.1.4", "psychacute-organization-1")]
    [InlineData("Organization-eksempel-ny-region", "\"start\": \"2026-01-01\"", "\"end\": \"2090-01-01\"", "psychacute-region-1")]
    [InlineData("Organization-eksempel-gammel-region", "\"active\": false", "\"active\": true", "psychacute-region-2")]
    [InlineData("Location-eksempel-omraade", "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes", "urn:oid:1.2.208.176.1.4", "psychacute-location-1")]
    [InlineData("Location-eksempel-stue", "managingOrganization", null, "psychacute-location-2")]
    [InlineData("HealthcareService-eksempel-akuttilbud", "\"code\": \"no-overnight\"", "\"code\": \"outreach\"", "psychacute-offer-1")]
    [InlineData("HealthcareService-eksempel-akuttilbud", "\"valueUnsignedInt\": 1", "\"valueUnsignedInt\": 5", "psychacute-capacity-1")]
    [InlineData("Schedule-eksempel-kalender", "\"end\": \"2026-03-15\"", "\"end\": \"2026-03-05\"", "psychacute-schedule-1")]
    [InlineData("Slot-eksempel-tid", "\"end\": \"2026-03-13T11", "\"end\": \"2026-03-13T09", "psychacute-slot-1")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

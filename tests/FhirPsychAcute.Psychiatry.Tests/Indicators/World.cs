namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>The organisations and people of the hand-counted tables.</summary>
internal static class World
{
    private const string Region = """ "type": [{"coding": [{"system": "http://snomed.info/sct", "code": "550881000005103"}]}] """;

    public static IEnumerable<string> Resources =>
    [
        Organization("hovedstaden", $$""" {{Region}}, "identifier": [{"system": "urn:iso:std:iso:3166:-2", "value": "DK-84"}] """),
        Organization("sjaelland", $$""" {{Region}}, "identifier": [{"system": "urn:iso:std:iso:3166:-2", "value": "DK-85"}] """),
        Organization("nordjylland", $$""" {{Region}}, "identifier": [{"system": "urn:iso:std:iso:3166:-2", "value": "DK-81"}] """),
        Organization("H", """ "partOf": {"reference": "Organization/hovedstaden"} """),
        Organization("S", """ "partOf": {"reference": "Organization/sjaelland"} """),
        Organization("J", """ "partOf": {"reference": "Organization/nordjylland"} """),
        Organization("K", """ "partOf": {"reference": "Organization/sjaelland"}, "identifier": [{"system": "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes", "value": "0411"}] """),
        Organization("C", """ "name": "Linjen (fiktiv)" """),
        Person("anna", "1990-05-05", "0101"),
        Person("bo", "1960-01-31", "0265"),
        Person("ung", "2008-06-01", "0851"),
        Person("barn", "2012-01-01", "0101"),
    ];

    private static string Organization(string id, string more) => $$"""{"resourceType": "Organization", "id": "{{id}}", {{more}}}""";

    private static string Person(string id, string birth, string municipality) => $$"""
        {"resourceType": "Patient", "id": "{{id}}", "birthDate": "{{birth}}", "address": [{"extension": [{"url": "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes",
         "valueCodeableConcept": {"coding": [{"system": "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes", "code": "{{municipality}}"}]} }]}]}
        """;
}

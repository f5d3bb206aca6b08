namespace FhirPsychAcute.Conformance.Tests.Validation.Bundles;

public sealed class DocumentTests
{
    private const string Patient = """{ "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002", "resource": { "resourceType": "Patient" } }""";

    [Fact]
    public void A_document_whose_entries_are_all_reached_from_the_Composition_is_right() =>
        Assert.Empty(Document("""{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }""", Patient));

    [Fact]
    public void A_document_must_begin_with_a_Composition() => Assert.Equal(
        ["error bundle.first-of-other-type Bundle.entry[0].resource"],
        FindingLines.Of($$"""{ "resourceType": "Bundle", "type": "document", "entry": [{{Patient}}] }""", "bundle"));

    [Fact]
    public void A_document_without_entries_has_no_Composition() => Assert.Equal(
        ["error bundle.no-entry Bundle"], FindingLines.Of("""{ "resourceType": "Bundle", "type": "document" }""", "bundle"));

    [Fact]
    public void The_Compositions_subject_must_be_in_the_document() => Assert.Equal(
        ["error bundle.content-missing Bundle.entry[0].resource.subject", "error bundle.document-orphan Bundle.entry[1]"],
        Document("""{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000009" }""", Patient));

    [Fact]
    public void A_target_of_the_right_type_and_id_but_another_base_is_told_of() => Assert.Equal(
        ["error bundle.content-alike Bundle.entry[0].resource.subject", "error bundle.document-orphan Bundle.entry[1]"],
        Document("""{ "reference": "Patient/p" }""", """{ "fullUrl": "http://other.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p" } }"""));

    [Fact]
    public void An_entry_that_only_points_at_the_content_is_worth_a_warning_unless_it_is_a_Provenance() => Assert.Equal(
        ["warning bundle.document-backward Bundle.entry[2]"],
        Document(
            """{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }""",
            $$"""
            {{Patient}},
            { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000003",
              "resource": { "resourceType": "Observation", "status": "final", "code": { "text": "x" }, "subject": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" } } },
            { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000004",
              "resource": { "resourceType": "Provenance", "recorded": "2026-01-01T00:00:00Z", "agent": [{ "who": { "display": "x" } }],
                "target": [{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }] } }
            """));

    [Fact]
    public void A_link_of_the_narrative_must_lead_to_one_place() => Assert.Equal(
        ["error bundle.fragment-missing Bundle.entry[1].resource.extension[0].value.ofType(url)"],
        Document(
            """{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }""",
            """
            { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002",
              "resource": { "resourceType": "Patient", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/narrativeLink",
                "valueUrl": "urn:uuid:00000000-0000-4000-8000-000000000001#nowhere" }] } }
            """,
            "urn:uuid:00000000-0000-4000-8000-000000000001"));

    private static IReadOnlyList<string> Document(string subject, string others, string fullUrl = "http://here.dk/fhir/Composition/1") => FindingLines.Of(
        $$"""
        {
          "resourceType": "Bundle", "type": "document", "identifier": { "system": "urn:ietf:rfc:3986", "value": "urn:uuid:00000000-0000-4000-8000-000000000000" },
          "timestamp": "2026-01-01T00:00:00Z",
          "entry": [
            { "fullUrl": "{{fullUrl}}",
              "resource": { "resourceType": "Composition", "id": "1", "status": "final", "type": { "text": "x" }, "date": "2026-01-01", "title": "t",
                "author": [{ "display": "x" }], "subject": {{subject}} } },
            {{others}}
          ]
        }
        """,
        "bundle");
}

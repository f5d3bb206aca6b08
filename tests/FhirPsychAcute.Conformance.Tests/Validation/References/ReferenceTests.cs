using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.References;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("""{ "reference": "Patient/1" }""")]
    [InlineData("""{ "reference": "http://here.dk/fhir/Patient/1", "type": "Patient" }""")]
    [InlineData("""{ "identifier": { "system": "urn:oid:1.2.208.176.1.2", "value": "x" }, "type": "Patient" }""")]
    [InlineData("""{ "display": "someone" }""")]
    public void A_reference_to_an_allowed_type_is_right(string subject) => Assert.Empty(Encounter(subject));

    [Theory]
    [InlineData("""{ "reference": "Device/1" }""", "warning reference.url-type Encounter.subject")]
    [InlineData("""{ "reference": "Patient/1", "type": "Group" }""", "error reference.type-differs Encounter.subject")]
    [InlineData("""{ "type": "Device", "display": "x" }""", "error reference.type-not-allowed Encounter.subject")]
    [InlineData("""{ "reference": "Patient" }""", "warning reference.suspicious Encounter.subject")]
    [InlineData("""{ "reference": "Patient/1 2" }""", "error reference.not-a-url Encounter.subject")]
    [InlineData("""{ "reference": "urn:uuid:ABC" }""", "warning reference.urn-form Encounter.subject")]
    public void A_reference_that_cannot_be_right_is_told_of(string subject, string expected) => Assert.Equal([expected], Encounter(subject));

    [Fact]
    public void Relative_references_are_completed_with_the_base_of_their_entry() => Assert.Empty(Collection(
        "http://here.dk/fhir/Encounter/e", "Patient/p", """{ "fullUrl": "http://here.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p" } }"""));

    [Fact]
    public void An_entry_of_another_base_is_not_meant_but_told_of() => Assert.Equal(
        ["warning reference.alike Bundle.entry[0].resource.subject"],
        Collection("http://here.dk/fhir/Encounter/e", "Patient/p", """{ "fullUrl": "http://there.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p" } }"""));

    [Fact]
    public void A_urn_must_be_in_the_Bundle() => Assert.Equal(
        ["warning reference.urn-not-in-bundle Bundle.entry[0].resource.subject"],
        Collection("urn:uuid:00000000-0000-4000-8000-000000000001", "urn:uuid:00000000-0000-4000-8000-000000000002", """{ "fullUrl": "http://there.dk/x", "resource": { "resourceType": "Patient" } }"""));

    [Fact]
    public void The_target_must_be_of_the_type_that_the_url_names() => Assert.Equal(
        ["error reference.target-of-other-type Bundle.entry[0].resource.subject"],
        Collection(
            "urn:uuid:00000000-0000-4000-8000-000000000001", "Patient/00000000-0000-4000-8000-000000000002",
            """{ "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002", "resource": { "resourceType": "Group", "type": "person", "actual": true } }"""));

    [Fact]
    public void A_version_is_looked_for_in_the_entries_of_that_fullUrl()
    {
        const string versions = """
            { "fullUrl": "http://here.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p", "meta": { "versionId": "1" } } },
            { "fullUrl": "http://here.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p", "meta": { "versionId": "2" } } }
            """;
        Assert.Empty(Collection("http://here.dk/fhir/Encounter/e", "Patient/p/_history/2", versions));
        Assert.Equal(["error reference.ambiguous Bundle.entry[0].resource.subject"], Collection("http://here.dk/fhir/Encounter/e", "Patient/p", versions));
    }

    [Fact]
    public void A_relative_reference_needs_a_fullUrl_around_it() => Assert.Equal(
        ["error reference.entry-without-fullurl Bundle.entry[0].resource.subject"],
        FindingLines.Of($$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": {{EncounterOf("Patient/p")}} }] }""", "reference"));

    [Fact]
    public void In_a_transaction_the_server_resolves_relative_and_conditional_references()
    {
        Assert.Empty(Transaction("Patient/p"));
        Assert.Empty(Transaction("Patient?identifier=urn:x|1"));
    }

    [Fact]
    public void A_plain_reference_is_checked_without_allocating()
    {
        var document = ResourceDocument.Parse(System.Text.Encoding.UTF8.GetBytes(EncounterOf("Patient/123")), DefinitionStore.R4.Schema).Document!;
        var run = new ValidationRun(new Validator(DefinitionLibrary.R4), document, ValidationRequest.Default);
        var type = new TypeFacts("Reference", [], ["http://hl7.org/fhir/StructureDefinition/Patient", "http://hl7.org/fhir/StructureDefinition/Group"], [], null);
        var rule = new ReferenceRule(type, DefinitionLibrary.R4.Root, "", isBase: true);
        var subject = document.Root.Child("subject");
        rule.Check(subject, run);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            rule.Check(subject, run);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Targets_elsewhere_are_looked_up_when_that_is_asked_for()
    {
        var options = ValidatorOptions.Default with { References = ReferenceCheck.ExistsAndType };
        var group = ResourceDocument.Parse("""{ "resourceType": "Device", "id": "1" }"""u8.ToArray(), DefinitionStore.R4.Schema).Document!;
        var request = new ValidationRequest { Resolve = url => url == "http://here.dk/x" ? group.Root : default };
        Assert.Equal(["error reference.unresolved Encounter.subject"], FindingLines.Of(EncounterOf("Patient/1"), request, options, "reference"));
        Assert.Equal(["error reference.target-type Encounter.subject"], FindingLines.Of(EncounterOf("http://here.dk/x"), request, options, "reference"));
        Assert.Empty(FindingLines.Of(EncounterOf("Patient/1"), request, options with { AssumeValidRestReferences = true }, "reference"));
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", null)]
    [InlineData("ValueSet/x", "error reference.canonical-relative Questionnaire.item[0].answerValueSet")]
    [InlineData("#x", "error reference.canonical-not-contained Questionnaire.item[0].answerValueSet")]
    [InlineData("http://hl7.org/fhir/administrative-gender", "error reference.canonical-type Questionnaire.item[0].answerValueSet")]
    public void A_canonical_is_absolute_or_contained_and_of_the_right_type(string canonical, string? expected) => Assert.Equal(
        expected is null ? [] : [expected],
        FindingLines.Of(
            $$"""{ "resourceType": "Questionnaire", "status": "draft", "item": [{ "linkId": "1", "type": "choice", "answerValueSet": "{{canonical}}" }] }""", "reference"));

    private static string EncounterOf(string reference) =>
        $$"""{ "resourceType": "Encounter", "id": "e", "status": "planned", "class": { "code": "AMB" }, "subject": { "reference": "{{reference}}" } }""";

    private static IReadOnlyList<string> Encounter(string subject) =>
        FindingLines.Of($$"""{ "resourceType": "Encounter", "status": "planned", "class": { "code": "AMB" }, "subject": {{subject}} }""", "reference");

    private static IReadOnlyList<string> Collection(string fullUrl, string reference, string others) => FindingLines.Of(
        $$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{ "fullUrl": "{{fullUrl}}", "resource": {{EncounterOf(reference)}} }, {{others}}] }""", "reference");

    private static IReadOnlyList<string> Transaction(string reference) => FindingLines.Of(
        $$"""{ "resourceType": "Bundle", "type": "transaction", "entry": [{ "resource": {{EncounterOf(reference)}}, "request": { "method": "POST", "url": "Encounter" } }] }""", "reference");
}

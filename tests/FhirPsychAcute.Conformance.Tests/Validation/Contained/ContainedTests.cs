namespace FhirPsychAcute.Conformance.Tests.Validation.Contained;

public sealed class ContainedTests
{
    [Theory]
    [InlineData("""{ "resourceType": "Organization", "id": "o", "name": "x" }""", """, "managingOrganization": { "reference": "#o" }""")]
    [InlineData("""{ "resourceType": "Provenance", "id": "o", "recorded": "2026-01-01T00:00:00Z", "target": [{ "reference": "#" }], "agent": [{ "who": { "display": "x" } }] }""", "")]
    [InlineData("""{ "resourceType": "Binary", "id": "o", "contentType": "image/png" }""", """, "text": { "status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"#o\"/></div>" }""")]
    public void A_contained_resource_is_referred_to_or_refers_to_its_container(string contained, string rest) => Assert.Empty(Patient(contained, rest));

    [Fact]
    public void A_contained_resource_without_any_link_is_named() => Assert.Equal(
        ["error contained.not-referenced Patient.contained[0]"], Patient("""{ "resourceType": "Organization", "id": "o", "name": "x" }""", ""));

    [Fact]
    public void Two_contained_resources_may_not_have_the_same_id() => Assert.Equal(
        ["error contained.id-twice Patient.contained[1]"],
        Patient("""{ "resourceType": "Organization", "id": "o", "name": "x" }, { "resourceType": "Practitioner", "id": "o" }""", """, "managingOrganization": { "reference": "#o" }"""));

    [Fact]
    public void A_reference_to_what_is_not_contained_is_an_error() => Assert.Equal(
        ["error reference.not-contained Patient.managingOrganization"],
        FindingLines.Of("""{ "resourceType": "Patient", "managingOrganization": { "reference": "#o" } }""", "reference", "contained"));

    [Fact]
    public void Ids_of_elements_differ_within_a_resource() => Assert.Equal(
        ["error contained.element-id-twice Patient.name[1]"],
        FindingLines.Of("""{ "resourceType": "Patient", "id": "a", "name": [{ "id": "a", "family": "X" }, { "id": "a", "family": "Y" }] }""", "contained"));

    private static IReadOnlyList<string> Patient(string contained, string rest) =>
        FindingLines.Of($$"""{ "resourceType": "Patient", "contained": [{{contained}}]{{rest}} }""", "contained", "reference", "invariant");
}

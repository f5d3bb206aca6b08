namespace FhirPsychAcute.Conformance.Tests.Validation.Bundles;

public sealed class SearchsetTests
{
    [Fact]
    public void Matches_of_the_type_searched_for_are_right() => Assert.Empty(Searchset("Patient?name=x", """{ "resourceType": "Patient", "id": "p" }""", "match"));

    [Fact]
    public void The_types_may_stand_in_a_parameter() => Assert.Empty(Searchset("?_type=Patient,Person", """{ "resourceType": "Patient", "id": "p" }""", "match"));

    [Fact]
    public void A_match_of_another_type_is_an_error() => Assert.Equal(
        ["error bundle.search-other-type Bundle.entry[0].resource"], Searchset("Person?name=x", """{ "resourceType": "Patient", "id": "p" }""", "match"));

    [Fact]
    public void A_match_without_id_is_an_error() => Assert.Equal(
        ["error bundle.search-no-id Bundle.entry[0].resource"], Searchset("Patient?name=x", """{ "resourceType": "Patient" }""", "match", "urn:uuid:00000000-0000-4000-8000-000000000001"));

    [Fact]
    public void An_outcome_must_be_an_OperationOutcome() => Assert.Equal(
        ["error bundle.search-not-outcome Bundle.entry[0].resource"], Searchset("Patient?name=x", """{ "resourceType": "Patient", "id": "p" }""", "outcome"));

    [Fact]
    public void A_result_should_say_what_was_searched_for() => Assert.Equal(
        ["warning bundle.search-no-self Bundle"], FindingLines.Of("""{ "resourceType": "Bundle", "type": "searchset", "total": 0 }""", "bundle"));

    [Fact]
    public void Pages_are_for_searches_only() => Assert.Equal(
        ["error bundle.link-paging Bundle.link[0].relation"],
        FindingLines.Of("""{ "resourceType": "Bundle", "type": "collection", "link": [{ "relation": "next", "url": "http://here.dk" }] }""", "bundle"));

    private static IReadOnlyList<string> Searchset(string self, string resource, string mode, string fullUrl = "http://here.dk/fhir/Patient/p") => FindingLines.Of(
        $$"""
        { "resourceType": "Bundle", "type": "searchset", "link": [{ "relation": "self", "url": "http://here.dk/fhir/{{self}}" }],
          "entry": [{ "fullUrl": "{{fullUrl}}", "resource": {{resource}}, "search": { "mode": "{{mode}}" } }] }
        """,
        "bundle");
}

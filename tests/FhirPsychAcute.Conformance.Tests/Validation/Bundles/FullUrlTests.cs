namespace FhirPsychAcute.Conformance.Tests.Validation.Bundles;

public sealed class FullUrlTests
{
    [Theory]
    [InlineData("http://here.dk/fhir/Patient/p")]
    [InlineData("urn:uuid:00000000-0000-4000-8000-000000000001")]
    [InlineData("http://here.dk/people/1")]
    public void An_absolute_url_that_fits_the_resource_is_a_fullUrl(string fullUrl) => Assert.Empty(Collection(fullUrl));

    [Fact]
    public void A_relative_url_is_no_fullUrl() => Assert.Equal(["error bundle.fullurl-relative Bundle.entry[0]"], Collection("Patient/p"));

    [Fact]
    public void A_RESTful_fullUrl_must_end_with_the_resources_type_and_id()
    {
        Assert.Equal(["error bundle.fullurl-other-resource Bundle.entry[0]"], Collection("http://here.dk/fhir/Patient/q"));
        Assert.Equal(["error bundle.fullurl-other-resource Bundle.entry[0]"], Collection("http://here.dk/fhir/Person/p"));
    }

    [Fact]
    public void An_entry_without_fullUrl_is_an_error_but_in_requests_and_answers()
    {
        const string entry = """{ "resource": { "resourceType": "Patient", "id": "p" }, "request": { "method": "PUT", "url": "Patient/p" } }""";
        Assert.Equal(["error bundle.fullurl-missing Bundle.entry[0]"], FindingLines.Of($$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{{entry}}] }""", "bundle"));
        Assert.Empty(FindingLines.Of($$"""{ "resourceType": "Bundle", "type": "transaction", "entry": [{{entry}}] }""", "bundle"));
    }

    private static IReadOnlyList<string> Collection(string fullUrl) => FindingLines.Of(
        $$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{ "fullUrl": "{{fullUrl}}", "resource": { "resourceType": "Patient", "id": "p" } }] }""", "bundle");
}

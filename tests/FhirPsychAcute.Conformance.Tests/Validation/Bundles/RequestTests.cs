namespace FhirPsychAcute.Conformance.Tests.Validation.Bundles;

public sealed class RequestTests
{
    private const string Patient = """{ "resourceType": "Patient", "id": "p" }""";

    [Theory]
    [InlineData("POST", "Patient")]
    [InlineData("PUT", "Patient/p")]
    [InlineData("PUT", "Patient?identifier=urn:x|1")]
    [InlineData("PATCH", "Patient/p")]
    public void A_request_that_fits_its_resource_is_right(string method, string url) => Assert.Empty(Transaction(Entry(method, url, Patient)));

    [Fact]
    public void The_url_must_be_one_for_the_resource()
    {
        Assert.Equal(["error bundle.request-other-type Bundle.entry[0].request.url"], Transaction(Entry("POST", "Person", Patient)));
        Assert.Equal(["error bundle.request-other-type Bundle.entry[0].request.url"], Transaction(Entry("PUT", "Person/p", Patient)));
        Assert.Equal(["error bundle.request-other-id Bundle.entry[0].request.url"], Transaction(Entry("PUT", "Patient/q", Patient)));
        Assert.Equal(["error bundle.request-put-url Bundle.entry[0].request.url"], Transaction(Entry("PUT", "Patient", Patient)));
    }

    [Fact]
    public void What_is_created_must_be_there_and_what_is_deleted_need_not()
    {
        Assert.Equal(["error bundle.request-no-resource Bundle.entry[0]"], Transaction("""{ "request": { "method": "POST", "url": "Patient" } }"""));
        Assert.Equal(["warning bundle.request-needless-resource Bundle.entry[0]"], Transaction(Entry("DELETE", "Patient/p", Patient)));
    }

    [Fact]
    public void A_transaction_changes_no_resource_twice() => Assert.Equal(
        ["error bundle.request-twice Bundle.entry[1].request.url"],
        Transaction(Entry("PUT", "Patient/p", Patient) + """, { "request": { "method": "DELETE", "url": "Patient/p" } }"""));

    private static string Entry(string method, string url, string resource) => $$"""{ "resource": {{resource}}, "request": { "method": "{{method}}", "url": "{{url}}" } }""";

    private static IReadOnlyList<string> Transaction(string entries) =>
        FindingLines.Of($$"""{ "resourceType": "Bundle", "type": "transaction", "entry": [{{entries}}] }""", "bundle");
}

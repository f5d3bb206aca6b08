namespace FhirPsychAcute.EndToEnd;

public sealed class NegotiationTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("application/fhir+json", "application/fhir+json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("text/json", "text/json; charset=utf-8")]
    [InlineData("*/*", "application/fhir+json; charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/fhir+json; charset=utf-8")]
    [InlineData("application/fhir+xml;q=0.9, application/fhir+json;q=0.5", "application/fhir+xml; charset=utf-8")]
    [InlineData("application/fhir+xml", "application/fhir+xml; charset=utf-8")]
    [InlineData("application/xml", "application/xml; charset=utf-8")]
    [InlineData("text/xml; fhirVersion=4.0", "text/xml; charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/fhir+json; charset=utf-8")]
    [InlineData("application/fhir+json; fhirVersion=4.0", "application/fhir+json; charset=utf-8")]
    public async Task Accept_chooses_the_content_type(string accept, string contentType)
    {
        var reply = await server.GetAsync("metadata", ("Accept", accept));

        Assert.Equal(200, reply.Status);
        Assert.Equal(contentType, reply.Header("Content-Type"));
    }

    [Theory]
    [InlineData("application/fhir+turtle")]
    [InlineData("application/fhir+json; fhirVersion=5.0")]
    public async Task Accept_of_what_cannot_be_given_is_406_with_an_outcome_in_json(string accept)
    {
        var reply = await server.GetAsync("metadata", ("Accept", accept));

        Assert.Equal(406, reply.Status);
        Assert.Equal("not-supported", reply.IssueCode);
        Assert.Equal("Accept", reply.Expression);
    }

    [Theory]
    [InlineData("json", 200)]
    [InlineData("application/fhir+json", 200)]
    [InlineData("application/fhir%2Bjson", 200)]
    [InlineData("xml", 200)]
    [InlineData("application/fhir%2Bxml", 200)]
    [InlineData("text/xml", 200)]
    [InlineData("turtle", 406)]
    public async Task Format_overrides_Accept(string format, int status)
    {
        var reply = await server.GetAsync($"metadata?_format={format}", ("Accept", "application/fhir+turtle"));

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("application/fhir+turtle")]
    [InlineData("text/plain")]
    [InlineData("application/fhir+json; fhirVersion=3.0")]
    [InlineData("application/fhir+json; charset=iso-8859-1")]
    public async Task Content_types_that_cannot_be_read_are_415(string contentType)
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Patient"}""", ("Content-Type", contentType));

        Assert.Equal(415, reply.Status);
        Assert.Equal("Content-Type", reply.Expression);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/json")]
    [InlineData("application/fhir+json; charset=UTF-8")]
    [InlineData("application/fhir+json; fhirVersion=4.0")]
    public async Task Content_types_of_json_are_read(string contentType)
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Patient"}""", ("Content-Type", contentType));

        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task Outcomes_are_Danish_for_those_who_ask_for_Danish()
    {
        var reply = await server.GetAsync("Patient/ingen", ("Accept-Language", "da, en;q=0.5"));

        Assert.Equal("Patient/ingen findes ikke.", reply.IssueText);
        Assert.Equal("da", reply.Header("Content-Language"));
    }

    [Fact]
    public async Task The_request_id_of_the_caller_is_repeated()
    {
        var reply = await server.GetAsync("metadata", ("X-Request-Id", "abc-123"));

        Assert.Equal("abc-123", reply.Header("X-Request-Id"));
    }

    [Fact]
    public async Task A_request_without_id_gets_one()
    {
        var reply = await server.GetAsync("metadata");

        Assert.NotEmpty(reply.Header("X-Request-Id")!);
    }

    [Fact]
    public async Task A_page_from_this_machine_may_call()
    {
        var reply = await server.SendAsync(
            HttpMethod.Options, "Patient", null, ("Origin", "http://localhost:3000"), ("Access-Control-Request-Method", "POST"));

        Assert.Equal(204, reply.Status);
        Assert.Equal("http://localhost:3000", reply.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_from_elsewhere_may_not_call()
    {
        var reply = await server.GetAsync("metadata", ("Origin", "https://elsewhere.example"));

        Assert.Null(reply.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("PATCH", "Patient/1", "GET, HEAD, PUT, DELETE, OPTIONS")]
    [InlineData("POST", "Patient/1", "GET, HEAD, PUT, DELETE, OPTIONS")]
    [InlineData("PUT", "metadata", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "", "GET, HEAD, POST, OPTIONS")]
    [InlineData("TRACE", "Patient", "GET, HEAD, POST, PUT, DELETE, OPTIONS")]
    public async Task A_method_that_means_nothing_here_is_405_with_those_that_do(string method, string path, string allow)
    {
        var reply = await server.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(405, reply.Status);
        Assert.Equal(allow, reply.Header("Allow"));
        Assert.Equal("not-supported", reply.IssueCode);
    }

    [Theory]
    [InlineData("Doctor")]
    [InlineData("patient")]
    [InlineData("Patient/1/nothing")]
    [InlineData("Patient/1/_history/1/2")]
    [InlineData("Patient/$everything")]
    [InlineData("nothing/at/all")]
    [InlineData("Element")]
    [InlineData("DomainResource")]
    public async Task What_is_no_end_point_is_404_with_an_outcome(string path)
    {
        var reply = await server.GetAsync(path);

        Assert.Equal(404, reply.Status);
        Assert.Equal("not-found", reply.IssueCode);
    }

    [Fact]
    public async Task Outside_the_base_is_404_with_an_outcome()
    {
        var reply = await server.GetAsync($"{server.Site}/elsewhere");

        Assert.Equal(404, reply.Status);
        Assert.Equal("not-found", reply.IssueCode);
    }
}

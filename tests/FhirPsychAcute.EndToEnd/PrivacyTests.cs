namespace FhirPsychAcute.EndToEnd;

/// <summary>No CPR number (here 290202-4000, a day that never was) in anything that the server says beside the resources themselves.</summary>
public sealed class PrivacyTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Cpr = "2902024000";
    private const string Patient = """{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.208.176.1.2","value":"2902024000"}]}""";

    [Theory]
    [InlineData("Patient?identifier=urn:oid:1.2.208.176.1.2|2902024000&_count=1")]
    [InlineData("Patient?identifier=2902024000&_count=1")]
    [InlineData("Patient?identifier=290202-4000&_count=1")]
    public async Task Links_of_a_search_carry_no_cpr_number_and_still_lead_on(string path)
    {
        await server.PostAsync("Patient", Patient);
        await server.PostAsync("Patient", Patient);

        var reply = await server.GetAsync(path);

        Assert.Equal(200, reply.Status);
        Assert.All(reply.Json["link"]!.AsArray(), link =>
        {
            Assert.DoesNotContain(Cpr, link!["url"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.DoesNotContain("290202-4000", link["url"]!.GetValue<string>(), StringComparison.Ordinal);
        });
        foreach (var link in reply.Json["link"]!.AsArray())
        {
            Assert.Equal(200, (await server.GetAsync(link!["url"]!.GetValue<string>())).Status);
        }
    }

    [Theory]
    [InlineData("Patient?birthdate=2902024000")]
    [InlineData("Patient/290202-4000x_")]
    [InlineData("Patient/2902024000")]
    [InlineData("2902024000")]
    [InlineData("metadata?mode=290202-4000")]
    public async Task Outcomes_repeat_no_cpr_number(string path)
    {
        var reply = await server.GetAsync(path);

        Assert.InRange(reply.Status, 400, 499);
        Assert.DoesNotContain(Cpr, reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("290202-4000", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_that_is_a_cpr_number_is_not_repeated()
    {
        var reply = await server.GetAsync("metadata", ("X-Request-Id", Cpr));

        Assert.NotEqual(Cpr, reply.Header("X-Request-Id"));
    }

    [Fact]
    public async Task A_cpr_number_cannot_be_an_id()
    {
        var reply = await server.PutAsync("Patient/0101010101", """{"resourceType":"Patient","id":"0101010101"}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal("business-rule", reply.IssueCode);
    }
}

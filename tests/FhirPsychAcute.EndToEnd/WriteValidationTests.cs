using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A server that refuses what breaks the rules of R4.</summary>
public sealed class EnforcingServer : RunningServer
{
    internal override ServerOptions Adjust(ServerOptions options) => options with { ValidationOnWrite = "http://hl7.org/fhir/=enforce *=off" };
}

/// <summary>A server that stores what breaks the rules of R4, and tells.</summary>
public sealed class WarningServer : RunningServer
{
    internal override ServerOptions Adjust(ServerOptions options) => options with { ValidationOnWrite = "http://hl7.org/fhir/=warn" };
}

/// <summary>Rules enforced on write: a refused write tells what and where, and nothing of it is stored.</summary>
public sealed class EnforcedWriteTests(EnforcingServer server) : IClassFixture<EnforcingServer>
{
    private const string Wrong = """{"resourceType":"Observation","id":"forkert","status":"final"}""";

    [Fact]
    public async Task A_create_that_breaks_a_rule_is_422_and_told_where()
    {
        var reply = await server.PostAsync("Observation", Wrong);

        Assert.Equal(422, reply.Status);
        Assert.Contains(Errors(reply), issue => issue.StartsWith("Observation", StringComparison.Ordinal));
        Assert.Equal("0", (await server.GetAsync("Observation?status=final&code:missing=true&_summary=count")).Json["total"]!.ToJsonString());
    }

    [Fact]
    public async Task A_refusal_is_Danish_for_those_who_ask_for_Danish()
    {
        var english = await server.PostAsync("Observation", Wrong);
        var danish = await server.PostAsync("Observation", Wrong, ("Accept-Language", "da"));

        Assert.Equal(422, danish.Status);
        Assert.NotEqual(english.IssueText, danish.IssueText);
        Assert.Equal(english.Issue["details"]!["coding"]!.ToJsonString(), danish.Issue["details"]!["coding"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Observation/forkert")]
    [InlineData("Observation?identifier=forkert")]
    public async Task An_update_that_breaks_a_rule_is_422(string path)
    {
        Assert.Equal(422, (await server.PutAsync(path, Wrong)).Status);
        Assert.Equal(404, (await server.GetAsync("Observation/forkert")).Status);
    }

    [Fact]
    public async Task Of_a_transaction_with_one_wrong_entry_nothing_is_stored_and_the_entry_is_named()
    {
        var reply = await server.PostAsync("", Bundle("transaction", "ret-transaktion"));

        Assert.Equal(422, reply.Status);
        Assert.Contains(Errors(reply), issue => issue.StartsWith("Bundle.entry[1].resource", StringComparison.Ordinal));
        Assert.Equal(404, (await server.GetAsync("Basic/ret-transaktion")).Status);
    }

    [Fact]
    public async Task A_finding_in_a_transaction_is_placed_at_its_line()
    {
        var reply = await server.PostAsync("", """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"request":{"method":"POST","url":"Observation"},"resource":
                {"resourceType":"Observation"}}]}
            """);

        Assert.Equal(422, reply.Status);
        Assert.Equal(3, reply.Issue["extension"]![0]!["valueInteger"]!.GetValue<int>());
    }

    [Fact]
    public async Task Entries_of_a_batch_stand_for_themselves()
    {
        var reply = await server.PostAsync("", Bundle("batch", "ret-batch"));

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("201", reply.Entries[0]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("422", reply.Entries[1]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_the_rules_is_stored()
    {
        Assert.Equal(201, (await server.PostAsync("Observation", """{"resourceType":"Observation","status":"final","code":{"text":"x"}}""")).Status);
    }

    private static List<string> Errors(Reply reply) =>
        [.. reply.Json["issue"]!.AsArray().Where(issue => issue!["severity"]!.GetValue<string>() == "error").Select(issue => issue!["expression"]![0]!.GetValue<string>())];

    private static string Bundle(string type, string id) => $$$"""
        {"resourceType":"Bundle","type":"{{{type}}}","entry":[
          {"resource":{"resourceType":"Basic","id":"{{{id}}}","code":{"text":"x"}},"request":{"method":"PUT","url":"Basic/{{{id}}}"}},
          {"resource":{{{Wrong}}},"request":{"method":"PUT","url":"Observation/forkert"}}]}
        """;
}

/// <summary>Rules that only warn.</summary>
public sealed class WarnedWriteTests(WarningServer server) : IClassFixture<WarningServer>
{
    private const string Wrong = """{"resourceType":"Observation","status":"final"}""";

    [Fact]
    public async Task What_breaks_a_rule_is_stored_and_counted_in_a_header()
    {
        var reply = await server.PostAsync("Observation", Wrong);

        Assert.Equal(201, reply.Status);
        Assert.StartsWith("errors=1, ", reply.Header("X-Validation-Findings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_prefer_an_outcome_are_told_the_findings()
    {
        var reply = await server.PostAsync("Observation", Wrong, ("Prefer", "return=OperationOutcome"));

        Assert.Equal(201, reply.Status);
        Assert.Contains(reply.Json["issue"]!.AsArray(), issue => issue!["severity"]!.GetValue<string>() == "error");
    }

    [Fact]
    public async Task In_a_transaction_the_findings_stand_with_their_entry()
    {
        var reply = await server.PostAsync(
            "", $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{{Wrong}}},"request":{"method":"POST","url":"Observation"}}]}""", ("Prefer", "return=OperationOutcome"));

        Assert.Equal(200, reply.Status);
        Assert.Contains(
            reply.Entries[0]!["response"]!["outcome"]!["issue"]!.AsArray(),
            issue => issue!["expression"]?[0]!.GetValue<string>().StartsWith("Bundle.entry[0].resource", StringComparison.Ordinal) == true);
    }
}

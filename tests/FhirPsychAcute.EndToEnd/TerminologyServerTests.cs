using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>Codes that cannot be checked here are asked of a terminology server, which can help but do no harm.</summary>
public sealed class TerminologyServerTests(TerminologyServerTests.AskingServer server) : IClassFixture<TerminologyServerTests.AskingServer>
{
    private const string True = """{"name":"result","valueBoolean":true},{"name":"display","valueString":"Depression"}""";
    private const string False = """{"name":"result","valueBoolean":false},{"name":"message","valueString":"no"}""";

    [Fact]
    public async Task What_the_server_knows_is_judged_by_it()
    {
        server.Elsewhere.Answer("1001", True);
        server.Elsewhere.Answer("1002", False);

        Assert.DoesNotContain("coding.", await Findings("1001", null), StringComparison.Ordinal);
        Assert.Contains("coding.code-unknown", await Findings("1002", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_display_is_told_from_a_wrong_code()
    {
        server.Elsewhere.Answer("1003/Feber", False);
        server.Elsewhere.Answer("1003", True);

        Assert.Contains("coding.display", await Findings("1003", "Feber"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_does_not_know_is_a_warning_as_without_it()
    {
        server.Elsewhere.Answer("1004", """{"name":"result","valueBoolean":false},{"name":"x-unknown-system","valueCanonical":"urn:x"}""");

        Assert.Contains("coding.", await Findings("1004", null), StringComparison.Ordinal);
        Assert.DoesNotContain("\"error\"", await Findings("1004", null), StringComparison.Ordinal);
        Assert.DoesNotContain("\"error\"", await Findings("1005", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_is_asked_once()
    {
        server.Elsewhere.Answer("1006", True);
        await Findings("1006", null);
        var asked = server.Elsewhere.Requests;
        await Findings("1006", null);

        Assert.Equal(asked, server.Elsewhere.Requests);
    }

    [Fact]
    public async Task The_operation_asks_it_too()
    {
        server.Elsewhere.Answer("1007", True);
        var reply = await server.GetAsync("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/condition-code&system=http://snomed.info/sct&code=1007");

        Assert.Equal("true", reply.Json["parameter"]![0]!["valueBoolean"]!.ToString());
    }

    private async Task<string> Findings(string code, string? display)
    {
        var shown = display is null ? "" : $",\"display\":\"{display}\"";
        var coding = $"{{\"system\":\"urn:oid:1.2.208.176.2.4\",\"code\":\"{code}\"{shown}}}";
        var reply = await server.PostAsync("Basic/$validate", $$$"""{"resourceType":"Basic","code":{"coding":[{{{coding}}}]}}""");
        Assert.Equal(200, reply.Status);
        return reply.Body;
    }

    public sealed class AskingServer : RunningServer, IDisposable
    {
        public ScriptedTerminologyServer Elsewhere { get; } = new();

        internal override ServerOptions Adjust(ServerOptions options) => options with { TerminologyServer = Elsewhere.Root };

        public void Dispose() => Elsewhere.Dispose();
    }
}

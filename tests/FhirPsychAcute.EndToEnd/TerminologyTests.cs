using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>The terminology operations over HTTP, and the searches that need terminology.</summary>
public sealed class TerminologyTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Wards = """
        {"resourceType":"CodeSystem","id":"ID","url":"http://example.org/ID","version":"2","status":"active","content":"complete","caseSensitive":true,"concept":[
         {"code":"ward","display":"Ward","designation":[{"language":"da","value":"Afdeling"}],"concept":[{"code":"open","display":"Open ward"},{"code":"closed","display":"Closed ward"}]},
         {"code":"office","display":"Office"}]}
        """;

    [Fact]
    public async Task Lookup_tells_what_a_code_means()
    {
        var reply = await server.GetAsync("CodeSystem/$lookup?system=http://terminology.hl7.org/CodeSystem/v3-ActCode&code=EMER");

        Assert.Equal(200, reply.Status);
        Assert.Equal("ActCode", Value(reply, "name", "valueString"));
        Assert.Equal("emergency", Value(reply, "display", "valueString"));
    }

    [Fact]
    public async Task Lookup_takes_a_coding_in_Parameters()
    {
        var reply = await server.PostAsync("CodeSystem/$lookup", """
            {"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{"system":"http://hl7.org/fhir/administrative-gender","code":"male"}}]}
            """);

        Assert.Equal("Male", Value(reply, "display", "valueString"));
    }

    [Fact]
    public async Task Lookup_of_a_code_that_is_none_is_not_found()
    {
        var reply = await server.GetAsync("CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=xx", ("Accept-Language", "da"));

        Assert.Equal(404, reply.Status);
        Assert.Equal("not-found", reply.IssueCode);
        Assert.Equal("Kodesystemet http://hl7.org/fhir/administrative-gender har ingen kode 'xx'.", reply.IssueText);
    }

    [Fact]
    public async Task A_code_of_SNOMED_CT_is_neither_right_nor_wrong_here()
    {
        var reply = await server.GetAsync("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/condition-code&system=http://snomed.info/sct&code=1");

        Assert.Equal(422, reply.Status);
        Assert.Equal("not-supported", reply.IssueCode);
    }

    [Fact]
    public async Task Stored_definitions_are_seen_at_once_and_their_changes_too()
    {
        await server.PutAsync("CodeSystem/wards", Wards.Replace("ID", "wards", StringComparison.Ordinal));
        await server.PutAsync("ValueSet/wards", """
            {"resourceType":"ValueSet","id":"wards","url":"http://example.org/vs/wards","status":"active","compose":{"include":[{"system":"http://example.org/wards"}]}}
            """);
        var all = await server.GetAsync("ValueSet/wards/$expand?excludeNested=true");
        Assert.Equal(["ward", "open", "closed", "office"], Codes(all));
        var wrong = await server.GetAsync("ValueSet/wards/$validate-code?code=shed");
        Assert.Equal("false", Value(wrong, "result", "valueBoolean"));

        await server.PutAsync("CodeSystem/wards", Wards.Replace("ID", "wards", StringComparison.Ordinal).Replace("office", "shed", StringComparison.Ordinal));
        var right = await server.GetAsync("ValueSet/$validate-code?url=http://example.org/vs/wards&code=shed");
        Assert.Equal("true", Value(right, "result", "valueBoolean"));
    }

    [Fact]
    public async Task Expansions_nest_come_in_pages_and_speak_Danish()
    {
        await server.PutAsync("CodeSystem/nested", Wards.Replace("ID", "nested", StringComparison.Ordinal));
        const string ValueSet = """{"resourceType":"ValueSet","status":"active","compose":{"include":[{"system":"http://example.org/nested"}]}}""";
        var nested = await server.PostAsync("ValueSet/$expand", $$"""{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{{ValueSet}}},{"name":"displayLanguage","valueCode":"da"}]}""");
        var top = nested.Json["expansion"]!["contains"]!.AsArray();
        Assert.Equal(["ward", "office"], top.Select(entry => entry!["code"]!.GetValue<string>()));
        Assert.Equal("Afdeling", top[0]!["display"]!.GetValue<string>());
        Assert.Equal(["open", "closed"], top[0]!["contains"]!.AsArray().Select(entry => entry!["code"]!.GetValue<string>()));

        var page = await server.PostAsync("ValueSet/$expand", $$"""{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{{ValueSet}}},{"name":"offset","valueInteger":1},{"name":"count","valueInteger":2}]}""");
        Assert.Equal(["open", "closed"], Codes(page));
        Assert.Equal(4, page.Json["expansion"]!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Languages_are_too_many_to_list()
    {
        var reply = await server.GetAsync("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/all-languages");

        Assert.Equal(422, reply.Status);
        Assert.Equal("too-costly", reply.IssueCode);
    }

    [Fact]
    public async Task Subsumes_and_translate_answer()
    {
        var subsumes = await server.GetAsync("CodeSystem/$subsumes?system=http://terminology.hl7.org/CodeSystem/v3-ActCode&codeA=_ActEncounterCode&codeB=EMER");
        Assert.Equal("subsumes", Value(subsumes, "outcome", "valueCode"));

        var translated = await server.GetAsync("ConceptMap/$translate?url=http://hl7.org/fhir/ConceptMap/101&system=http://hl7.org/fhir/address-use&code=home");
        Assert.Equal("true", Value(translated, "result", "valueBoolean"));
    }

    [Fact]
    public async Task The_capabilities_and_Swagger_list_the_operations()
    {
        var capabilities = await server.GetAsync("metadata");
        var valueSet = capabilities.Json["rest"]![0]!["resource"]!.AsArray().Single(resource => resource!["type"]!.GetValue<string>() == "ValueSet")!;
        var names = valueSet["operation"]!.AsArray().Select(operation => operation!["name"]!.GetValue<string>()).ToList();
        Assert.Contains("expand", names);
        Assert.Contains("validate-code", names);
        var definition = valueSet["operation"]!.AsArray().Single(operation => operation!["name"]!.GetValue<string>() == "validate-code")!["definition"]!.GetValue<string>();
        Assert.Equal("http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code", definition);
    }

    [Theory]
    [InlineData("code:in=http://example.org/vs/search", "s-closed s-open")]
    [InlineData("code:in=ValueSet/search", "s-closed s-open")]
    [InlineData("code:not-in=http://example.org/vs/search", "s-office")]
    [InlineData("code:below=http://example.org/search|ward", "s-closed s-open")]
    [InlineData("code:above=http://example.org/search|open", "s-open")]
    [InlineData("code:below=http://example.org/search|office", "s-office")]
    public async Task Searches_follow_value_sets_and_hierarchies(string criterion, string expected)
    {
        await server.PutAsync("CodeSystem/search", Wards.Replace("ID", "search", StringComparison.Ordinal));
        await server.PutAsync("ValueSet/search", """
            {"resourceType":"ValueSet","id":"search","url":"http://example.org/vs/search","status":"active",
             "compose":{"include":[{"system":"http://example.org/search","filter":[{"property":"concept","op":"descendent-of","value":"ward"}]}]}}
            """);
        foreach (var code in (string[])["open", "closed", "office"])
        {
            await server.PutAsync($"Basic/s-{code}", $$$"""{"resourceType":"Basic","id":"s-{{{code}}}","code":{"coding":[{"system":"http://example.org/search","code":"{{{code}}}"}]}}""");
        }

        var reply = await server.GetAsync($"Basic?_id=s-open,s-closed,s-office&{criterion.Replace("|", "%7C", StringComparison.Ordinal)}");

        Assert.Equal(expected, string.Join(' ', reply.Entries.Select(entry => entry!["resource"]!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("code:in=http://example.org/nothing", "value")]
    [InlineData("code:below=http://snomed.info/sct|404684003", "not-supported")]
    [InlineData("code:in=http://hl7.org/fhir/ValueSet/condition-code", "not-supported")]
    [InlineData("code:below=ward", "value")]
    public async Task What_cannot_be_worked_out_refuses_the_search(string criterion, string code)
    {
        var reply = await server.GetAsync($"Basic?{criterion.Replace("|", "%7C", StringComparison.Ordinal)}");

        Assert.Equal(400, reply.Status);
        Assert.Equal(code, reply.IssueCode);
    }

    private static string? Value(Reply reply, string name, string property) =>
        reply.Json["parameter"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == name)![property]!.ToString();

    private static IEnumerable<string> Codes(Reply reply) =>
        reply.Json["expansion"]!["contains"]!.AsArray().Select(entry => ((JsonObject)entry!)["code"]!.GetValue<string>());
}

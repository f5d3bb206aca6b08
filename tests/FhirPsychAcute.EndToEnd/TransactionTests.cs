using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

public sealed class TransactionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static string Bundle(string type, params string[] entries) =>
        $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string method, string url, string? resource = null, string? fullUrl = null, string request = "") =>
        "{" + (fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",") + (resource is null ? "" : $"\"resource\":{resource},") +
        $"\"request\":{{\"method\":\"{method}\",\"url\":\"{url}\"{request}}}}}";

    private const string PatientUrn = "urn:uuid:11111111-1111-4111-8111-111111111111";
    private const string EncounterUrn = "urn:uuid:22222222-2222-4222-8222-222222222222";

    private static string Encounter(string subject) =>
        "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"code\":\"VR\"},\"subject\":{\"reference\":\"" + subject + "\"}}";

    [Fact]
    public async Task Transaction_rewrites_references_between_its_entries()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Encounter", Encounter(PatientUrn), EncounterUrn),
            Entry("POST", "Patient", """{"resourceType":"Patient"}""", PatientUrn)));

        Assert.Equal(200, reply.Status);
        Assert.Equal("transaction-response", reply.Json["type"]!.GetValue<string>());
        Assert.Equal(["201 Created", "201 Created"], reply.Entries.Select(entry => entry!["response"]!["status"]!.GetValue<string>()));
        var patient = reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[1];
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[0]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal($"Patient/{patient}", encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Transaction_rewrites_uris_and_links_in_the_narrative_but_not_strings_and_canonicals()
    {
        const string Basic = $$$"""
            {"resourceType":"Basic","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"{{{PatientUrn}}}\">p</a></div>"},
            "identifier":[{"value":"{{{PatientUrn}}}"}],
            "extension":[{"url":"https://example.org/uri","valueUri":"{{{PatientUrn}}}"},{"url":"https://example.org/canonical","valueCanonical":"{{{PatientUrn}}}"}],
            "code":{"text":"x"}}
            """;

        var reply = await server.PostAsync("", Bundle(
            "transaction", Entry("POST", "Patient", """{"resourceType":"Patient"}""", PatientUrn), Entry("POST", "Basic", Basic)));

        Assert.Equal(200, reply.Status);
        var patient = string.Join('/', reply.Entries[0]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]);
        var stored = (await server.GetAsync(string.Join('/', reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]))).Json;
        Assert.Contains($"href=\"{patient}\"", stored["text"]!["div"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(PatientUrn, stored["identifier"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(patient, stored["extension"]![0]!["valueUri"]!.GetValue<string>());
        Assert.Equal(PatientUrn, stored["extension"]![1]!["valueCanonical"]!.GetValue<string>());
    }

    [Fact]
    public async Task Relative_references_are_read_against_the_fullUrl_of_their_entry()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Patient", """{"resourceType":"Patient"}""", "https://example.org/fhir/Patient/17"),
            Entry("POST", "Encounter", Encounter("Patient/17"), "https://example.org/fhir/Encounter/18")));

        var patient = string.Join('/', reply.Entries[0]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]);
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal(patient, encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Transaction_runs_delete_create_update_read_whatever_the_order_of_its_entries()
    {
        await server.PutAsync("Patient/order-1", """{"resourceType":"Patient","id":"order-1","identifier":[{"value":"order"}]}""");

        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("GET", "Patient/order-2"),
            Entry("PUT", "Patient/order-2", """{"resourceType":"Patient","id":"order-2","active":true}"""),
            Entry("POST", "Patient", """{"resourceType":"Patient"}"""),
            Entry("DELETE", "Patient/order-1")));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ["200 OK", "201 Created", "201 Created", "204 No Content"], reply.Entries.Select(entry => entry!["response"]!["status"]!.GetValue<string>()));
        Assert.True(reply.Entries[0]!["resource"]!["active"]!.GetValue<bool>());
        Assert.Equal(410, (await server.GetAsync("Patient/order-1")).Status);
    }

    [Fact]
    public async Task Transaction_with_ifNoneExist_that_matches_uses_the_existing_resource_for_references()
    {
        var existing = await server.PostAsync("Patient", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"ine"}]}""");

        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Patient", """{"resourceType":"Patient"}""", PatientUrn, ""","ifNoneExist":"identifier=https://example.org/t|ine" """),
            Entry("POST", "Encounter", Encounter(PatientUrn))));

        Assert.Equal("200 OK", reply.Entries[0]!["response"]!["status"]!.GetValue<string>());
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal($"Patient/{existing.Id}", encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Conditional_reference_to_one_resource_is_resolved()
    {
        var existing = await server.PostAsync("Patient", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"cond"}]}""");

        var reply = await server.PostAsync("", Bundle("transaction", Entry("POST", "Encounter", Encounter("Patient?identifier=https://example.org/t|cond"))));

        Assert.Equal(200, reply.Status);
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[0]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal($"Patient/{existing.Id}", encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Conditional_reference_finds_what_the_same_transaction_creates()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Encounter", Encounter("Patient?identifier=https://example.org/t|inside")),
            Entry("POST", "Patient", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"inside"}]}""")));

        Assert.Equal(200, reply.Status);
        var patient = string.Join('/', reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]);
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[0]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal(patient, encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Conditional_reference_without_match_fails_the_transaction_and_names_the_element()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("PUT", "Patient/unwritten", """{"resourceType":"Patient","id":"unwritten"}"""),
            Entry("POST", "Encounter", Encounter("Patient?identifier=https://example.org/t|nobody"))));

        Assert.Equal(400, reply.Status);
        Assert.Equal("Bundle.entry[1].resource.subject.reference", reply.Expression);
        Assert.Equal(404, (await server.GetAsync("Patient/unwritten")).Status);
    }

    [Fact]
    public async Task Conditional_update_in_a_transaction_gives_its_id_to_references()
    {
        var existing = await server.PostAsync("Patient", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"cu"}]}""");

        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("PUT", "Patient?identifier=https://example.org/t|cu", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"cu"}],"active":true}""", PatientUrn),
            Entry("POST", "Encounter", Encounter(PatientUrn))));

        Assert.Equal("200 OK", reply.Entries[0]!["response"]!["status"]!.GetValue<string>());
        Assert.Equal("W/\"2\"", reply.Entries[0]!["response"]!["etag"]!.GetValue<string>());
        var encounter = await server.GetAsync(string.Join('/', reply.Entries[1]!["response"]!["location"]!.GetValue<string>().Split('/')[..2]));
        Assert.Equal($"Patient/{existing.Id}", encounter.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_resource_written_twice_is_refused()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("PUT", "Patient/twice", """{"resourceType":"Patient","id":"twice"}"""),
            Entry("PUT", "Patient/twice", """{"resourceType":"Patient","id":"twice"}""")));

        Assert.Equal(400, reply.Status);
        Assert.Equal("duplicate", reply.IssueCode);
        Assert.Equal("Bundle.entry[1]", reply.Expression);
    }

    [Fact]
    public async Task One_fullUrl_for_two_entries_is_refused()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Patient", """{"resourceType":"Patient"}""", PatientUrn),
            Entry("POST", "Patient", """{"resourceType":"Patient"}""", PatientUrn)));

        Assert.Equal(400, reply.Status);
        Assert.Equal("Bundle.entry[1].fullUrl", reply.Expression);
    }

    [Fact]
    public async Task Stale_ifMatch_fails_the_whole_transaction()
    {
        await server.PutAsync("Patient/if-match", """{"resourceType":"Patient","id":"if-match"}""");

        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("PUT", "Patient/if-match-other", """{"resourceType":"Patient","id":"if-match-other"}"""),
            Entry("PUT", "Patient/if-match", """{"resourceType":"Patient","id":"if-match"}""", request: """,  "ifMatch":"W/\"4\"" """)));

        Assert.Equal(412, reply.Status);
        Assert.Equal("Bundle.entry[1].request.ifMatch", reply.Expression);
        Assert.Equal(404, (await server.GetAsync("Patient/if-match-other")).Status);
    }

    [Fact]
    public async Task A_read_of_what_is_not_there_fails_the_transaction_before_anything_is_stored()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("PUT", "Patient/with-read", """{"resourceType":"Patient","id":"with-read"}"""),
            Entry("GET", "Patient/not-there")));

        Assert.Equal(404, reply.Status);
        Assert.Equal("Bundle.entry[1]", reply.Expression);
        Assert.Equal(404, (await server.GetAsync("Patient/with-read")).Status);
    }

    [Fact]
    public async Task A_search_in_a_transaction_sees_what_the_transaction_wrote()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("GET", "Patient?identifier=https://example.org/t|seen"),
            Entry("POST", "Patient", """{"resourceType":"Patient","identifier":[{"system":"https://example.org/t","value":"seen"}]}""")));

        Assert.Equal("searchset", reply.Entries[0]!["resource"]!["type"]!.GetValue<string>());
        Assert.Single(reply.Entries[0]!["resource"]!["entry"]!.AsArray());
    }

    [Fact]
    public async Task Prefer_representation_puts_the_resources_into_the_response()
    {
        var reply = await server.PostAsync(
            "", Bundle("transaction", Entry("POST", "Patient", """{"resourceType":"Patient","active":true}""")), ("Prefer", "return=representation"));

        Assert.True(reply.Entries[0]!["resource"]!["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Every_faulty_entry_is_named_with_path_line_and_column()
    {
        var reply = await server.PostAsync("", Bundle(
            "transaction",
            Entry("POST", "Patient", """{"resourceType":"Patient","gendr":"female"}"""),
            "\n" + Entry("POST", "Patient", """{"resourceType":"Patient","birthDate":"yesterday"}""")));

        Assert.Equal(400, reply.Status);
        var issues = reply.Json["issue"]!.AsArray();
        Assert.StartsWith("Bundle.entry[0].resource", issues[0]!["expression"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Bundle.entry[1].resource.birthDate", issues[1]!["expression"]![0]!.GetValue<string>());
        Assert.Equal(2, Line(issues[1]!));
    }

    [Fact]
    public async Task An_entry_without_request_is_refused()
    {
        var reply = await server.PostAsync("", Bundle("transaction", """{"resource":{"resourceType":"Patient"}}"""));

        Assert.Equal(400, reply.Status);
        Assert.Equal("Bundle.entry[0].request.method", reply.Expression);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""", "Bundle.type")]
    [InlineData("""{"resourceType":"Patient"}""", "Patient")]
    public async Task Only_batches_and_transactions_may_be_posted_to_the_base(string body, string expression)
    {
        var reply = await server.PostAsync("", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(expression, reply.Expression);
    }

    [Fact]
    public async Task An_empty_transaction_is_answered_with_an_empty_response()
    {
        var reply = await server.PostAsync("", """{"resourceType":"Bundle","type":"transaction"}""");

        Assert.Equal(200, reply.Status);
        Assert.Empty(reply.Entries);
    }

    [Fact]
    public async Task Batch_entries_succeed_and_fail_each_on_its_own()
    {
        var reply = await server.PostAsync("", Bundle(
            "batch",
            Entry("PUT", "Patient/batch-1", """{"resourceType":"Patient","id":"batch-1"}"""),
            Entry("PUT", "Patient/batch-2", """{"resourceType":"Patient","id":"batch-2","nothing":1}"""),
            Entry("GET", "Patient/batch-none"),
            Entry("GET", "metadata"),
            Entry("DELETE", "Patient/batch-none"),
            Entry("POST", "Doctor", """{"resourceType":"Patient"}""")));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ["201 Created", "400 Bad Request", "404 Not Found", "200 OK", "204 No Content", "404 Not Found"],
            reply.Entries.Select(entry => entry!["response"]!["status"]!.GetValue<string>()));
        Assert.StartsWith(
            "Bundle.entry[1].resource", reply.Entries[1]!["response"]!["outcome"]!["issue"]![0]!["expression"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("CapabilityStatement", reply.Entries[3]!["resource"]!["resourceType"]!.GetValue<string>());
        Assert.Equal(200, (await server.GetAsync("Patient/batch-1")).Status);
    }

    [Fact]
    public async Task The_scenario_of_the_examples_is_stored_once_however_often_it_is_sent()
    {
        var scenario = await File.ReadAllTextAsync(Checkout.Locate("examples/scenario-1-mette/transaction.json"));

        var first = await server.PostAsync("", scenario);
        var second = await server.PostAsync("", scenario);

        Assert.Equal(200, first.Status);
        Assert.All(first.Entries, entry => Assert.Equal("201 Created", entry!["response"]!["status"]!.GetValue<string>()));
        Assert.All(second.Entries, entry => Assert.Equal("200 OK", entry!["response"]!["status"]!.GetValue<string>()));
    }

    private static int Line(JsonNode issue) =>
        issue["extension"]!.AsArray().Single(extension => extension!["url"]!.GetValue<string>().EndsWith("issue-line", StringComparison.Ordinal))!["valueInteger"]!
            .GetValue<int>();
}

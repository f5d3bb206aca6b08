using System.Text.Json;

namespace FhirPsychAcute.Cli.Tests;

public sealed class LoadCommandTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p1"}""";

    [Fact]
    public async Task Resources_with_an_id_are_PUT_and_others_POSTed_in_one_batch()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        folder.Write("1.json", Patient);
        folder.Write("2.ndjson", "{\"resourceType\":\"Observation\"}\n{\"resourceType\":\"Observation\",\"id\":\"o1\"}\n");

        var run = await CliRun.Of("load", folder.Path, "--server", server.Base);

        Assert.Equal(0, run.ExitCode);
        var batch = Assert.Single(server.Requests);
        Assert.Equal("batch", batch.BundleType);
        Assert.Equal(["PUT Patient/p1", "POST Observation", "PUT Observation/o1"], batch.Entries);
        Assert.StartsWith("Loaded: 3 (1 created, 2 updated). Files: 2.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_resource_goes_without_a_Bundle_and_as_written()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        await CliRun.Of("load", folder.Write("1.json", " {\"resourceType\":\"Patient\", \"id\":\"p1\"}\n"), "--server", server.Base);

        Assert.Equal(new SeenRequest("PUT", "Patient/p1", "{\"resourceType\":\"Patient\", \"id\":\"p1\"}"), Assert.Single(server.Requests));
    }

    [Theory]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task A_transaction_or_batch_is_posted_as_it_is(string type)
    {
        var bundle = $$$"""{"resourceType":"Bundle","type":"{{{type}}}","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}]}""";
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("load", folder.Write("bundle.json", bundle), "--server", server.Base);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(new SeenRequest("POST", "", bundle), Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_transaction_waits_for_what_stands_before_it()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        folder.Write("1.ndjson", Patient + "\n" + """{"resourceType":"Patient","id":"p2"}""");
        folder.Write("2.json", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Group","type":"person","actual":true},"request":{"method":"POST","url":"Group"}}]}""");
        folder.Write("3.json", """{"resourceType":"Patient","id":"p3"}""");

        await CliRun.Of("load", folder.Path, "--server", server.Base);

        Assert.Equal(["batch", "transaction"], server.Requests.Take(2).Select(request => request.BundleType));
        Assert.Equal("Patient/p3", server.Requests.ElementAt(2).Path);
    }

    [Fact]
    public async Task Of_a_searchset_the_resources_are_sent_but_not_the_outcome()
    {
        const string bundle = """
            {"resourceType":"Bundle","type":"searchset","entry":[
              {"fullUrl":"http://example.org/Patient/p1","resource":{"resourceType":"Patient","id":"p1"},"search":{"mode":"match"}},
              {"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"informational"}]},"search":{"mode":"outcome"}},
              {"resource":{"resourceType":"Organization","id":"o1"},"search":{"mode":"include"}}]}
            """;
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        await CliRun.Of("load", folder.Write("bundle.json", bundle), "--server", server.Base);

        Assert.Equal(["PUT Patient/p1", "PUT Organization/o1"], Assert.Single(server.Requests).Entries);
    }

    [Fact]
    public async Task Of_a_history_the_newest_version_is_sent_and_what_was_deleted_last_is_not()
    {
        const string bundle = """
            {"resourceType":"Bundle","type":"history","entry":[
              {"resource":{"resourceType":"Patient","id":"p1","active":true},"request":{"method":"PUT","url":"Patient/p1"},"response":{"status":"200"}},
              {"request":{"method":"DELETE","url":"Patient/p2"},"response":{"status":"204"}},
              {"resource":{"resourceType":"Patient","id":"p2"},"request":{"method":"PUT","url":"Patient/p2"},"response":{"status":"201"}},
              {"resource":{"resourceType":"Patient","id":"p1"},"request":{"method":"PUT","url":"Patient/p1"},"response":{"status":"201"}}]}
            """;
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        await CliRun.Of("load", folder.Write("bundle.json", bundle), "--server", server.Base);

        Assert.Equal(new SeenRequest("PUT", "Patient/p1", """{"resourceType":"Patient","id":"p1","active":true}"""), Assert.Single(server.Requests));
    }

    [Fact]
    public async Task Entries_that_point_at_each_other_by_urn_go_in_one_transaction()
    {
        const string bundle = """
            {"resourceType":"Bundle","type":"collection","entry":[
              {"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient"}},
              {"fullUrl":"urn:uuid:fdcb4b9d-2c11-4c1d-96bb-d6d0b1b3b1a1","resource":{"resourceType":"Encounter","id":"e1","status":"planned","class":{"code":"EMER"},
                "subject":{"reference":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520"}}}]}
            """;
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        await CliRun.Of("load", folder.Write("bundle.json", bundle), "--server", server.Base);

        var request = Assert.Single(server.Requests);
        Assert.Equal("transaction", request.BundleType);
        Assert.Equal(["POST Patient", "PUT Encounter/e1"], request.Entries);
        Assert.Contains("\"fullUrl\":\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\"", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_stored_as_the_Bundle_that_it_is()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();

        await CliRun.Of("load", folder.Write("bundle.json", """{"resourceType":"Bundle","id":"d1","type":"document"}"""), "--server", server.Base);

        Assert.Equal("Bundle/d1", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task What_the_server_refuses_is_listed_with_file_line_and_reason_and_exit_code_1()
    {
        await using var server = new ScriptedServer(_ => (200, ScriptedServer.ResponseBundle(["200 OK", "422 Unprocessable Entity"])));
        using var folder = new TemporaryFolder();
        var file = folder.Write("bulk.ndjson", Patient + "\n\n{\"resourceType\":\"Patient\",\"id\":\"p2\"}");
        var refused = Path.Combine(folder.Path, "refused.out");

        var run = await CliRun.Of("load", file, "--server", server.Base, "--refused", refused);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Refused: 1", $"  {file}:3: 422 It is refused."], run.Lines[1..]);
        using var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(refused)));
        Assert.Equal(file, line.RootElement.GetProperty("file").GetString());
        Assert.Equal(3, line.RootElement.GetProperty("line").GetInt32());
        Assert.Equal("422 It is refused.", line.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task What_is_not_well_formed_is_not_sent_and_the_rest_is()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        var bad = folder.Write("1.json", """{"resourceType":"Patient","active":"yes"}""");
        folder.Write("2.json", Patient);

        var run = await CliRun.Of("load", folder.Path, "--server", server.Base);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Patient/p1", Assert.Single(server.Requests).Path);
        Assert.StartsWith($"  {bad}: line 1, column 36: Patient.active: ", run.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_of_the_server_is_printed_without_the_CPR_number_in_it()
    {
        await using var server = new ScriptedServer(_ => (409, JsonSerializer.Serialize(ScriptedServer.Outcome("Another Patient has 010170-9999."))));
        using var folder = new TemporaryFolder();
        var file = folder.Write("1.json", Patient);

        var run = await CliRun.Of("load", file, "--server", server.Base);

        Assert.Equal($"  {file}: 409 Another Patient has **********.", run.Lines[2]);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        var asked = 0;
        await using var server = new ScriptedServer(request => Interlocked.Increment(ref asked) < 3 ? (503, "") : ScriptedServer.Accept(request));
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("load", folder.Write("1.json", Patient), "--server", server.Base);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_batch_that_is_refused_as_a_whole_is_sent_one_by_one()
    {
        await using var server = new ScriptedServer(request => request.Path switch
        {
            "" => (400, JsonSerializer.Serialize(ScriptedServer.Outcome("No batch here."))),
            "Patient/p2" => (422, JsonSerializer.Serialize(ScriptedServer.Outcome("Not this one."))),
            _ => (201, ""),
        });
        using var folder = new TemporaryFolder();
        var file = folder.Write("bulk.ndjson", Patient + "\n{\"resourceType\":\"Patient\",\"id\":\"p2\"}\n{\"resourceType\":\"Patient\",\"id\":\"p3\"}");

        var run = await CliRun.Of("load", file, "--server", server.Base);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Loaded: 2 (2 created, 0 updated).", run.Output, StringComparison.Ordinal);
        Assert.Equal($"  {file}:2: 422 Not this one.", run.Lines[2]);
    }

    [Fact]
    public async Task Two_versions_of_a_resource_are_never_in_one_batch()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        var file = folder.Write("bulk.ndjson", Patient + "\n{\"resourceType\":\"Patient\",\"id\":\"p2\"}\n" + Patient);

        await CliRun.Of("load", file, "--server", server.Base);

        Assert.Equal(["PUT Patient/p1", "PUT Patient/p2"], server.Requests.First().Entries);
        Assert.Equal("Patient/p1", server.Requests.Last().Path);
    }

    [Fact]
    public async Task Many_resources_go_in_batches_of_the_size_asked_for()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(1, 250).Select(i => $$"""{"resourceType":"Patient","id":"p{{i}}"}""");

        var run = await CliRun.Of("load", folder.Write("bulk.ndjson", string.Join('\n', lines)), "--server", server.Base, "--batch", "100");

        Assert.Equal([50, 100, 100], server.Requests.Select(request => request.Entries.Count()).Order());
        Assert.StartsWith("Loaded: 250 (0 created, 250 updated). Files: 1.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_exit_code_3()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("1.json", Patient);
        string address;
        await using (var server = new ScriptedServer())
        {
            address = server.Base;
        }

        var run = await CliRun.Of("load", file, "--server", address);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"psychacute: No server answers at {address}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}

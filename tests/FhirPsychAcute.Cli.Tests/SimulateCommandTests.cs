using System.Text.Json;

namespace FhirPsychAcute.Cli.Tests;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task A_year_is_one_NDJSON_file_for_each_type_and_a_manifest_that_says_complete()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("simulate", "--calls", "30", "--civil", "10", "--coercion", "5", "--out", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Simulated: ", run.Output, StringComparison.Ordinal);
        var manifest = Manifest(folder);
        Assert.True(manifest.GetProperty("complete").GetBoolean());
        Assert.Equal(2026, manifest.GetProperty("year").GetInt32());
        Assert.Equal(30, manifest.GetProperty("calls").GetInt32());
        var files = manifest.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("resources").GetInt32(), StringComparer.Ordinal);
        Assert.Equal("01-Organization.ndjson", files.Keys.Order(StringComparer.Ordinal).First());
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllLines(Path.Combine(folder.Path, file.Key)).Length));
        Assert.Equal(files.Keys.Append("simulation.manifest").Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1", "8")]
    [InlineData("3", "2")]
    public async Task Any_number_of_threads_makes_the_same_bytes(string jobs, string otherJobs)
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        await CliRun.Of("simulate", "--calls", "200", "--coercion", "20", "--seed", "9", "--jobs", jobs, "--out", one.Path);
        await CliRun.Of("simulate", "--calls", "200", "--coercion", "20", "--seed", "9", "--jobs", otherJobs, "--out", other.Path);

        Assert.Equal(File.ReadAllText(Path.Combine(one.Path, "simulation.manifest")), File.ReadAllText(Path.Combine(other.Path, "simulation.manifest")));
    }

    [Fact]
    public async Task What_was_simulated_is_taken_by_load_and_by_validate_without_an_error()
    {
        await using var server = new ScriptedServer();
        using var folder = new TemporaryFolder();
        await CliRun.Of("simulate", "--calls", "20", "--coercion", "2", "--out", folder.Path);

        var validated = await CliRun.Of("validate", folder.Path, "--severity", "error");
        var loaded = await CliRun.Of("load", folder.Path, "--server", server.Base);

        Assert.Equal(0, validated.ExitCode);
        Assert.Equal(0, loaded.ExitCode);
        Assert.Equal(Manifest(folder).GetProperty("resources").GetInt32(), server.Requests.Sum(request => request.Entries.Count()));
    }

    [Fact]
    public async Task To_a_server_each_resource_is_PUT_under_its_own_id_only_where_there_is_none()
    {
        await using var server = new ScriptedServer();

        var run = await CliRun.Of("simulate", "--calls", "10", "--coercion", "0", "--server", server.Base);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("PUT Organization/sim2026-1-r0", server.Requests.SelectMany(request => request.Entries));
        Assert.All(server.Requests, request => Assert.Contains("\"ifNoneMatch\":\"*\"", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_has_already_is_kept_and_no_error()
    {
        await using var server = new ScriptedServer(request => (200, ScriptedServer.ResponseBundle(request.Entries.Select(_ => "412 Precondition Failed"))));

        var run = await CliRun.Of("simulate", "--calls", "10", "--coercion", "0", "--server", server.Base);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Loaded: 0 (0 created, 0 updated).", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("There already, left as they are: ", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused_without_force_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.txt", "mine");

        var refused = await CliRun.Of("simulate", "--calls", "5", "--coercion", "0", "--out", folder.Path);
        Assert.Equal(3, refused.ExitCode);
        Assert.Equal($"psychacute: '{folder.Path}' is not empty; --force writes into it all the same.{Environment.NewLine}", refused.Error);
        Assert.Equal(["mine.txt"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));

        var forced = await CliRun.Of("simulate", "--calls", "5", "--coercion", "0", "--out", folder.Path, "--force");
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder.Path, "mine.txt")));
    }

    [Fact]
    public async Task With_force_no_file_of_an_earlier_simulation_is_left()
    {
        using var folder = new TemporaryFolder();
        await CliRun.Of("simulate", "--calls", "5", "--coercion", "5", "--out", folder.Path);
        Assert.True(File.Exists(Path.Combine(folder.Path, "08-Procedure.ndjson")));

        await CliRun.Of("simulate", "--calls", "5", "--coercion", "0", "--out", folder.Path, "--force");

        Assert.False(File.Exists(Path.Combine(folder.Path, "08-Procedure.ndjson")));
    }

    [Fact]
    public async Task With_force_files_that_another_version_named_in_its_manifest_are_removed_and_no_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("12-Task.ndjson", "{}");
        folder.Write("mine.ndjson", "{}");
        folder.Write("simulation.manifest", """{"complete":true,"files":[{"name":"12-Task.ndjson"},{"name":"../elsewhere.ndjson"}]}""");

        await CliRun.Of("simulate", "--calls", "0", "--coercion", "0", "--out", folder.Path, "--force");

        Assert.False(File.Exists(Path.Combine(folder.Path, "12-Task.ndjson")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "mine.ndjson")));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_one_line_and_exit_code_3()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "x");

        var run = await CliRun.Of("simulate", "--calls", "5", "--out", file, "--force");

        Assert.Equal(3, run.ExitCode);
        Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_table_that_cannot_be_used_is_named_with_its_line()
    {
        using var folder = new TemporaryFolder();
        using var rules = new TemporaryFolder();
        rules.Write("simulation.csv", "table,scope,key,value,unit,valid_from,valid_to,verified,source\nhour,regional,00,many,weight,,,no,test\n");

        var run = await CliRun.Of("simulate", "--calls", "5", "--rules", rules.Path, "--out", Path.Combine(folder.Path, "year"));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("psychacute: --rules: simulation.csv", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Manifest(TemporaryFolder folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "simulation.manifest"))).RootElement;
}

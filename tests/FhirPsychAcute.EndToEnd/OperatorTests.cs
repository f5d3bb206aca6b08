namespace FhirPsychAcute.EndToEnd;

/// <summary>What an operator meets: options, exit codes, the demo.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Data => Path.Combine(folder, "fhir.db");

    [Fact]
    public async Task An_unknown_option_is_one_line_and_exit_code_64()
    {
        await using var server = await ServerProcess.StartAsync("--port", "5080");

        Assert.Equal(64, await server.ExitCodeAsync());
        Assert.Equal("fhirpsychacute: unknown option '--port'; --help lists the options", server.Errors);
    }

    [Fact]
    public async Task An_option_without_its_value_is_one_line_and_exit_code_64()
    {
        await using var server = await ServerProcess.StartAsync("--data");

        Assert.Equal(64, await server.ExitCodeAsync());
        Assert.Equal("fhirpsychacute: --data needs a value: --data FILE", server.Errors);
    }

    [Theory]
    [InlineData("nonsense", 64)]
    [InlineData("http://192.0.2.1:5080", 69)]
    public async Task Addresses_that_cannot_be_listened_on_are_one_line(string urls, int exitCode)
    {
        await using var server = await ServerProcess.StartAsync("--urls", urls, "--data", Data);

        Assert.Equal(exitCode, await server.ExitCodeAsync());
        Assert.StartsWith("fhirpsychacute: ", server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', server.Errors);
    }

    [Fact]
    public async Task Settings_can_come_from_the_environment()
    {
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        await using var server = await ServerProcess.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FHIRPSYCHACUTE_URLS"] = address, ["FHIRPSYCHACUTE_DATA"] = Data });
        using var client = new HttpClient();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri($"{address}/health/ready")));
        Assert.True(File.Exists(Data));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_and_exit_code_69()
    {
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        await using var first = await ServerProcess.StartAsync("--urls", address, "--data", Data);

        await using var second = await ServerProcess.StartAsync("--urls", address, "--data", Path.Combine(folder, "other.db"));

        Assert.Equal(69, await second.ExitCodeAsync());
        Assert.Equal($"fhirpsychacute: the address {address} is in use by another program; choose another with --urls", second.Errors);
    }

    [Fact]
    public async Task A_data_file_that_cannot_be_opened_is_one_line_and_exit_code_74()
    {
        await using var server = await ServerProcess.StartAsync("--urls", "http://127.0.0.1:0", "--data", folder);

        Assert.Equal(74, await server.ExitCodeAsync());
        Assert.StartsWith("fhirpsychacute: ", server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', server.Errors);
    }

    [Fact]
    public async Task A_data_file_that_is_no_database_is_one_line_and_exit_code_74()
    {
        await File.WriteAllTextAsync(Data, string.Concat(Enumerable.Repeat("This is not a database. ", 1000)));

        await using var server = await ServerProcess.StartAsync("--urls", "http://127.0.0.1:0", "--data", Data);

        Assert.Equal(74, await server.ExitCodeAsync());
        Assert.StartsWith("fhirpsychacute: ", server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', server.Errors);
    }

    [Fact]
    public async Task The_demo_holds_a_scenario_once_also_after_a_second_start()
    {
        for (var start = 0; start < 2; start++)
        {
            var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
            await using var server = await ServerProcess.StartAsync("--demo", "--urls", address, "--data", Data);
            using var client = new HttpClient();

            var patients = await client.GetStringAsync(new Uri($"{address}/fhir/Patient?identifier=https://fhirpsychacute.dk/sid/example|mette-mette&_total=accurate"));
            var tasks = await client.GetStringAsync(new Uri($"{address}/fhir/Task?identifier=https://fhirpsychacute.dk/sid/example|mette-forloeb&_total=accurate"));

            Assert.Equal(1, System.Text.Json.Nodes.JsonNode.Parse(patients)!["total"]!.GetValue<int>());
            Assert.Equal(1, System.Text.Json.Nodes.JsonNode.Parse(tasks)!["total"]!.GetValue<int>());
            Assert.Empty(server.Errors);
        }
    }
}

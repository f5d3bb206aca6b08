using System.Text.Json;
using FhirPsychAcute.Cli.Tests;

namespace FhirPsychAcute.EndToEnd;

/// <summary><c>psychacute simulate --server</c> against the server, which holds every resource against its profile.</summary>
public sealed class SimulationTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_simulated_year_is_taken_whole_and_sending_it_again_changes_nothing()
    {
        string[] simulate = ["simulate", "--year", "2025", "--calls", "120", "--civil", "40", "--coercion", "12", "--seed", "5", "--server", server.Base];

        var first = await CliRun.Of(simulate);
        var second = await CliRun.Of(simulate);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.StartsWith("Loaded: 0 (0 created, 0 updated).", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("There already, left as they are: ", second.Lines[1], StringComparison.Ordinal);
        using var client = new HttpClient();
        using var call = JsonDocument.Parse(await client.GetByteArrayAsync($"{server.Base}/Encounter/sim2025-5-c0000120"));
        Assert.Equal("1", call.RootElement.GetProperty("meta").GetProperty("versionId").GetString());
    }

    [Fact]
    public async Task The_indicators_count_as_many_people_as_were_simulated()
    {
        await CliRun.Of("simulate", "--year", "2024", "--calls", "150", "--civil", "30", "--coercion", "10", "--seed", "6", "--server", server.Base);

        using var client = new HttpClient();
        using var report = JsonDocument.Parse(await client.GetByteArrayAsync($"{server.Base}/Measure/psychacute-calls/$evaluate-measure?periodStart=2024-01-01&periodEnd=2024-12-31"));

        Assert.Equal(150, report.RootElement.GetProperty("group")[0].GetProperty("population")[0].GetProperty("count").GetInt32());
    }
}

using FhirPsychAcute.Cli.Tests;

namespace FhirPsychAcute.EndToEnd;

/// <summary>The scenarios of <c>examples/</c> against the server.</summary>
public sealed class ScenarioTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("directory", 24)]
    [InlineData("incident", 19)]
    [InlineData("scenario-2-far", 16)]
    [InlineData("scenario-3-ali", 34)]
    [InlineData("scenario-4-kirsten", 37)]
    [InlineData("scenario-5-jonas", 20)]
    [InlineData("scenario-6-lone", 23)]
    [InlineData("scenario-7-peter", 15)]
    [InlineData("scenario-8-sara", 40)]
    public async Task Every_scenario_goes_in_whole_and_once(string scenario, int resources)
    {
        var path = Checkout.Locate($"examples/{scenario}");

        var first = await CliRun.Of("load", path, "--server", server.Base);
        var second = await CliRun.Of("load", path, "--server", server.Base);

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith($"Loaded: {resources} (", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.StartsWith($"Loaded: {resources} (0 created, {resources} updated).", second.Output, StringComparison.Ordinal);
    }
}

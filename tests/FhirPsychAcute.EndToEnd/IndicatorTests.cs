using System.Text.Json.Nodes;
using FhirPsychAcute.Cli.Tests;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A server that has all scenarios of <c>examples/</c> and shows small counts, because a scenario is one person.</summary>
public sealed class ScenarioServer : RunningServer
{
    internal override FhirPsychAcute.Server.ServerOptions Adjust(FhirPsychAcute.Server.ServerOptions options) => options with { Demo = true, ShowSmallCells = true };
}

/// <summary><c>$evaluate-measure</c> over the scenarios.</summary>
public sealed class IndicatorTests(ScenarioServer server) : IClassFixture<ScenarioServer>
{
    [Fact]
    public async Task Calls_of_scenario_2_count_a_father_once_though_nobody_answered_and_he_was_called_back()
    {
        var report = await ReportAsync("calls", "2026-04-17", "2026-04-17");

        // The civil line, the unanswered call, and the call-back that is part of it.
        Assert.Equal(2, Count(report, "people"));
        Assert.Equal(3, Count(report, "calls"));
        Assert.Equal(1, Count(report, "unanswered", "numerator"));
        Assert.Equal(1, Count(report, "callback-made"));
        Assert.Equal(1, Count(report, "callback-kept", "numerator"));
        Assert.Equal(1, Count(report, "callback-kept", "denominator"));

        // Only the civil line's call waited: 40 seconds. Hanging up is no wait, and who is called back does not wait in a queue.
        Assert.Equal(1, Count(report, "waiting-median", "measure-population"));
        Assert.Equal(40, Score(report, "waiting-median"));
    }

    internal async Task<JsonObject> ReportAsync(string measure, string from, string to, string more = "")
    {
        var reply = await server.GetAsync($"Measure/psychacute-{measure}/$evaluate-measure?periodStart={from}&periodEnd={to}{more}");
        Assert.True(reply.Status == 200, reply.Body);
        var check = await server.PostAsync("MeasureReport/$validate?profile=https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-indicator-report", reply.Body);
        Assert.DoesNotContain("\"error\"", check.Body, StringComparison.Ordinal);
        return JsonNode.Parse(reply.Body)!.AsObject();
    }

    internal static JsonNode Group(JsonObject report, string group) =>
        report["group"]!.AsArray().Single(one => (string?)one!["code"]!["coding"]![0]!["code"] == group)!;

    internal static int Count(JsonObject report, string group, string population = "initial-population") => Count(Group(report, group), population);

    internal static int Count(JsonNode place, string population) =>
        (int)place["population"]!.AsArray().Single(one => (string?)one!["code"]!["coding"]![0]!["code"] == population)!["count"]!;

    internal static decimal Score(JsonObject report, string group) => (decimal)Group(report, group)["measureScore"]!["value"]!;
}

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

    [Fact]
    public async Task Coercion_of_scenario_4_is_three_episodes_of_the_target_and_one_person()
    {
        var report = await ReportAsync("coercion", "2026-01-12", "2026-01-13");

        // Red papers, holding, sedation, belt: the last three are in the target.
        Assert.Equal(4, Count(report, "episodes"));
        Assert.Equal(1, Count(report, "persons"));
        Assert.Equal(3, Count(report, "target-episodes"));

        // 26 h 15 min of belt; a holding of 1 min 40 s.
        Assert.Equal(1, Count(report, "belts-over-24", "numerator"));
        Assert.Equal(0, Count(report, "belts-over-48", "numerator"));
        Assert.Equal(["24-48"], Strata(report, "belts", "duration-band"));
        Assert.Equal(["lt2"], Strata(report, "holdings", "duration-band"));
    }

    [Fact]
    public async Task Coercion_of_scenario_5_counts_from_June_2024_and_not_before()
    {
        var after = await ReportAsync("coercion", "2026-03-24", "2026-03-24");
        var before = await ReportAsync("coercion", "2024-05-14", "2024-05-14");

        Assert.Equal(3, Count(after, "episodes"));
        Assert.Equal(["under-18"], Strata(after, "episodes", "age"));
        Assert.Equal(0, Count(before, "episodes"));
    }

    [Fact]
    public async Task Coercion_of_scenario_7_counts_the_voluntary_belt_by_itself()
    {
        var report = await ReportAsync("coercion", "2026-06-08", "2026-06-08");

        Assert.Equal(1, Count(report, "episodes"));
        Assert.Equal(0, Count(report, "belts"));
        Assert.Equal(1, Count(report, "belts-voluntary"));
        Assert.Equal(1, Count(report, "holdings-long", "numerator"));
    }

    [Fact]
    public async Task A_transfer_of_scenario_3_is_one_person_and_two_calls_and_the_koordinator_was_asked()
    {
        var report = await ReportAsync("calls", "2026-05-20", "2026-05-20");

        Assert.Equal(1, Count(report, "people"));
        Assert.Equal(2, Count(report, "calls"));
        Assert.Equal(1, Count(report, "transfers"));
        Assert.Equal(1, Count(report, "apk-consulted", "numerator"));

        // 44 s and 19 min 10 s; of the second leg 14 minutes were talk.
        Assert.Equal((44 + 1140) / 2m, Score(report, "handling-median"));
        Assert.Equal(840, Score(report, "talk-p90"));
    }

    [Fact]
    public async Task Referrals_of_scenario_1_and_8_arrive_and_do_not()
    {
        var arrived = await ReportAsync("referrals", "2026-03-12", "2026-03-14");
        var missed = await ReportAsync("referrals", "2027-03-02", "2027-03-02");

        Assert.Equal(1, Count(arrived, "referrals-arrived", "numerator"));
        Assert.Equal(1, Count(arrived, "stays"));
        Assert.Equal(2, Count(arrived, "nights"));
        Assert.Equal(1, Count(missed, "referrals-no-show", "numerator"));
        Assert.Equal(1, Count(missed, "referrals-accepted", "numerator"));
    }

    [Fact]
    public async Task Scenario_8_belongs_to_the_new_region_from_the_day_of_the_change()
    {
        var before = await ReportAsync("coercion", "2026-12-08", "2026-12-08", "&stratifier=region");
        var after = await ReportAsync("calls", "2027-03-02", "2027-03-02", "&stratifier=region");

        Assert.Equal("DK-98", (string?)Stratum(before, "episodes")["value"]!["coding"]![0]!["code"]);
        Assert.Equal("Region Østby (fiktiv)", (string?)Stratum(after, "calls")["value"]!["text"]);

        static JsonNode Stratum(JsonObject report, string group) => Assert.Single(Assert.Single(Group(report, group)["stratifier"]!.AsArray())!["stratum"]!.AsArray())!;
    }

    [Theory]
    [InlineData("Measure/$evaluate-measure?periodStart=2026&periodEnd=2026", 400, "measure")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodEnd=2026", 400, "periodStart")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026-02-30&periodEnd=2026", 400, "periodStart")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2025", 400, "periodEnd")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2026&reportType=subject-list", 400, "reportType")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2026&subject=Patient/1", 400, "subject")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2026&subject=Organization/nobody", 400, "subject")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2026&stratifier=moon", 400, "stratifier")]
    [InlineData("Measure/$evaluate-measure?measure=calls&periodStart=2026&periodEnd=2026&practitioner=Practitioner/1", 400, "practitioner")]
    [InlineData("Measure/$evaluate-measure?measure=http://example.org/Measure/1&periodStart=2026&periodEnd=2026", 422, "measure")]
    public async Task What_cannot_be_answered_is_refused_by_the_name_of_its_parameter(string path, int status, string parameter)
    {
        var reply = await server.GetAsync(path, ("Accept-Language", "da"));

        Assert.Equal(status, reply.Status);
        Assert.Equal(parameter, (string?)JsonNode.Parse(reply.Body)!["issue"]![0]!["expression"]![0]);
    }

    [Fact]
    public async Task A_measure_answers_by_canonical_and_by_id_in_Danish_and_English()
    {
        var english = await server.GetAsync("Measure/$evaluate-measure?measure=https://fhirpsychacute.dk/ig/Measure/psychacute-calls|0.1.0&periodStart=2026-03&periodEnd=2026-03");
        var danish = await server.PostAsync(
            "Measure/$evaluate-measure",
            """{"resourceType":"Parameters","parameter":[{"name":"measure","valueString":"Measure/psychacute-calls"},{"name":"periodStart","valueDate":"2026-03"},{"name":"periodEnd","valueDate":"2026-03"}]}""",
            ("Accept-Language", "da"));

        Assert.Equal("People who called", (string?)JsonNode.Parse(english.Body)!["group"]![0]!["code"]!["text"]);
        Assert.Equal("Personer, der ringede", (string?)JsonNode.Parse(danish.Body)!["group"]![0]!["code"]!["text"]);
    }

    internal async Task<JsonObject> ReportAsync(string measure, string from, string to, string more = "")
    {
        var reply = await server.GetAsync($"Measure/psychacute-{measure}/$evaluate-measure?periodStart={from}&periodEnd={to}&at=2027-06-01{more}");
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

    internal static IEnumerable<string?> Strata(JsonObject report, string group, string stratifier) =>
        Group(report, group)["stratifier"]!.AsArray().Single(one => one!["code"]!.AsArray() is [var only] && (string?)only!["coding"]![0]!["code"] == stratifier)!["stratum"]!.AsArray()
            .Select(static stratum => (string?)stratum!["value"]!["coding"]![0]!["code"]);

    internal static decimal Score(JsonObject report, string group) => (decimal)Group(report, group)["measureScore"]!["value"]!;
}

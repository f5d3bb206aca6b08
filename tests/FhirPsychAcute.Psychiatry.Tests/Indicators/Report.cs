using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>A MeasureReport as tests read it; valid against the guide and the measure.</summary>
internal sealed class Report(string json)
{
    private readonly JsonObject root = JsonNode.Parse(json)!.AsObject();

    public string Json => json;

    /// <summary>Evaluates a measure over resources.</summary>
    public static async Task<Report> OfAsync(string measure, IIndicatorSource source, int year, bool showsSmall = true, string? organization = null, Language language = Language.English)
    {
        var question = new IndicatorQuestion
        {
            Period = IndicatorPeriod.OfYear(year),
            Rules = new RuleFolder(),
            At = new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero),
            ShowsSmallCounts = showsSmall,
            Organization = organization,
        };
        var json = Encoding.UTF8.GetString((await IndicatorMeasure.Find(measure)!.EvaluateAsync(source, question, language, CancellationToken.None)).Span);
        Assert.Empty(GuideValidator.Errors(json));
        return new Report(json);
    }

    /// <summary>The count of a group; its last population, which of a share is the numerator.</summary>
    public int Count(string group) => Count(Group(group));

    /// <summary>The whole that a share is of.</summary>
    public int Of(string group) => (int)Group(group)["population"]![0]!["count"]!;

    public decimal? Score(string group) => (decimal?)Group(group)["measureScore"]?["value"];

    /// <summary>Counts by stratum, as <c>code 3</c>, several values joined by a slash, in the report's order.</summary>
    public string Strata(string group, string stratifier) => string.Join(", ", StrataOf(group, stratifier).Select(static stratum => $"{Name(stratum)} {Shown(stratum)}"));

    public int Stratum(string group, string stratifier, string name) => Count(StrataOf(group, stratifier).Single(stratum => Name(stratum) == name));

    public decimal? StratumScore(string group, string stratifier, string name) => (decimal?)StrataOf(group, stratifier).Single(stratum => Name(stratum) == name)["measureScore"]?["value"];

    public IEnumerable<string> Remarks => root["extension"]?.AsArray().Select(static remark => (string)remark!["valueString"]!) ?? [];

    public JsonNode Group(string group) => root["group"]!.AsArray().Single(one => Code(one!["code"]!) == group)!;

    private static int Count(JsonNode place) => (int)place["population"]!.AsArray()[^1]!["count"]!;

    private static string Shown(JsonNode place) => place["population"]!.AsArray()[^1]!["count"]?.ToString() ?? "masked";

    private IEnumerable<JsonNode> StrataOf(string group, string stratifier) =>
        Group(group)["stratifier"]!.AsArray().Single(one => string.Join('+', one!["code"]!.AsArray().Select(static code => Code(code!))) == stratifier)!["stratum"]!.AsArray().Select(static stratum => stratum!);

    private static string Name(JsonNode stratum) =>
        stratum["value"] is { } value ? Value(value) : string.Join('/', stratum["component"]!.AsArray().Select(static component => Value(component!["value"]!)));

    private static string Value(JsonNode concept) => concept["coding"] is null ? (string)concept["text"]! : Code(concept);

    private static string Code(JsonNode concept) => (string)concept["coding"]![0]!["code"]!;
}

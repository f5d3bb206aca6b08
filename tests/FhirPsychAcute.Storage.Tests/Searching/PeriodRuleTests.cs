using System.Globalization;

namespace FhirPsychAcute.Storage.Tests.Searching;

/// <summary>Date prefixes against R4's own words (search 3.1.1.4.5) on periods of days, each rule written as the sets of days that it speaks of.</summary>
public sealed class PeriodRuleTests : IAsyncLifetime
{
    private const int Days = 9;

    private SearchBed Bed { get; } = new();

    public Task InitializeAsync() => Bed.Put([.. Periods().Select(period => period.Json)]);

    public async Task DisposeAsync() => await Bed.DisposeAsync();

    [Theory]
    [InlineData("eq")]
    [InlineData("ne")]
    [InlineData("gt")]
    [InlineData("lt")]
    [InlineData("ge")]
    [InlineData("le")]
    [InlineData("sa")]
    [InlineData("eb")]
    public async Task Every_period_of_days_follows_the_rule(string prefix)
    {
        for (var day = 1; day <= Days; day++)
        {
            var expected = Periods().Where(period => Holds(prefix, day, period.First, period.Last)).Select(period => period.Id).Order(StringComparer.Ordinal);
            Assert.Equal(string.Join(' ', expected), await Bed.Find(string.Create(CultureInfo.InvariantCulture, $"Encounter?date={prefix}2026-01-0{day}&_sort=_id&_count=500")));
        }
    }

    // The value searched for is the set {day}; a target is the set of days first..last, open ends reach beyond all days.
    private static bool Holds(string prefix, int day, int first, int last)
    {
        var target = Enumerable.Range(first, last - first + 1).ToHashSet();
        var above = Enumerable.Range(day + 1, 100).ToHashSet();
        var below = Enumerable.Range(day - 100, 100).ToHashSet();
        var contained = target.SetEquals([day]);
        return prefix switch
        {
            "eq" => contained,
            "ne" => !contained,
            "gt" => above.Overlaps(target),
            "lt" => below.Overlaps(target),
            "ge" => above.Overlaps(target) || contained,
            "le" => below.Overlaps(target) || contained,
            "sa" => target.IsSubsetOf(above),
            _ => target.IsSubsetOf(below),
        };
    }

    private static IEnumerable<(string Id, int First, int Last, string Json)> Periods()
    {
        for (var first = 0; first <= Days; first++)
        {
            for (var last = Math.Max(first, 1); last <= Days + 1; last++)
            {
                if (first == 0 && last > Days)
                {
                    continue;
                }

                // 0 and Days + 1 stand for a missing start and end.
                var id = string.Create(CultureInfo.InvariantCulture, $"e{first}-{last}");
                var start = first == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\"start\":\"2026-01-0{first}\"");
                var end = last > Days ? "" : string.Create(CultureInfo.InvariantCulture, $"\"end\":\"2026-01-0{last}\"");
                yield return (id, first == 0 ? -50 : first, last > Days ? 60 : last,
                    $$"""{"resourceType":"Encounter","id":"{{id}}","status":"finished","class":{"code":"AMB"},"period":{ {{start}}{{(start.Length > 0 && end.Length > 0 ? "," : "")}}{{end}} } }""");
            }
        }
    }
}

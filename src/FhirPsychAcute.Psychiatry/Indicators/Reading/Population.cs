using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>How many citizens there were (<c>population.csv</c>), and from which year and source the figure is.</summary>
/// <param name="Count">Citizens.</param>
/// <param name="Year">Year of the figure.</param>
/// <param name="IsVerified">Whether the figure was read in a source.</param>
internal readonly record struct Citizens(long Count, int Year, bool IsVerified);

/// <summary>The population by year, region and age group. A year without figures has those of the nearest earlier year, or, before the first, of the first.</summary>
internal sealed class Population(IEnumerable<RuleRow> rows, Regions regions)
{
    /// <summary>The whole country.</summary>
    public const string Denmark = "DK";

    private const string All = "all";

    private readonly List<(int Year, string Region, string Age, long Citizens, bool IsVerified)> rows =
    [
        .. rows.Select(static row => (
            (int)(row.Number("year") ?? throw row.Fault("'year' is missing")), row.Text("region"), row.Text("age_group"),
            (long)(row.Number("citizens") ?? throw row.Fault("'citizens' is missing")), row.IsVerified)),
    ];

    /// <summary>The citizens of a region (or of Denmark) in a year.</summary>
    /// <param name="region">Code or name; a region that took others over and has no figure yet has theirs.</param>
    /// <param name="age">Age group; null for everybody.</param>
    /// <param name="year">The year.</param>
    /// <returns>Null where there is no figure.</returns>
    public Citizens? Of(string region, string? age, int year)
    {
        var found = rows.Where(row => row.Region == region && row.Age == (age ?? All)).OrderBy(static row => row.Year).ToList();
        if (found.Count > 0)
        {
            var row = found.FindLast(row => row.Year <= year) is { Year: > 0 } known ? known : found[0];
            return new Citizens(row.Citizens, row.Year, row.IsVerified);
        }

        var before = regions.Predecessors(region).Select(predecessor => Of(predecessor, age, year)).ToList();
        return before.Count == 0 || before.Contains(null)
            ? null
            : new Citizens(before.Sum(static one => one!.Value.Count), before.Min(static one => one!.Value.Year), before.TrueForAll(static one => one!.Value.IsVerified));
    }
}

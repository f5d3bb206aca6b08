using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>The regions and the days between which each exists (<c>regions.csv</c>): what belonged to a region that has ended belongs to its successor from then on.</summary>
internal sealed class Regions(IEnumerable<RuleRow> rows)
{
    private readonly List<RuleRow> rows = [.. rows];

    /// <summary>Whether the table has a region of that code or name.</summary>
    public bool Knows(string region) => Row(region) is not null;

    /// <summary>The region that was responsible on a day for what is, or was, this region's: its code, where it has none its name.</summary>
    /// <param name="region">Code or name.</param>
    /// <param name="day">The day in Denmark.</param>
    /// <returns>Null where the table does not say: the region did not exist yet, and more than one came before it.</returns>
    public string? On(string region, DateOnly day)
    {
        var row = Row(region);
        for (var steps = 0; row is not null && steps < rows.Count; steps++)
        {
            if (row.IsValidOn(day))
            {
                return KeyOf(row);
            }

            row = row.ValidTo is { } last && day > last ? Row(row.Text("succeeded_by")) : Predecessor(row);
        }

        return null;
    }

    /// <summary>What the region is called; the text itself where the table does not have it.</summary>
    public string Name(string region) => Row(region)?.Text("name") ?? region;

    /// <summary>The regions whose citizens a region took over, by code or name; empty for one that was there before.</summary>
    public IEnumerable<string> Predecessors(string region) =>
        Row(region) is { } successor ? rows.Where(row => row.Text("succeeded_by") == successor.Text("name")).Select(KeyOf) : [];

    private RuleRow? Predecessor(RuleRow successor)
    {
        var before = rows.Where(row => row.Text("succeeded_by") == successor.Text("name")).ToList();
        return before is [var only] ? only : null;
    }

    private RuleRow? Row(string region) => region.Length == 0 ? null : rows.Find(row => row.Text("code") == region || row.Text("name") == region);

    private static string KeyOf(RuleRow row) => row.Text("code") is { Length: > 0 } code ? code : row.Text("name");
}

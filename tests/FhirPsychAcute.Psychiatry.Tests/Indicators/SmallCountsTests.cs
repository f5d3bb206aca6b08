using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Masking;
using FhirPsychAcute.Psychiatry.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>No count under 5 is shown, nor can it be computed.</summary>
public sealed class SmallCountsTests
{
    [Theory]
    [InlineData("20 8 9 3", "20 * 9 *")]
    [InlineData("12 3 9 0", "12 * * 0")]
    [InlineData("3 3", "* *")]
    [InlineData("7 7", "7 7")]
    [InlineData("10 1 1 8", "10 * * *")]
    [InlineData("9 4 5", "9 * *")]
    [InlineData("30 2 3 25", "30 * * 25")]
    [InlineData("0 0 0", "0 0 0")]
    public void A_sum_and_its_parts(string counts, string shown)
    {
        var cells = counts.Split(' ').Select(static count => new Cell("calls", long.Parse(count, System.Globalization.CultureInfo.InvariantCulture))).ToList();

        new SmallCounts(new RuleFolder()).Mask(cells, [new CellSum(cells[0], cells[1..])]);

        Assert.Equal(shown, string.Join(' ', cells.Select(static cell => cell.IsMasked ? "*" : $"{cell.Count}")));
    }

    [Fact]
    public void Of_a_table_with_its_sums_no_masked_count_has_one_possible_value_only() =>
        Prop.ForAll(
            Gen.Choose(0, 7).ArrayOf(6).ToArbitrary(),
            static counts =>
            {
                // Two rows of three, with the sums of rows, columns, and all.
                var cells = counts.Select(static count => new Cell("episodes", count)).ToList();
                var rows = Enumerable.Range(0, 2).Select(row => Sum([.. cells.Skip(row * 3).Take(3)])).ToList();
                var columns = Enumerable.Range(0, 3).Select(column => Sum([cells[column], cells[column + 3]])).ToList();
                var whole = new Cell("episodes", counts.Sum());
                List<CellSum> sums = [.. rows, .. columns, new(whole, cells), new(whole, [.. rows.Select(static row => row.Total)]), new(whole, [.. columns.Select(static column => column.Total)])];
                List<Cell> all = [.. cells, .. rows.Select(static row => row.Total), .. columns.Select(static column => column.Total), whole];

                new SmallCounts(new RuleFolder()).Mask(all, sums);

                return all.TrueForAll(static cell => cell.IsMasked || cell.Count is 0 or > 4) && IsSecret(cells, all, sums);
            }).QuickCheckThrowOnFailure();

    private static CellSum Sum(IReadOnlyList<Cell> parts) => new(new Cell("episodes", parts.Sum(static part => part.Count)), parts);

    // A reader knows the sums, what is shown, and that what is masked is not zero: tries every table that fits.
    private static bool IsSecret(List<Cell> cells, List<Cell> all, List<CellSum> sums)
    {
        var possible = all.Where(static cell => cell is { IsMasked: true, Count: < 5 }).ToDictionary(static cell => cell, static _ => new HashSet<long>());
        var values = new Dictionary<Cell, long>();
        Try(0);
        return possible.Values.All(static values => values.Count > 1);

        void Try(int at)
        {
            if (at == cells.Count)
            {
                foreach (var sum in sums)
                {
                    var total = sum.Parts.Sum(part => values[part]);
                    if (!values.TryAdd(sum.Total, total) && values[sum.Total] != total)
                    {
                        Forget();
                        return;
                    }

                    if (sum.Total.IsMasked ? total == 0 : total != sum.Total.Count)
                    {
                        Forget();
                        return;
                    }
                }

                foreach (var (cell, seen) in possible)
                {
                    seen.Add(values[cell]);
                }

                Forget();
                return;
            }

            var own = cells[at];
            for (var value = own.IsMasked ? 1 : own.Count; value <= (own.IsMasked ? 9 : own.Count); value++)
            {
                values[own] = value;
                Try(at + 1);
                values.Remove(own);
            }
        }

        void Forget()
        {
            foreach (var sum in sums)
            {
                values.Remove(sum.Total);
            }
        }
    }
}

using FhirPsychAcute.Psychiatry.Indicators.Figures;

namespace FhirPsychAcute.Psychiatry.Indicators.Masking;

/// <summary>
/// Which masked counts a reader can compute from those that are shown: the sums are linear equations in the masked counts, and a count is determined when elimination leaves an equation
/// with it alone.
/// </summary>
internal static class Determined
{
    // Elimination in the integers modulo a prime: exact without fractions. What is determined over the rationals is determined here too, unless a pivot is a multiple of the prime.
    private const long Prime = 2_147_483_647;

    /// <summary>The masked counts that can be computed.</summary>
    public static IReadOnlyList<Cell> In(IReadOnlyList<CellSum> sums)
    {
        var columns = new Dictionary<Cell, int>();
        var rows = new List<long[]>();
        var equations = new List<Dictionary<Cell, long>>();
        foreach (var sum in sums)
        {
            var equation = new Dictionary<Cell, long>();
            foreach (var part in sum.Parts)
            {
                Add(equation, part, 1);
            }

            Add(equation, sum.Total, Prime - 1);
            if (equation.Count > 0)
            {
                equations.Add(equation);
            }
        }

        foreach (var equation in equations)
        {
            foreach (var cell in equation.Keys)
            {
                columns.TryAdd(cell, columns.Count);
            }
        }

        foreach (var equation in equations)
        {
            var row = new long[columns.Count];
            foreach (var (cell, factor) in equation)
            {
                row[columns[cell]] = factor;
            }

            rows.Add(row);
        }

        Reduce(rows, columns.Count);
        var cells = columns.ToDictionary(static column => column.Value, static column => column.Key);
        var found = new List<Cell>();
        foreach (var row in rows)
        {
            if (Only(row) is { } column)
            {
                found.Add(cells[column]);
            }
        }

        return found;

        static void Add(Dictionary<Cell, long> equation, Cell cell, long factor)
        {
            if (!cell.IsMasked)
            {
                return;
            }

            var sum = (equation.GetValueOrDefault(cell) + factor) % Prime;
            if (sum == 0)
            {
                equation.Remove(cell);
            }
            else
            {
                equation[cell] = sum;
            }
        }
    }

    // To reduced row echelon form: then a determined count stands alone in its row.
    private static void Reduce(List<long[]> rows, int columns)
    {
        var done = 0;
        for (var column = 0; column < columns && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var leading = rows[done];
            var inverse = Power(leading[column], Prime - 2);
            for (var i = column; i < columns; i++)
            {
                leading[i] = leading[i] * inverse % Prime;
            }

            for (var other = 0; other < rows.Count; other++)
            {
                var factor = rows[other][column];
                if (other == done || factor == 0)
                {
                    continue;
                }

                var row = rows[other];
                for (var i = column; i < columns; i++)
                {
                    if (leading[i] != 0)
                    {
                        row[i] = (row[i] + ((Prime - factor) * leading[i])) % Prime;
                    }
                }
            }

            done++;
        }
    }

    private static int? Only(long[] row)
    {
        int? only = null;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = i;
        }

        return only;
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
        {
            if ((exponent & 1) == 1)
            {
                result = result * value % Prime;
            }
        }

        return result;
    }
}

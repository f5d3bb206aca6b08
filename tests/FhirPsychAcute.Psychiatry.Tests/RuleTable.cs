using System.Text;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Reads a table of <c>profiles/rules</c>: comma-separated values with a line of column names, as RFC 4180 writes them.</summary>
internal static class RuleTable
{
    /// <summary>The rows of a table, each by column name. Fails when a row has another number of columns than the first line.</summary>
    public static List<Dictionary<string, string>> Read(string table)
    {
        var lines = File.ReadAllLines(Checkout.Locate($"profiles/rules/{table}"));
        var columns = Split(lines[0]);
        return lines.Skip(1).Select(line =>
        {
            var values = Split(line);
            Assert.Equal(columns.Count, values.Count);
            return columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }).ToList();
    }

    private static List<string> Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(line[i]);
            }
        }

        values.Add(value.ToString());
        return values;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FhirPsychAcute.Psychiatry.Rules;

/// <summary>
/// The dated tables of law and thresholds (profiles/rules): those that ship with the program, or an operator's in their place. A table is read when it is first asked for, and kept. Safe for any
/// number of threads.
/// </summary>
/// <param name="folder">Folder whose <c>NAME.csv</c> counts before the shipped table of that name; null for none.</param>
public sealed class RuleFolder(string? folder = null)
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim };

    private readonly ConcurrentDictionary<string, IReadOnlyList<RuleRow>> read = new(StringComparer.Ordinal);

    /// <summary>Names of the tables that ship with the program.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        .. typeof(RuleFolder).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("rules.", StringComparison.Ordinal)).Select(static name => name["rules.".Length..^".csv".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rows of a table, in order.</summary>
    /// <param name="table">Name without ending: <c>coercion</c>.</param>
    /// <exception cref="RuleException">There is no such table, or a row lacks a column; the message names the file and the line.</exception>
    public IReadOnlyList<RuleRow> Read(string table) => read.GetOrAdd(table, Parse);

    private List<RuleRow> Parse(string table)
    {
        var file = folder is null ? null : Path.Combine(folder, table + ".csv");
        using var text = file is not null && File.Exists(file)
            ? new StreamReader(file)
            : new StreamReader(typeof(RuleFolder).Assembly.GetManifestResourceStream($"rules.{table}.csv") ?? throw new RuleException($"There is no table '{table}.csv'."));
        using var csv = new CsvReader(text, Format);
        try
        {
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new RuleException($"{table}.csv is empty.");
            }

            var columns = csv.HeaderRecord!.Select(static (name, index) => (name, index)).ToDictionary(static column => column.name, static column => column.index, StringComparer.Ordinal);
            var rows = new List<RuleRow>();
            while (csv.Read())
            {
                rows.Add(new RuleRow(table, csv.Parser.RawRow, columns, csv.Parser.Record!));
            }

            return rows;
        }
        catch (CsvHelperException fault)
        {
            throw new RuleException($"{table}.csv, line {fault.Context?.Parser?.RawRow ?? 0}: it cannot be read as comma-separated values.", fault);
        }
    }
}

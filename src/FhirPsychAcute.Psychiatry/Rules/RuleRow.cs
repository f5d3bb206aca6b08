using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Rules;

/// <summary>One row of a dated table (profiles/rules/README.md says what the columns mean).</summary>
public sealed class RuleRow
{
    private readonly string table;
    private readonly int line;
    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly string[] fields;

    internal RuleRow(string table, int line, IReadOnlyDictionary<string, int> columns, string[] fields) =>
        (this.table, this.line, this.columns, this.fields) = (table, line, columns, fields);

    /// <summary>Names of the table's columns, in order.</summary>
    public IEnumerable<string> Columns => columns.OrderBy(static column => column.Value).Select(static column => column.Key);

    /// <summary>First day on which it holds; null for always.</summary>
    public DateOnly? ValidFrom => Day("valid_from");

    /// <summary>Last day on which it holds; null for ever.</summary>
    public DateOnly? ValidTo => Day("valid_to");

    /// <summary>Whether a text that was read says so; false where the source is not settled.</summary>
    public bool IsVerified => Text("verified") == "yes";

    /// <summary>Section of a law, document and line, or page.</summary>
    public string Source => Text("source");

    /// <summary>The rule in one sentence, in Danish and English.</summary>
    public TranslatedText Sentence => new(Text("en"), Text("en"), Text("da"));

    /// <summary>Whether it holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <summary>Whether its table has a column.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>A column's text; empty where the row has none.</summary>
    /// <exception cref="RuleException">The table has no such column, or the row ends before it.</exception>
    public string Text(string column) =>
        columns.TryGetValue(column, out var index) && index < fields.Length ? fields[index] : throw Fault($"column '{column}' is missing");

    /// <summary>The texts of a column, which spaces separate.</summary>
    public IReadOnlyList<string> List(string column) => Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number; null where the column is empty.</summary>
    /// <exception cref="RuleException">It is no number.</exception>
    public decimal? Number(string column) => Text(column) is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
        : throw Fault($"'{text}' in column '{column}' is no number");

    /// <summary>A day; null where the column is empty.</summary>
    /// <exception cref="RuleException">It is no day.</exception>
    public DateOnly? Day(string column) => Text(column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Fault($"'{text}' in column '{column}' is no day (YYYY-MM-DD)");

    /// <summary>An error about this row; its message names table and line.</summary>
    public RuleException Fault(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{table}.csv, line {line}: {what}."));
}

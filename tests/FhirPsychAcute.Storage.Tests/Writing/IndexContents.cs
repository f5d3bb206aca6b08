using System.Globalization;
using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage.Tests.Writing;

/// <summary>The index tables of a closed store as lines of text, and what they should hold according to the current versions.</summary>
internal static class IndexContents
{
    private static readonly string[] Selects =
    [
        "SELECT 'Token', param, resource_key, grp, code, system_id FROM index_token",
        "SELECT 'String', param, resource_key, grp, folded, exact, ordinal FROM index_string",
        "SELECT 'Date', param, resource_key, grp, start_at, end_at FROM index_date",
        "SELECT 'Number', param, resource_key, grp, low, high FROM index_number",
        "SELECT 'Quantity', param, resource_key, grp, low, high, code, system_id FROM index_quantity",
        "SELECT 'Uri', param, resource_key, grp, value FROM index_uri",
        "SELECT 'Reference', param, resource_key, grp, target_key, url, target_version FROM index_reference",
    ];

    public static List<string> Actual(string file)
    {
        var lines = new List<string>();
        foreach (var select in Selects)
        {
            lines.AddRange(Rows(file, select, reader =>
                string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public static List<string> Expected(string file)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var currents = Rows(
            file,
            "SELECT r.resource_key, v.entries FROM resource r JOIN resource_version v ON v.seq = r.seq WHERE r.state = 1",
            reader => (Key: reader.GetInt64(0), Entries: reader.GetFieldValue<byte[]>(1)));
        foreach (var (key, entries) in currents)
        {
            var walk = IndexEntries.Walk(entries);
            while (walk.MoveNext())
            {
                lines.Add(Line(key, IndexEntry.Read(walk.Bytes)));
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public static List<T> Rows<T>(string file, string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, T> row)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private static string Line(long key, IndexEntry entry)
    {
        var text = System.Text.Encoding.UTF8.GetString(entry.Text);
        var second = System.Text.Encoding.UTF8.GetString(entry.SecondText);
        var head = $"{entry.Kind}|{entry.Parameter}|{key}|{entry.Group}";
        return entry.Kind switch
        {
            IndexTable.Token => $"{head}|{text}|{entry.System}",
            IndexTable.String => $"{head}|{text}|{second}|{entry.Ordinal}",
            IndexTable.Date => $"{head}|{entry.Start}|{entry.End}",
            IndexTable.Number => string.Create(CultureInfo.InvariantCulture, $"{head}|{entry.Low}|{entry.High}"),
            IndexTable.Quantity => string.Create(CultureInfo.InvariantCulture, $"{head}|{entry.Low}|{entry.High}|{text}|{entry.System}"),
            IndexTable.Uri => $"{head}|{text}",
            _ => $"{head}|{entry.Target}|{text}|{second}",
        };
    }
}

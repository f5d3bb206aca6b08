using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Writes sorting (R4 search 3.1.1.5.1): of several values of a resource the least counts, descending the greatest; resources without a value come last in both directions;
/// equal ones follow in the order of their keys. Strings sort as Danish alphabetical order has it (<see cref="DanishFolding"/>).
/// </summary>
internal static class SortSql
{
    /// <summary>Wraps the set of keys <c>SELECT ... AS k</c> that <paramref name="writeKeys"/> writes into <c>SELECT k, s0, s1 ...</c>.</summary>
    public static void Keyed(SqlText sql, IReadOnlyList<SortKey> sort, Action writeKeys)
    {
        sql.Add("SELECT q.k AS k");
        for (var i = 0; i < sort.Count; i++)
        {
            sql.Add(", ");
            Value(sql, sort[i], i);
            sql.Add(Name(i));
        }

        sql.Add(" FROM (");
        writeKeys();
        sql.Add(") q");
        for (var i = 0; i < sort.Count; i++)
        {
            // Tokens and uris have no path from the resource: their values are gathered once.
            if (sort[i].Table is { } table and (IndexTable.Token or IndexTable.Uri))
            {
                sql.Add(" LEFT JOIN (SELECT resource_key, ").Add(Aggregate(sort[i])).Add(" AS v FROM ").Add(CriterionSql.NameOf(table)).Add(" WHERE ").Columns("param", sort[i].Columns)
                    .Add(" GROUP BY resource_key) ").Add(Group(i)).Add(" ON ").Add(Group(i)).Add(".resource_key = q.k");
            }
        }
    }

    /// <summary>Writes the condition of being behind the position.</summary>
    public static void Behind(SqlText sql, IReadOnlyList<SortKey> sort, SortPosition position, string alias)
    {
        for (var i = 0; i < sort.Count; i++)
        {
            var column = alias + Column(i);
            if (position.Values[i] is { } value)
            {
                sql.Add("(").Add(column).Add(" IS NULL OR ").Add(column).Add(sort[i].Descending ? " < " : " > ");
                value.Write(sql);
                sql.Add(" OR (").Add(column).Add(" = ");
                value.Write(sql);
                sql.Add(" AND ");
            }
            else
            {
                sql.Add("((").Add(column).Add(" IS NULL AND ");
            }
        }

        sql.Add(alias).Add("k > ").Value(position.ResourceKey);
        for (var i = 0; i < sort.Count; i++)
        {
            sql.Add("))");
        }
    }

    /// <summary>Writes the ORDER BY list.</summary>
    public static void Order(SqlText sql, IReadOnlyList<SortKey> sort, string alias)
    {
        for (var i = 0; i < sort.Count; i++)
        {
            var column = alias + Column(i);
            sql.Add("CASE WHEN ").Add(column).Add(" IS NULL THEN 1 ELSE 0 END, ").Add(column).Add(sort[i].Descending ? " DESC, " : ", ");
        }

        sql.Add(alias).Add("k");
    }

    /// <summary>The values by which one version of a resource is sorted, from its index rows.</summary>
    public static SortPosition Position(IReadOnlyList<SortKey> sort, long resourceKey, string id, long lastUpdated, IndexRows rows)
    {
        var values = new List<SortValue?>(sort.Count);
        foreach (var key in sort)
        {
            values.Add(key.Table switch
            {
                null => key.Code == "_id" ? new SortValue(id, 0, 0) : new SortValue(null, lastUpdated, 0),
                IndexTable.Token => Best(rows.Tokens, key, static row => row.Parameter, static row => IndexText.Key(row.Code), StringComparer.Ordinal) is { } code ? new SortValue(code, 0, 0) : null,
                IndexTable.String => Best(rows.Strings, key, static row => row.Parameter, static row => row.Folded, StringComparer.Ordinal) is { } text ? new SortValue(text, 0, 0) : null,
                IndexTable.Uri => Best(rows.Uris, key, static row => row.Parameter, static row => IndexText.Key(row.Value), StringComparer.Ordinal) is { } uri ? new SortValue(uri, 0, 0) : null,
                IndexTable.Date => BestNumber(rows.Dates, key, static row => row.Parameter, static row => row.Start, out var date) ? new SortValue(null, date, 0) : null,
                IndexTable.Number => BestNumber(rows.Numbers, key, static row => row.Parameter, static row => row.Low, out var number) ? new SortValue(null, null, number) : null,
                _ => BestNumber(rows.Quantities, key, static row => row.Parameter, static row => row.Low, out var quantity) ? new SortValue(null, null, quantity) : null,
            });
        }

        return new SortPosition(resourceKey, values);
    }

    private static string? Best<T>(List<T> rows, SortKey key, Func<T, int> parameter, Func<T, string> value, StringComparer comparer)
    {
        string? best = null;
        foreach (var row in rows)
        {
            if (key.Columns.Contains(parameter(row)) && value(row) is var text && (best is null || comparer.Compare(text, best) < 0 != key.Descending))
            {
                best = text;
            }
        }

        return best;
    }

    private static bool BestNumber<T, TNumber>(List<T> rows, SortKey key, Func<T, int> parameter, Func<T, TNumber> value, out TNumber best)
        where TNumber : struct, IComparable<TNumber>
    {
        best = default;
        var any = false;
        foreach (var row in rows)
        {
            if (key.Columns.Contains(parameter(row)) && value(row) is var number && (!any || number.CompareTo(best) < 0 != key.Descending))
            {
                (best, any) = (number, true);
            }
        }

        return any;
    }

    private static void Value(SqlText sql, SortKey key, int number)
    {
        switch (key.Table)
        {
            case null:
                sql.Add("(SELECT x.").Add(key.Code == "_id" ? "id" : "last_updated").Add(" FROM resource x WHERE x.resource_key = q.k)");
                break;
            case IndexTable.Token or IndexTable.Uri:
                sql.Add(Group(number)).Add(".v");
                break;
            default:
                sql.Add("(SELECT ").Add(Aggregate(key)).Add(" FROM ").Add(CriterionSql.NameOf(key.Table.Value)).Add(" x WHERE x.resource_key = q.k AND ").Columns("x.param", key.Columns).Add(")");
                break;
        }
    }

    private static string Aggregate(SortKey key) => (key.Table, key.Descending) switch
    {
        (IndexTable.Token, false) => "MIN(code)",
        (IndexTable.Token, true) => "MAX(code)",
        (IndexTable.String, false) => "MIN(folded)",
        (IndexTable.String, true) => "MAX(folded)",
        (IndexTable.Uri, false) => "MIN(value)",
        (IndexTable.Uri, true) => "MAX(value)",
        (IndexTable.Date, false) => "MIN(start_at)",
        (IndexTable.Date, true) => "MAX(start_at)",
        (_, false) => "MIN(low)",
        (_, true) => "MAX(low)",
    };

    private static string Name(int i) => i switch { 0 => " AS s0", 1 => " AS s1", 2 => " AS s2", 3 => " AS s3", 4 => " AS s4", 5 => " AS s5", 6 => " AS s6", _ => " AS s7" };

    private static string Column(int i) => Name(i)[4..];

    private static string Group(int i) => i switch { 0 => "g0", 1 => "g1", 2 => "g2", 3 => "g3", 4 => "g4", 5 => "g5", 6 => "g6", _ => "g7" };
}

/// <summary>One value by which resources are sorted: text, an integer, or else a floating point number.</summary>
internal sealed record SortValue(string? Text, long? Integer, double Number)
{
    public void Write(SqlText sql)
    {
        if (Text is not null)
        {
            sql.Value(Text);
        }
        else if (Integer is { } integer)
        {
            sql.Value(integer);
        }
        else
        {
            sql.Value(Number);
        }
    }
}

/// <summary>A place in the sort order.</summary>
/// <param name="ResourceKey">Key of the resource there.</param>
/// <param name="Values">Its sort values; null where it has none.</param>
internal sealed record SortPosition(long ResourceKey, IReadOnlyList<SortValue?> Values);

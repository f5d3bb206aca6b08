using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Sorting by one key over many resources: walks the index that already stands in that order and tests each resource, so that the first page of a hundred thousand costs
/// what it holds. Resources without a value follow as a second statement.
/// </summary>
internal sealed class SortWalkSql(SearchRequest request, ValueConditions conditions, TokenSystems systems)
{
    private readonly SortKey sort = request.Sort[0];

    /// <summary>Whether an index stands in the order that the search asks for.</summary>
    public static bool CanWalk(SearchRequest request) =>
        request.Types.Count == 1 && request.Sort is [{ Table: null } or { Table: IndexTable.Date or IndexTable.String or IndexTable.Number or IndexTable.Quantity, Columns.Count: 1 }];

    /// <summary>Writes <c>SELECT ... AS k, ... AS s0</c> of the resources with a value behind the position, in order; false when there can be none.</summary>
    public bool WithValue(SqlText sql, int limit, SortPosition? after)
    {
        if (after is not null && after.Values[0] is null)
        {
            return false;
        }

        var (column, key) = sort.Table is { } table ? IndexWalk(sql, table) : ResourceWalk(sql);
        Tests(sql, key);
        if (after is not null)
        {
            sql.Add(" AND ").Add(column).Add(sort.Descending ? " <= " : " >= ");
            after.Values[0]!.Write(sql);
            sql.Add(" AND (").Add(column).Add(sort.Descending ? " < " : " > ");
            after.Values[0]!.Write(sql);
            sql.Add(" OR ").Add(key).Add(" > ").Value(after.ResourceKey).Add(")");
        }

        sql.Add(" ORDER BY s0").Add(sort.Descending ? " DESC" : "").Add(", k LIMIT ").Value(limit);
        return true;
    }

    /// <summary>Writes <c>SELECT ... AS k, NULL AS s0</c> of the resources without a value behind the position; false when there can be none.</summary>
    public bool WithoutValue(SqlText sql, int limit, SortPosition? after)
    {
        if (sort.Table is not { } table)
        {
            return false;
        }

        sql.Add("SELECT d.resource_key AS k, NULL AS s0 FROM resource d WHERE d.state = 1 AND ").In("d.type_id", conditions.TypeIds(request.Types))
            .Add(" AND NOT EXISTS (SELECT 1 FROM ").Add(CriterionSql.NameOf(table)).Add(" e WHERE e.resource_key = d.resource_key AND e.param = ").Value(sort.Columns[0]).Add(")");
        Tests(sql, "d.resource_key");
        if (after is not null && after.Values[0] is null)
        {
            sql.Add(" AND d.resource_key > ").Value(after.ResourceKey);
        }

        sql.Add(" ORDER BY k LIMIT ").Value(limit);
        return true;
    }

    // Of several values of a resource the one counts that comes first in the order.
    private (string Column, string Key) IndexWalk(SqlText sql, IndexTable table)
    {
        var name = table switch { IndexTable.Date => "start_at", IndexTable.String => "folded", _ => "low" };
        var column = "w." + name;
        sql.Add("SELECT DISTINCT w.resource_key AS k, ").Add(column).Add(" AS s0 FROM ").Add(CriterionSql.NameOf(table)).Add(" w WHERE w.param = ").Value(sort.Columns[0])
            .Add(" AND NOT EXISTS (SELECT 1 FROM ").Add(CriterionSql.NameOf(table)).Add(" e WHERE e.resource_key = w.resource_key AND e.param = ").Value(sort.Columns[0])
            .Add(" AND e.").Add(name).Add(sort.Descending ? " > " : " < ").Add(column).Add(")");
        return (column, "w.resource_key");
    }

    private (string Column, string Key) ResourceWalk(SqlText sql)
    {
        var column = sort.Code == "_id" ? "d.id" : "d.last_updated";
        sql.Add("SELECT d.resource_key AS k, ").Add(column).Add(" AS s0 FROM resource d WHERE d.state = 1 AND ").In("d.type_id", conditions.TypeIds(request.Types));
        return (column, "d.resource_key");
    }

    private void Tests(SqlText sql, string key)
    {
        var writer = new CriterionSql(sql, conditions, systems);
        foreach (var criterion in request.Criteria)
        {
            sql.Add(" AND ");
            if (criterion is LastUpdatedCriterion { Types.Count: 0 } updated && key == "d.resource_key")
            {
                conditions.Instant(sql, "d.last_updated", updated.Values);
            }
            else
            {
                writer.Test(criterion, key);
            }
        }
    }
}

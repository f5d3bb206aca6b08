using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Writes whole statements of a search.</summary>
internal sealed class SearchSql(SearchRequest request, StoreNames names, StoreConnection connection)
{
    private readonly ValueConditions conditions = new(names, TimeProvider.System);
    private readonly TokenSystems systems = new(connection, names);

    /// <summary>Columns that <see cref="StoredVersionReader"/> reads, of the aliases r and v.</summary>
    public const string VersionColumns = "r.resource_key, r.seq, r.type_id, r.id, r.version, r.last_updated, v.method, v.content";

    /// <summary>A page of matches with their content.</summary>
    /// <param name="limit">Matches at most.</param>
    /// <param name="after">Place behind which the page begins; null for the first page.</param>
    public SqlText Page(int limit, SortPosition? after)
    {
        var sql = new SqlText();
        sql.Add("SELECT ").Add(VersionColumns).Add(" FROM (");
        Keys(sql, limit, after);
        sql.Add(") m JOIN resource r ON r.resource_key = m.k JOIN resource_version v ON v.seq = r.seq ORDER BY ");
        SortSql.Order(sql, request.Sort, "m.");
        return sql;
    }

    /// <summary>The number of matches.</summary>
    public SqlText Total()
    {
        var sql = new SqlText();
        sql.Add("SELECT COUNT(*) FROM (");
        Matches(sql, null);
        sql.Add(") c");
        return sql;
    }

    /// <summary>Logical ids of matches.</summary>
    public SqlText Ids(int limit)
    {
        var sql = new SqlText();
        sql.Add("SELECT r.id FROM (");
        Matches(sql, null);
        sql.Add(" LIMIT ").Value(limit).Add(") m JOIN resource r ON r.resource_key = m.k");
        return sql;
    }

    private void Keys(SqlText sql, int limit, SortPosition? after)
    {
        if (request.Sort.Count == 0)
        {
            Matches(sql, after?.ResourceKey);
            sql.Add(" ORDER BY k LIMIT ").Value(limit);
            return;
        }

        sql.Add("SELECT p.* FROM (");
        SortSql.Keyed(sql, request.Sort, () => Matches(sql, null));
        sql.Add(") p");
        if (after is not null)
        {
            sql.Add(" WHERE ");
            SortSql.Behind(sql, request.Sort, after, "p.");
        }

        sql.Add(" ORDER BY ");
        SortSql.Order(sql, request.Sort, "p.");
        sql.Add(" LIMIT ").Value(limit);
    }

    /// <summary>Writes <c>SELECT DISTINCT ... AS k</c> of all matches: the set of the criterion that leaves the fewest, with the others as tests.</summary>
    private void Matches(SqlText sql, long? afterKey)
    {
        var writer = new CriterionSql(sql, conditions, systems);
        var driver = request.Criteria.Count == 0 ? null : request.Criteria.MinBy(CriterionSql.Rank);
        string key;
        if (driver is null || CriterionSql.Rank(driver) >= CriterionSql.NoSet || driver is NothingCriterion)
        {
            key = Resources(sql, null);
            driver = driver is NothingCriterion ? driver : null;
        }
        else if (driver is IdCriterion { Types.Count: 0 } id)
        {
            key = Resources(sql, id);
        }
        else
        {
            key = writer.Set(driver, distinct: true);
            if (!ImpliesType(driver))
            {
                sql.Add(" AND ");
                writer.Test(new TypeCriterion(request.Types), key);
            }
        }

        foreach (var criterion in request.Criteria)
        {
            if (!ReferenceEquals(criterion, driver) || criterion is NothingCriterion)
            {
                sql.Add(" AND ");
                writer.Test(criterion, key);
            }
        }

        if (afterKey is { } after)
        {
            sql.Add(" AND ").Add(key).Add(" > ").Value(after);
        }
    }

    // Ids are unique per type, so that keys come once.
    private string Resources(SqlText sql, IdCriterion? id)
    {
        sql.Add("SELECT d.resource_key AS k FROM resource d WHERE d.state = 1");
        if (request.Types.Count > 0)
        {
            sql.Add(" AND ").In("d.type_id", conditions.TypeIds(request.Types));
        }

        if (id is not null)
        {
            sql.Add(" AND ").In("d.id", id.Ids);
        }

        return "d.resource_key";
    }

    // Parameter numbers belong to one type; only reverse chains lead to resources of any.
    private static bool ImpliesType(Criterion criterion) => criterion switch
    {
        HasCriterion => false,
        AnyCriterion any => any.Alternatives.All(ImpliesType),
        AllCriterion all => all.Parts.Any(ImpliesType),
        _ => true,
    };
}

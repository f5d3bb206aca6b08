using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Writes whole statements of a search.</summary>
internal sealed class SearchSql
{
    /// <summary>Columns that <see cref="StoredVersionReader"/> reads, of the aliases r and v.</summary>
    public const string VersionColumns = "r.resource_key, r.seq, r.type_id, r.id, r.version, r.last_updated, v.method, v.content";

    /// <summary>From this rank on a criterion may leave so many resources that it is worth counting them.</summary>
    private const int CountedFrom = 5;

    private readonly SearchRequest request;
    private readonly StoreConnection connection;
    private readonly ValueConditions conditions;
    private readonly TokenSystems systems;
    private readonly Criterion? fewest;
    private readonly Criterion? driver;
    private readonly bool walk;

    /// <summary>Chooses how to run the search.</summary>
    public SearchSql(SearchRequest request, StoreNames names, StoreConnection connection)
    {
        this.request = request;
        this.connection = connection;
        conditions = new ValueConditions(names, connection, TimeProvider.System);
        systems = new TokenSystems(connection, names);
        fewest = request.Criteria.Count == 0 ? null : request.Criteria.MinBy(CriterionSql.Rank);
        if (fewest is not null && CriterionSql.Rank(fewest) >= CriterionSql.NoSet)
        {
            fewest = null;
        }

        driver = fewest;
        if (request.IsCountOnly)
        {
            return;
        }

        var sorted = request.Sort.Count > 0;
        if (driver is not null && (sorted ? SortWalkSql.CanWalk(request) : !ComesInOrder(driver)) && CriterionSql.Rank(driver) >= CountedFrom && IsMany(driver))
        {
            (walk, driver) = (sorted, sorted ? driver : null);
        }
        else if (driver is null && sorted)
        {
            walk = SortWalkSql.CanWalk(request);
        }
    }

    /// <summary>The statements that give a page of matches with their content, one after the other until there are enough.</summary>
    /// <param name="limit">Matches at most.</param>
    /// <param name="after">Place behind which the page begins; null for the first page.</param>
    public IEnumerable<SqlText> Page(int limit, SortPosition? after)
    {
        if (!walk)
        {
            var sql = Open();
            Keys(sql, limit, after);
            yield return Close(sql);
            yield break;
        }

        var walker = new SortWalkSql(request, conditions, systems);
        var first = Open();
        if (walker.WithValue(first, limit, after))
        {
            yield return Close(first);
        }

        var second = Open();
        if (walker.WithoutValue(second, limit, after))
        {
            yield return Close(second);
        }
    }

    /// <summary>The number of matches.</summary>
    public SqlText Total()
    {
        var sql = new SqlText();
        sql.Add("SELECT COUNT(*) FROM (");
        Matches(sql, fewest, null);
        sql.Add(") c");
        return sql;
    }

    /// <summary>The content of all matches. Only the keys are put in order, so that contents are read nearly as they lie in the file: sorting the rows would hold all contents at once.</summary>
    public SqlText Everything()
    {
        var sql = new SqlText();
        sql.Add("SELECT v.content FROM (");
        Matches(sql, fewest, null);
        return sql.Add(" ORDER BY k) m JOIN resource r ON r.resource_key = m.k JOIN resource_version v ON v.seq = r.seq");
    }

    /// <summary>The number of matches where few rows tell it; null elsewhere.</summary>
    public long? CountIfCheap()
    {
        var few = request.Options.FewRows;
        var sql = new SqlText();
        if (request.Criteria.Count == 0)
        {
            sql.Add("SELECT COUNT(*) FROM (");
            Matches(sql, null, null);
            sql.Add(" LIMIT ").Value(few + 1).Add(") c");
        }
        else if (driver is null || IsMany(driver))
        {
            return null;
        }
        else
        {
            sql = Total();
        }

        using var statement = sql.Prepare(connection);
        return statement.Read() && statement.GetInt64(0) is var count && count <= few ? count : null;
    }

    /// <summary>Logical ids of matches.</summary>
    public SqlText Ids(int limit)
    {
        var sql = new SqlText();
        sql.Add("SELECT r.id FROM (");
        Matches(sql, fewest, null);
        sql.Add(" LIMIT ").Value(limit).Add(") m JOIN resource r ON r.resource_key = m.k");
        return sql;
    }

    private static SqlText Open() => new SqlText().Add("SELECT ").Add(VersionColumns).Add(" FROM (");

    private SqlText Close(SqlText sql)
    {
        sql.Add(") m JOIN resource r ON r.resource_key = m.k JOIN resource_version v ON v.seq = r.seq ORDER BY ");
        SortSql.Order(sql, request.Sort, "m.");
        return sql;
    }

    private void Keys(SqlText sql, int limit, SortPosition? after)
    {
        if (request.Sort.Count == 0)
        {
            Matches(sql, driver, after?.ResourceKey);
            sql.Add(" ORDER BY k LIMIT ").Value(limit);
            return;
        }

        sql.Add("SELECT p.* FROM (");
        SortSql.Keyed(sql, request.Sort, () => Matches(sql, driver, null));
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
    private void Matches(SqlText sql, Criterion? leader, long? afterKey)
    {
        var writer = new CriterionSql(sql, conditions, systems);
        string key;
        if (leader is null or NothingCriterion or IdCriterion { Types.Count: 0 })
        {
            key = Resources(sql, leader as IdCriterion);
        }
        else
        {
            key = writer.Set(leader, distinct: true);
            if (!ImpliesType(leader))
            {
                sql.Add(" AND ");
                writer.Test(new TypeCriterion(request.Types), key);
            }
        }

        foreach (var criterion in request.Criteria)
        {
            if (ReferenceEquals(criterion, leader) && leader is not NothingCriterion)
            {
                continue;
            }

            sql.Add(" AND ");
            if (criterion is LastUpdatedCriterion { Types.Count: 0 } updated && key == ResourceAlias + "resource_key")
            {
                conditions.Instant(sql, ResourceAlias + "last_updated", updated.Values);
            }
            else
            {
                writer.Test(criterion, key);
            }
        }

        if (afterKey is { } after)
        {
            sql.Add(" AND ").Add(key).Add(" > ").Value(after);
        }
    }

    private const string ResourceAlias = "d.";

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

        return ResourceAlias + "resource_key";
    }

    private bool IsMany(Criterion criterion)
    {
        var sql = new SqlText();
        sql.Add("SELECT COUNT(*) FROM (");
        new CriterionSql(sql, conditions, systems).Set(criterion, distinct: false);
        sql.Add(" LIMIT ").Value(request.Options.FewRows).Add(") c");
        using var statement = sql.Prepare(connection);
        return statement.Read() && statement.GetInt64(0) == request.Options.FewRows;
    }

    // A single whole token key: its rows come in the order of their resources, and a page needs no more of them than it holds.
    private bool ComesInOrder(Criterion criterion) => criterion switch
    {
        ValueCriterion { Table: IndexTable.Token, Negated: false } token => systems.Resolve(token) is { Values.Count: 1 },
        CompositeCriterion { Alternatives: [[{ Table: IndexTable.Token } first, ..]] } => systems.Resolve(first) is { Values.Count: 1 },
        _ => false,
    };

    // Parameter numbers belong to one type; only reverse chains lead to resources of any.
    private static bool ImpliesType(Criterion criterion) => criterion switch
    {
        HasCriterion => false,
        AnyCriterion any => any.Alternatives.All(ImpliesType),
        AllCriterion all => all.Parts.Any(ImpliesType),
        _ => true,
    };
}

using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Writes criteria as SQL in two forms: the set of all resource keys that fulfil one, with which a search begins, and the test whether a given key fulfils one,
/// which the other criteria become.
/// </summary>
internal sealed class CriterionSql(SqlText sql, ValueConditions conditions, TokenSystems systems)
{
    private int aliases;

    /// <summary>How few resources a criterion is likely to leave, 0 the fewest; <see cref="NoSet"/> for those that a search cannot begin with.</summary>
    public static int Rank(Criterion criterion) => criterion switch
    {
        NothingCriterion => -1,
        IdCriterion { Negated: false } => 0,
        ValueCriterion { Negated: false } value => value.Selectivity + ValueRank(value.Values[0]),
        CompositeCriterion or NearCriterion => 6,
        CompartmentCriterion => 3,
        ChainCriterion chain => 3 + Rank(chain.Inner),
        HasCriterion has => 3 + Rank(has.Inner),
        AnyCriterion any => any.Alternatives.Max(Rank),
        AllCriterion all => all.Parts.Min(Rank),
        _ => NoSet,
    };

    /// <summary>From this rank on a criterion is only good as a test.</summary>
    public const int NoSet = 100;

    private static int ValueRank(SearchValue value) => value switch
    {
        TokenValue { Code: null } => 5,
        StringValue { Folded.Length: < 3 } => 3,
        DateValue { Prefix: not SearchPrefix.Eq } or NumberValue { Prefix: not SearchPrefix.Eq } => 2,
        _ => 0,
    };

    /// <summary>Writes <c>SELECT ... AS k</c> of the keys that fulfil the criterion, without the tests of others. A key may come several times.</summary>
    /// <returns>Alias of the column that holds the key, to be used by tests that follow with AND.</returns>
    public string Set(Criterion criterion, bool distinct)
    {
        var select = distinct ? "SELECT DISTINCT " : "SELECT ";
        switch (criterion)
        {
            case IdCriterion { Negated: false } id when id.Types.Count > 0:
                sql.Add(select).Add("x.resource_key AS k FROM resource x WHERE ").In("x.type_id", conditions.TypeIds(id.Types)).Add(" AND x.state = 1 AND ").In("x.id", id.Ids);
                return "x.resource_key";
            case ValueCriterion { Negated: false } value:
                var a = Alias();
                value = Whole(value);
                sql.Add(select).Add(a).Add(".resource_key AS k FROM ").Add(TableName(value.Table)).Add(" ").Add(a).Add(" WHERE ").Columns(a + ".param", value.Columns).Add(" AND ");
                conditions.Write(sql, a + ".", value.Values);
                return a + ".resource_key";
            case CompartmentCriterion compartment:
                return CompartmentSet(compartment, select);
            case ChainCriterion chain:
                a = Alias();
                sql.Add(select).Add(a).Add(".resource_key AS k FROM index_reference ").Add(a).Add(" WHERE ").Columns(a + ".param", chain.Columns).Add(" AND ");
                ChainTarget(chain, a, asSet: true);
                return a + ".resource_key";
            case HasCriterion has:
                a = Alias();

                // The plus keeps the planner from reading every reference of the parameter: it shall begin with the referring resources.
                sql.Add(select).Add(a).Add(".target_key AS k FROM index_reference ").Add(a).Add(" WHERE ").Columns("+" + a + ".param", has.Columns)
                    .Add(" AND ").Add(a).Add(".target_key <> 0 AND ");
                InSet(has.Inner, a + ".resource_key");
                return a + ".target_key";
            case CompositeCriterion composite:
                return CompositeSet(composite, select);
            case NearCriterion near:
                a = Alias();
                sql.Add(select).Add(a).Add(".resource_key AS k FROM index_number ").Add(a).Add(" WHERE ").Add(a).Add(".param = ").Value(near.LatitudeColumn).Add(" AND ");
                Near(near, a);
                return a + ".resource_key";
            case AllCriterion all:
                var best = all.Parts.MinBy(Rank)!;
                var key = Set(best, distinct);
                foreach (var part in all.Parts)
                {
                    if (!ReferenceEquals(part, best))
                    {
                        sql.Add(" AND ");
                        Test(part, key);
                    }
                }

                return key;
            case AnyCriterion any:
                return UnionSet(any, select);
            default:
                // What is defined by absence can only be tested, resource by resource.
                a = Alias();
                sql.Add(select).Add(a).Add(".resource_key AS k FROM resource ").Add(a).Add(" WHERE ").Add(a).Add(".state = 1 AND ");
                Test(criterion, a + ".resource_key");
                return a + ".resource_key";
        }
    }

    /// <summary>Writes a condition that is true when the resource of that key fulfils the criterion.</summary>
    public void Test(Criterion criterion, string key)
    {
        switch (criterion)
        {
            case NothingCriterion:
                sql.Add("1 = 0");
                break;
            case EverythingCriterion:
                sql.Add("1 = 1");
                break;
            case TypeCriterion types:
                ResourceTest(key, types.Types, negated: false);
                sql.Add(")");
                break;
            case IdCriterion id:
                ResourceTest(key, id.Types, id.Negated);
                sql.Add(" AND ").In("x.id", id.Ids).Add(")");
                break;
            case LastUpdatedCriterion updated:
                ResourceTest(key, updated.Types, negated: false);
                sql.Add(" AND ");
                conditions.Instant(sql, "x.last_updated", updated.Values);
                sql.Add(")");
                break;
            case ValueCriterion value:
                ValueTest(value, key);
                break;
            case MissingCriterion missing:
                MissingTest(missing, key);
                break;
            case CompositeCriterion:
                InSet(criterion, key);
                break;
            case NearCriterion near:
                var n = Alias();
                sql.Add("EXISTS (SELECT 1 FROM index_number ").Add(n).Add(" WHERE ").Add(n).Add(".resource_key = ").Add(key).Add(" AND ").Add(n).Add(".param = ").Value(near.LatitudeColumn).Add(" AND ");
                Near(near, n);
                sql.Add(")");
                break;
            case CompartmentCriterion compartment:
                CompartmentTest(compartment, key);
                break;
            case ChainCriterion chain:
                var a = Alias();
                sql.Add("EXISTS (SELECT 1 FROM index_reference ").Add(a).Add(" WHERE ").Add(a).Add(".resource_key = ").Add(key).Add(" AND ").Columns(a + ".param", chain.Columns).Add(" AND ");
                ChainTarget(chain, a, asSet: false);
                sql.Add(")");
                break;
            case HasCriterion has:
                a = Alias();
                sql.Add("EXISTS (SELECT 1 FROM index_reference ").Add(a).Add(" WHERE ").Columns(a + ".param", has.Columns)
                    .Add(" AND ").Add(a).Add(".target_key = ").Add(key).Add(" AND ").Add(a).Add(".url = '' AND ");
                Test(has.Inner, a + ".resource_key");
                sql.Add(")");
                break;
            case AnyCriterion any:
                Join(any.Alternatives, " OR ", key);
                break;
            case AllCriterion all:
                Join(all.Parts, " AND ", key);
                break;
        }
    }

    private void Join(IReadOnlyList<Criterion> parts, string with, string key)
    {
        sql.Add("(");
        for (var i = 0; i < parts.Count; i++)
        {
            sql.Add(i > 0 ? with : "");
            Test(parts[i], key);
        }

        sql.Add(")");
    }

    private void InSet(Criterion criterion, string key)
    {
        sql.Add(key).Add(" IN (");
        Set(criterion, distinct: false);
        sql.Add(")");
    }

    private void ResourceTest(string key, IReadOnlyList<string> types, bool negated)
    {
        sql.Add(negated ? "NOT EXISTS" : "EXISTS").Add(" (SELECT 1 FROM resource x WHERE x.resource_key = ").Add(key);
        if (types.Count > 0)
        {
            sql.Add(" AND x.state = 1 AND ").In("x.type_id", conditions.TypeIds(types));
        }
    }

    private void ValueTest(ValueCriterion value, string key)
    {
        sql.Add(value.Negated ? "NOT " : "");
        if (value.Table is IndexTable.Token && systems.Resolve(value) is { } resolved)
        {
            value = resolved;
        }
        else if (value.Table is IndexTable.Token or IndexTable.Uri && !value.Values.All(static one => one is TokenValue { System: not null, Code: not null } or SystemTokenValue or UriValue { Match: UriMatch.Equal }))
        {
            // No path from the resource to its tokens: without the whole key the set is read once.
            InSet(value with { Negated = false }, key);
            return;
        }

        var a = Alias();
        sql.Add("EXISTS (SELECT 1 FROM ").Add(TableName(value.Table)).Add(" ").Add(a).Add(" WHERE ").Columns(a + ".param", value.Columns)
            .Add(" AND ").Add(a).Add(".resource_key = ").Add(key).Add(" AND ");
        conditions.Write(sql, a + ".", value.Values, ofResource: true);
        sql.Add(")");
    }

    private void Near(NearCriterion near, string latitude)
    {
        sql.Add("(");
        for (var i = 0; i < near.Places.Count; i++)
        {
            var longitude = Alias();
            sql.Add(i > 0 ? " OR (" : "(");
            ValueConditions.Near(sql, latitude + ".low", near.Places[i]);
            sql.Add(" AND EXISTS (SELECT 1 FROM index_number ").Add(longitude).Add(" WHERE ").Add(longitude).Add(".resource_key = ").Add(latitude).Add(".resource_key AND ")
                .Add(longitude).Add(".param = ").Value(near.LongitudeColumn).Add(" AND ");
            ValueConditions.Near(sql, latitude + ".low", longitude + ".low", near.Places[i]);
            sql.Add("))");
        }

        sql.Add(")");
    }

    private void MissingTest(MissingCriterion missing, string key)
    {
        sql.Add(missing.Missing ? "NOT (" : "(");
        for (var i = 0; i < missing.Parts.Count; i++)
        {
            var (table, columns) = missing.Parts[i];
            sql.Add(i > 0 ? " OR " : "");
            if (table is IndexTable.Token or IndexTable.Uri)
            {
                sql.Add(key).Add(" IN (SELECT resource_key FROM ").Add(TableName(table)).Add(" WHERE ").Columns("param", columns).Add(")");
            }
            else
            {
                var a = Alias();
                sql.Add("EXISTS (SELECT 1 FROM ").Add(TableName(table)).Add(" ").Add(a).Add(" WHERE ").Add(a).Add(".resource_key = ").Add(key).Add(" AND ").Columns(a + ".param", columns).Add(")");
            }
        }

        sql.Add(")");
    }

    private void ChainTarget(ChainCriterion chain, string a, bool asSet)
    {
        var canonical = chain.CanonicalColumns.Count > 0;
        sql.Add(canonical ? "((" : "(").Add(a).Add(".target_key <> 0 AND ");
        if (asSet)
        {
            InSet(chain.Inner, a + ".target_key");
        }
        else
        {
            Test(chain.Inner, a + ".target_key");
        }

        sql.Add(")");
        if (canonical)
        {
            var u = Alias();
            sql.Add(" OR (").Add(a).Add(".target_key = 0 AND ").Add(a).Add(".url IN (SELECT ").Add(u).Add(".value FROM index_uri ").Add(u).Add(" WHERE ").Columns(u + ".param", chain.CanonicalColumns).Add(" AND ");
            InSet(chain.Inner, u + ".resource_key");
            sql.Add(")))");
        }
    }

    private string CompartmentSet(CompartmentCriterion compartment, string select)
    {
        var u = Alias();
        sql.Add(select).Add(u).Add(".k AS k FROM (");
        if (compartment.Columns.Count > 0)
        {
            var a = Alias();
            sql.Add("SELECT ").Add(a).Add(".resource_key AS k FROM index_reference ").Add(a).Add(" WHERE ").Columns(a + ".param", compartment.Columns).Add(" AND ").Add(a).Add(".url = '' AND ").Add(a).Add(".target_key = ");
            conditions.Keys(sql, [compartment.Type], [compartment.Id]);
        }

        if (compartment.WithItself)
        {
            sql.Add(compartment.Columns.Count > 0 ? " UNION ALL " : "").Add("SELECT resource_key AS k FROM resource WHERE state = 1 AND ").In("type_id", conditions.TypeIds([compartment.Type])).Add(" AND id = ").Value(compartment.Id);
        }

        sql.Add(") ").Add(u).Add(" WHERE 1 = 1");
        return u + ".k";
    }

    private void CompartmentTest(CompartmentCriterion compartment, string key)
    {
        sql.Add("(");
        if (compartment.Columns.Count > 0)
        {
            var a = Alias();
            sql.Add("EXISTS (SELECT 1 FROM index_reference ").Add(a).Add(" WHERE ").Add(a).Add(".resource_key = ").Add(key).Add(" AND ").Columns(a + ".param", compartment.Columns).Add(" AND ").Add(a).Add(".target_key = ");
            conditions.Keys(sql, [compartment.Type], [compartment.Id]);
            sql.Add(")");
        }

        if (compartment.WithItself)
        {
            sql.Add(compartment.Columns.Count > 0 ? " OR " : "").Add(key).Add(" = ");
            conditions.Keys(sql, [compartment.Type], [compartment.Id]);
        }

        sql.Add(")");
    }

    private string CompositeSet(CompositeCriterion composite, string select)
    {
        if (composite.Alternatives.Count == 1)
        {
            return Combination(composite.Alternatives[0], select);
        }

        var u = Alias();
        sql.Add(select).Add(u).Add(".k AS k FROM (");
        for (var i = 0; i < composite.Alternatives.Count; i++)
        {
            sql.Add(i > 0 ? " UNION ALL " : "");
            Combination(composite.Alternatives[i], "SELECT ");
        }

        sql.Add(") ").Add(u).Add(" WHERE 1 = 1");
        return u + ".k";
    }

    /// <summary>Components are joined by resource and group; those without a path from the resource are compared as pairs.</summary>
    private string Combination(IReadOnlyList<ValueCriterion> components, string select)
    {
        var first = Alias();
        sql.Add(select).Add(first).Add(".resource_key AS k FROM ").Add(TableName(components[0].Table)).Add(" ").Add(first).Add(" WHERE ").Columns(first + ".param", components[0].Columns).Add(" AND ");
        conditions.Write(sql, first + ".", Whole(components[0]).Values);
        for (var c = 1; c < components.Count; c++)
        {
            var component = components[c];
            var a = Alias();
            if (component.Table is IndexTable.Token or IndexTable.Uri)
            {
                sql.Add(" AND (").Add(first).Add(".resource_key, ").Add(first).Add(".grp) IN (SELECT ").Add(a).Add(".resource_key, ").Add(a).Add(".grp FROM ").Add(TableName(component.Table)).Add(" ").Add(a).Add(" WHERE ");
            }
            else
            {
                sql.Add(" AND EXISTS (SELECT 1 FROM ").Add(TableName(component.Table)).Add(" ").Add(a).Add(" WHERE ").Add(a).Add(".resource_key = ").Add(first).Add(".resource_key AND ").Add(a).Add(".grp = ").Add(first).Add(".grp AND ");
            }

            sql.Columns(a + ".param", component.Columns).Add(" AND ");
            conditions.Write(sql, a + ".", component.Values, ofResource: component.Table == IndexTable.Date);
            sql.Add(")");
        }

        return first + ".resource_key";
    }

    // With a single whole key the rows come in the order of the result.
    private ValueCriterion Whole(ValueCriterion value) =>
        value.Table == IndexTable.Token && systems.Resolve(value) is { Values.Count: 1 } whole ? whole : value;

    private string UnionSet(AnyCriterion any, string select)
    {
        var u = Alias();
        sql.Add(select).Add(u).Add(".k AS k FROM (");
        for (var i = 0; i < any.Alternatives.Count; i++)
        {
            sql.Add(i > 0 ? " UNION ALL " : "");
            Set(any.Alternatives[i], distinct: false);
        }

        sql.Add(") ").Add(u).Add(" WHERE 1 = 1");
        return u + ".k";
    }

    private string Alias() => Aliases[Math.Min(aliases++, Aliases.Length - 1)];

    private static readonly string[] Aliases = [.. Enumerable.Range(0, 4096).Select(static number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{number}"))];

    private static string TableName(IndexTable table) => table switch
    {
        IndexTable.Token => "index_token",
        IndexTable.String => "index_string",
        IndexTable.Date => "index_date",
        IndexTable.Number => "index_number",
        IndexTable.Quantity => "index_quantity",
        IndexTable.Uri => "index_uri",
        _ => "index_reference",
    };

    /// <summary>Name of an index table.</summary>
    public static string NameOf(IndexTable table) => TableName(table);
}

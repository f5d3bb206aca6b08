using System.Text;
using FhirPsychAcute.FhirPath.Ucum;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Writes the condition that one index row must fulfil, by kind of value (R4 search 3.1.1.4).</summary>
internal sealed class ValueConditions(StoreNames names, StoreConnection connection, TimeProvider clock)
{
    /// <summary>Above every folded text or url that begins with what stands before it.</summary>
    private const string HighestCharacter = "\U0010FFFF";

    /// <summary>Writes <c>(... OR ...)</c> over the values for the row <paramref name="a"/> (alias with dot).</summary>
    /// <param name="sql">Receives the condition.</param>
    /// <param name="a">Alias of the row's table with a dot.</param>
    /// <param name="values">Alternatives.</param>
    /// <param name="ofResource">Whether the resource is known: then the index on ends of periods must not tempt the planner (a plus before a column keeps it from indexes).</param>
    public void Write(SqlText sql, string a, IReadOnlyList<SearchValue> values, bool ofResource = false)
    {
        switch (values[0])
        {
            case TokenValue when values.Count > 1:
                Tokens(sql, a, values);
                return;
            case SystemTokenValue:
                SystemTokens(sql, a, values);
                return;
            case ReferenceValue when values.Count > 1:
                References(sql, a, values);
                return;
            case UriValue when values.Count > 1 && values.All(static value => value is UriValue { Match: UriMatch.Equal }):
                sql.In(a + "value", [.. values.Select(static value => IndexText.Key(((UriValue)value).Value))]);
                return;
        }

        sql.Add("(");
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                sql.Add(" OR ");
            }

            One(sql, a, values[i], ofResource);
        }

        sql.Add(")");
    }

    private void One(SqlText sql, string a, SearchValue value, bool ofResource)
    {
        switch (value)
        {
            case TokenValue token:
                Token(sql, a, token.System, token.Code is null ? null : [IndexText.Key(token.Code)]);
                break;
            case StringValue text:
                String(sql, a, text);
                break;
            case DateValue date:
                Date(sql, a + "start_at", (ofResource ? "+" : "") + a + "end_at", date);
                break;
            case NumberValue number:
                Number(sql, a, number);
                break;
            case QuantityValue quantity:
                Quantity(sql, a, quantity);
                break;
            case UriValue uri:
                Uri(sql, a, uri);
                break;
            case ReferenceValue reference:
                Reference(sql, a, reference.Types, [reference.Id], [IndexText.Key(reference.Url)], reference.Version);
                break;
        }
    }

    // Codes of one system share a list.
    private void Tokens(SqlText sql, string a, IReadOnlyList<SearchValue> values)
    {
        var first = true;
        sql.Add("(");
        foreach (var group in values.Cast<TokenValue>().GroupBy(static token => (token.System, HasCode: token.Code is not null)))
        {
            sql.Add(first ? "" : " OR ");
            first = false;
            Token(sql, a, group.Key.System, group.Key.HasCode ? [.. group.Select(static token => IndexText.Key(token.Code!)).Distinct(StringComparer.Ordinal)] : null);
        }

        sql.Add(")");
    }

    // Systems of one code share a list.
    private static void SystemTokens(SqlText sql, string a, IReadOnlyList<SearchValue> values)
    {
        var first = true;
        sql.Add("(");
        foreach (var group in values.Cast<SystemTokenValue>().GroupBy(static token => token.Code, StringComparer.Ordinal))
        {
            sql.Add(first ? "" : " OR ").Add(a).Add("code = ").Value(IndexText.Key(group.Key)).Add(" AND ").In(a + "system_id", [.. group.Select(static token => token.SystemId)]);
            first = false;
        }

        sql.Add(")");
    }

    private void Token(SqlText sql, string a, string? system, IReadOnlyList<string>? codes)
    {
        sql.Add("(");
        if (codes is not null)
        {
            sql.In(a + "code", codes);
        }

        if (system is not null)
        {
            sql.Add(codes is null ? "" : " AND ").Add(a).Add("system_id = ").Value(names.SystemId(system));
        }

        sql.Add(")");
    }

    private static void String(SqlText sql, string a, StringValue text)
    {
        switch (text.Match)
        {
            case StringMatch.StartsWith:
                sql.Add("(").Add(a).Add("folded >= ").Value(text.Folded).Add(" AND ").Add(a).Add("folded < ").Value(text.Folded + HighestCharacter).Add(")");
                break;
            case StringMatch.Contains:
                sql.Add(a).Add("folded LIKE ").Value(LikePattern(text.Folded)).Add(" ESCAPE '\\'");
                break;
            default:
                sql.Add("(").Add(a).Add("folded = ").Value(text.Folded).Add(" AND ").Add(a).Add("exact = ").Value(text.Exact).Add(")");
                break;
        }
    }

    private static string LikePattern(string folded)
    {
        var pattern = new StringBuilder("%", folded.Length + 2);
        foreach (var c in folded)
        {
            if (c is '%' or '_' or '\\')
            {
                pattern.Append('\\');
            }

            pattern.Append(c);
        }

        return pattern.Append('%').ToString();
    }

    /// <summary>
    /// R4 search 3.1.1.4.5 on the period [S, E) searched for and the period [start, end) of the row. Where the rule alone bounds no column, a bound that follows from it
    /// is added, so that an index can be used.
    /// </summary>
    public void Date(SqlText sql, string start, string end, DateValue date)
    {
        var (low, high) = (date.Range.Start, date.Range.End);
        sql.Add("(");
        switch (date.Prefix)
        {
            case SearchPrefix.Eq:
                sql.Add(start).Add(" >= ").Value(low).Add(" AND ").Add(start).Add(" < ").Value(high).Add(" AND ").Add(end).Add(" <= ").Value(high);
                break;
            case SearchPrefix.Ne:
                sql.Add(start).Add(" < ").Value(low).Add(" OR ").Add(end).Add(" > ").Value(high);
                break;
            case SearchPrefix.Gt:
                sql.Add(end).Add(" > ").Value(high);
                break;
            case SearchPrefix.Lt:
                sql.Add(start).Add(" < ").Value(low);
                break;
            case SearchPrefix.Ge:
                // Above, or contained: contained and not above means start >= S.
                sql.Add(end).Add(" > ").Value(low).Add(" AND (").Add(start).Add(" >= ").Value(low).Add(" OR ").Add(end).Add(" > ").Value(high).Add(")");
                break;
            case SearchPrefix.Le:
                sql.Add(start).Add(" < ").Value(high).Add(" AND (").Add(start).Add(" < ").Value(low).Add(" OR ").Add(end).Add(" <= ").Value(high).Add(")");
                break;
            case SearchPrefix.Sa:
                sql.Add(start).Add(" >= ").Value(high);
                break;
            case SearchPrefix.Eb:
                sql.Add(end).Add(" <= ").Value(low);
                break;
            default:
                var margin = Margin(low, high);
                sql.Add(start).Add(" < ").Value(high + margin).Add(" AND ").Add(end).Add(" > ").Value(low - margin);
                break;
        }

        sql.Add(")");
    }

    /// <summary>The same rules on a point in time, as meta.lastUpdated is one.</summary>
    public void Instant(SqlText sql, string column, IReadOnlyList<DateValue> dates)
    {
        sql.Add("(");
        for (var i = 0; i < dates.Count; i++)
        {
            var (low, high) = (dates[i].Range.Start, dates[i].Range.End);
            sql.Add(i > 0 ? " OR (" : "(").Add(column);
            switch (dates[i].Prefix)
            {
                case SearchPrefix.Eq:
                    sql.Add(" >= ").Value(low).Add(" AND ").Add(column).Add(" < ").Value(high);
                    break;
                case SearchPrefix.Ne:
                    sql.Add(" < ").Value(low).Add(" OR ").Add(column).Add(" >= ").Value(high);
                    break;
                case SearchPrefix.Gt or SearchPrefix.Sa:
                    sql.Add(" >= ").Value(high);
                    break;
                case SearchPrefix.Ge:
                    sql.Add(" >= ").Value(low);
                    break;
                case SearchPrefix.Lt or SearchPrefix.Eb:
                    sql.Add(" < ").Value(low);
                    break;
                case SearchPrefix.Le:
                    sql.Add(" < ").Value(high);
                    break;
                default:
                    var margin = Margin(low, high);
                    sql.Add(" >= ").Value(low - margin).Add(" AND ").Add(column).Add(" < ").Value(high + margin);
                    break;
            }

            sql.Add(")");
        }

        sql.Add(")");
    }

    // R4: approximately is 10 % of the gap between now and the date.
    private long Margin(long low, long high)
    {
        var now = StoreTimeOf(clock.GetUtcNow());
        var gap = now < low ? low - now : now > high ? now - high : 0;
        return gap / 10;
    }

    private static long StoreTimeOf(DateTimeOffset time) => DateRange.Microseconds(time);

    private static void Number(SqlText sql, string a, NumberValue number)
    {
        var (value, low, high) = number.Range;
        sql.Add("(");
        switch (number.Prefix)
        {
            case SearchPrefix.Eq:
                sql.Add(a).Add("low >= ").Value(low).Add(" AND ").Add(a).Add("low < ").Value(high).Add(" AND ").Add(a).Add("high < ").Value(high);
                break;
            case SearchPrefix.Ne:
                sql.Add(a).Add("low < ").Value(low).Add(" OR ").Add(a).Add("high >= ").Value(high);
                break;
            case SearchPrefix.Gt:
                sql.Add(a).Add("high > ").Value(value);
                break;
            case SearchPrefix.Lt:
                sql.Add(a).Add("low < ").Value(value);
                break;
            case SearchPrefix.Ge:
                sql.Add(a).Add("high >= ").Value(value);
                break;
            case SearchPrefix.Le:
                sql.Add(a).Add("low <= ").Value(value);
                break;
            case SearchPrefix.Sa:
                sql.Add(a).Add("low > ").Value(value);
                break;
            case SearchPrefix.Eb:
                sql.Add(a).Add("high < ").Value(value);
                break;
            default:
                var margin = Math.Abs(value) * 0.1;
                sql.Add(a).Add("low <= ").Value(value + margin).Add(" AND ").Add(a).Add("high >= ").Value(value - margin);
                break;
        }

        sql.Add(")");
    }

    private const double KilometresPerDegree = 111.195;

    /// <summary>The band of latitudes that a place's distance leaves.</summary>
    public static void Near(SqlText sql, string latitude, NearValue place)
    {
        var band = place.Kilometres / KilometresPerDegree;
        sql.Add(latitude).Add(" >= ").Value(place.Latitude - band).Add(" AND ").Add(latitude).Add(" <= ").Value(place.Latitude + band);
    }

    /// <summary>
    /// The distance of a position from the place. On the scale of a country the earth is flat enough: degrees of longitude shrink with the cosine of the latitude
    /// (an error under 1 % up to 500 km in Denmark). Across the 180th meridian nothing is found.
    /// </summary>
    public static void Near(SqlText sql, string latitude, string longitude, NearValue place)
    {
        var perDegree = KilometresPerDegree * Math.Cos(place.Latitude * Math.PI / 180);
        sql.Add("(").Add(latitude).Add(" - ").Value(place.Latitude).Add(") * (").Add(latitude).Add(" - ").Value(place.Latitude).Add(") * ").Value(KilometresPerDegree * KilometresPerDegree)
            .Add(" + (").Add(longitude).Add(" - ").Value(place.Longitude).Add(") * (").Add(longitude).Add(" - ").Value(place.Longitude).Add(") * ").Value(perDegree * perDegree)
            .Add(" <= ").Value(place.Kilometres * place.Kilometres);
    }

    // R4 search 3.1.1.4.11: with UCUM's system the unit means itself, however the value was written.
    private void Quantity(SqlText sql, string a, QuantityValue quantity)
    {
        if (quantity is not { System: UcumService.System, Code: { } code })
        {
            OneQuantity(sql, a, quantity);
            return;
        }

        sql.Add("(");
        OneQuantity(sql, a, quantity);
        foreach (var other in names.Units.Comparable(connection, names.SystemId(UcumService.System), code))
        {
            if (UnitConversion.TryConvert(quantity.Number, code, other, out var converted))
            {
                sql.Add(" OR ");
                OneQuantity(sql, a, new QuantityValue(converted, quantity.System, other));
            }
        }

        sql.Add(")");
    }

    private void OneQuantity(SqlText sql, string a, QuantityValue quantity)
    {
        sql.Add("(");
        Number(sql, a, quantity.Number);
        if (quantity.Code is { } code)
        {
            sql.Add(" AND ").Add(a).Add("code = ").Value(IndexText.Key(code));
        }

        if (quantity.System is { } system)
        {
            sql.Add(" AND ").Add(a).Add("system_id = ").Value(names.SystemId(system));
        }

        sql.Add(")");
    }

    private static void Uri(SqlText sql, string a, UriValue uri)
    {
        switch (uri.Match)
        {
            case UriMatch.Equal:
                sql.Add(a).Add("value = ").Value(IndexText.Key(uri.Value));
                break;
            case UriMatch.Below:
                var below = uri.Value.EndsWith('/') ? uri.Value : uri.Value + "/";
                sql.Add("(").Add(a).Add("value = ").Value(IndexText.Key(uri.Value))
                    .Add(" OR (").Add(a).Add("value >= ").Value(below).Add(" AND ").Add(a).Add("value < ").Value(below + HighestCharacter).Add("))");
                break;
            default:
                sql.In(a + "value", Above(uri.Value));
                break;
        }
    }

    // The url itself and every url that it lies below, with and without the slash at the end.
    private static List<string> Above(string url)
    {
        List<string> above = [IndexText.Key(url)];
        var root = url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        for (var slash = url.LastIndexOf('/'); slash > root; slash = url.LastIndexOf('/', slash - 1))
        {
            above.Add(IndexText.Key(url[..(slash + 1)]));
            above.Add(IndexText.Key(url[..slash]));
            if (above.Count > 60)
            {
                break;
            }
        }

        return above;
    }

    private void References(SqlText sql, string a, IReadOnlyList<SearchValue> values)
    {
        var first = true;
        sql.Add("(");
        foreach (var group in values.Cast<ReferenceValue>().GroupBy(static value => (Types: string.Join(',', value.Types), value.Version)))
        {
            sql.Add(first ? "" : " OR ");
            first = false;
            Reference(
                sql,
                a,
                group.First().Types,
                [.. group.Select(static value => value.Id).Distinct(StringComparer.Ordinal)],
                [.. group.Select(static value => IndexText.Key(value.Url)).Distinct(StringComparer.Ordinal)],
                group.Key.Version);
        }

        sql.Add(")");
    }

    private void Reference(SqlText sql, string a, IReadOnlyList<string> types, IReadOnlyList<string> ids, IReadOnlyList<string> urls, string version)
    {
        sql.Add("(");
        if (types.Count == 0)
        {
            sql.Add(a).Add("target_key = 0 AND ").In(a + "url", urls);
        }
        else if (ids.Count > 1)
        {
            sql.Add(a).Add("target_key IN ");
            Keys(sql, types, ids);
            sql.Add(" AND ").Add(a).Add("url = ''");
        }
        else if (KeysOf(types, ids[0]) is { Count: > 0 } keys)
        {
            // The keys themselves instead of a subquery: with one key the index gives the rows in the order of the result.
            sql.In(a + "target_key", keys).Add(" AND ").Add(a).Add("url = ''");
        }
        else
        {
            // Nothing here has the id. A canonical may be written as such a bare word.
            sql.Add(a).Add("target_key = 0 AND ").Add(a).Add("url = ").Value(ids[0]);
        }

        if (version.Length > 0)
        {
            sql.Add(" AND ").Add(a).Add("target_version = ").Value(IndexText.Key(version));
        }

        sql.Add(")");
    }

    private List<long> KeysOf(IReadOnlyList<string> types, string id)
    {
        var query = new SqlText();
        query.Add("SELECT resource_key FROM resource WHERE ").In("type_id", TypeIds(types)).Add(" AND id = ").Value(id).Add(" ORDER BY resource_key");
        var keys = new List<long>(1);
        using var statement = query.Prepare(connection);
        while (statement.Read())
        {
            keys.Add(statement.GetInt64(0));
        }

        return keys;
    }

    /// <summary>Writes the subquery of the resource keys with these types and ids.</summary>
    public void Keys(SqlText sql, IReadOnlyList<string> types, IReadOnlyList<string> ids)
    {
        sql.Add("(SELECT resource_key FROM resource WHERE ").In("type_id", TypeIds(types)).Add(" AND ").In("id", ids).Add(")");
    }

    /// <summary>Numbers of types; a type that the store has never seen is 0, which no resource has.</summary>
    public IReadOnlyList<int> TypeIds(IReadOnlyList<string> types)
    {
        if (types.Count == 1)
        {
            return [names.TypeId(types[0])];
        }

        var ids = new List<int>(types.Count);
        foreach (var type in types)
        {
            if (names.TypeId(type) is var id and > 0)
            {
                ids.Add(id);
            }
        }

        return ids.Count == 0 ? [0] : ids;
    }
}

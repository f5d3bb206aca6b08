using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Finds the systems under which a code without system occurs, so that a test can look up whole keys. There are few: each costs one step down the index.
/// </summary>
internal sealed class TokenSystems(StoreConnection connection, StoreNames names)
{
    private const int MostSystems = 6;
    private const int MostValues = 4;

    /// <summary>The criterion with the systems filled in; null when that cannot be done or there are too many.</summary>
    public ValueCriterion? Resolve(ValueCriterion criterion)
    {
        if (criterion.Columns.Count > 1 || criterion.Values.Count > MostValues)
        {
            return null;
        }

        var resolved = new List<SearchValue>(criterion.Values.Count);
        foreach (var value in criterion.Values)
        {
            if (value is not TokenValue { Code: { } code } token)
            {
                return null;
            }

            if (token.System is not null)
            {
                resolved.Add(new SystemTokenValue(names.SystemId(token.System), code));
            }
            else if (!TryAdd(criterion.Columns[0], code, resolved))
            {
                return null;
            }
        }

        return criterion with { Values = resolved };
    }

    private bool TryAdd(int column, string code, List<SearchValue> resolved)
    {
        var last = long.MinValue;
        for (var found = 0; found <= MostSystems; found++)
        {
            using var next = connection.Prepare("SELECT MIN(system_id) FROM index_token WHERE param = ? AND code = ? AND system_id > ?");
            next.Bind(1, column);
            next.Bind(2, IndexText.Key(code));
            next.Bind(3, last);
            if (!next.Read() || next.IsNull(0))
            {
                if (found == 0)
                {
                    // Nowhere: a system that no row has.
                    resolved.Add(new SystemTokenValue(-1, code));
                }

                return true;
            }

            last = next.GetInt64(0);
            resolved.Add(new SystemTokenValue(last, code));
        }

        return false;
    }
}

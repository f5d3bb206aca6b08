namespace FhirPsychAcute.Storage.Database;

/// <summary>Gives search parameters the numbers that index rows carry.</summary>
internal static class ParameterNumbers
{
    /// <summary>Finds or assigns the number of each parameter, in the open transaction; the types have numbers already.</summary>
    public static void Assign(StoreConnection connection, StoreNames names, IReadOnlyList<(string ResourceType, string Url)> parameters, int[] numbers)
    {
        var known = new Dictionary<(int TypeId, string Url), int>();
        var last = 0;
        using (var select = connection.Prepare("SELECT number, type_id, url FROM search_parameter"))
        {
            while (select.Read())
            {
                known[(select.GetInt32(1), select.GetString(2))] = select.GetInt32(0);
                last = Math.Max(last, select.GetInt32(0));
            }
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            var key = (names.TypeId(parameters[i].ResourceType), IndexText.Key(parameters[i].Url));
            if (!known.TryGetValue(key, out numbers[i]))
            {
                numbers[i] = ++last;
                known[key] = last;
                using var insert = connection.Prepare("INSERT INTO search_parameter (number, type_id, url) VALUES (?, ?, ?)");
                insert.Bind(1, last);
                insert.Bind(2, key.Item1);
                insert.Bind(3, key.Item2);
                insert.Execute();
            }
        }
    }
}

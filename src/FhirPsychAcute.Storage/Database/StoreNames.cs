using System.Collections.Concurrent;

namespace FhirPsychAcute.Storage.Database;

/// <summary>The small numbers that stand for names in the tables: resource types, system urls and search parameters. Loaded when the store opens; safe for any number of threads.</summary>
internal sealed class StoreNames
{
    private readonly ConcurrentDictionary<string, int> typeIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> typeNames = new();
    private readonly ConcurrentDictionary<string, int> systemIds = new(StringComparer.Ordinal);

    /// <summary>Number of a resource type; 0 when nothing of that type was ever stored or referred to.</summary>
    public int TypeId(string type) => typeIds.GetValueOrDefault(type);

    /// <summary>Name of a resource type.</summary>
    public string TypeName(int typeId) => typeNames[typeId];

    /// <summary>Number of a system url; 0 for the empty one, -1 when the store has never seen it (then nothing can match).</summary>
    public int SystemId(string url) => url.Length == 0 ? 0 : systemIds.GetValueOrDefault(url, -1);

    internal void AddType(string name, int id)
    {
        typeNames[id] = name;
        typeIds[name] = id;
    }

    internal void AddSystem(string url, int id) => systemIds[url] = id;
}

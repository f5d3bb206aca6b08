using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// The small numbers that stand for names in the tables: resource types and system urls. Loaded when the store opens, extended by writers; safe for any number of threads.
/// A new name gets its number in memory at once and its row in the next transaction; a number whose transaction never came was never used in a committed row.
/// </summary>
internal sealed class StoreNames
{
    /// <summary>System urls that get a row; the rest, which only hostile or broken content reaches, are known by a 62-bit hash, so that memory stays bounded.</summary>
    internal const int MaxSystems = 50_000;

    private const int MaxTypes = 2_000;

    private readonly Lock adding = new();
    private readonly ConcurrentDictionary<string, int> typeIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> typeNames = new();
    private readonly ConcurrentDictionary<string, long> systemIds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Name, int Id)> newTypes = new();
    private readonly ConcurrentQueue<(string Url, long Id)> newSystems = new();
    private int lastType;
    private int systems;

    /// <summary>The UCUM codes of the quantity index.</summary>
    public UnitCodes Units { get; } = new();

    /// <summary>Number of a resource type; 0 when nothing of that type was ever stored, referred to or given search parameters.</summary>
    public int TypeId(string type) => typeIds.GetValueOrDefault(type);

    /// <summary>Name of a resource type.</summary>
    public string TypeName(int typeId) => typeNames[typeId];

    /// <summary>Number of a system url; 0 for the empty one, -1 when the store has never seen it (then nothing can match).</summary>
    public long SystemId(string url)
    {
        if (url.Length == 0)
        {
            return 0;
        }

        url = IndexText.Key(url);
        return systemIds.TryGetValue(url, out var id) ? id : systems >= MaxSystems ? Hash(url) : -1;
    }

    /// <summary>Number of a resource type, a new one if need be.</summary>
    /// <exception cref="ArgumentException">More types than any FHIR version has.</exception>
    internal int InternType(string name)
    {
        if (typeIds.TryGetValue(name, out var id))
        {
            return id;
        }

        lock (adding)
        {
            if (typeIds.TryGetValue(name, out id))
            {
                return id;
            }

            if (lastType >= MaxTypes)
            {
                throw new ArgumentException("Too many resource types.", nameof(name));
            }

            id = lastType + 1;
            newTypes.Enqueue((name, id));
            AddType(name, id);
            return id;
        }
    }

    /// <summary>Number of a system url, a new one if need be.</summary>
    internal long InternSystem(string url)
    {
        if (url.Length == 0)
        {
            return 0;
        }

        url = IndexText.Key(url);
        if (systemIds.TryGetValue(url, out var id))
        {
            return id;
        }

        lock (adding)
        {
            if (systemIds.TryGetValue(url, out id))
            {
                return id;
            }

            if (systems >= MaxSystems)
            {
                return Hash(url);
            }

            id = systems + 1;
            newSystems.Enqueue((url, id));
            AddSystem(url, id);
            return id;
        }
    }

    /// <summary>A row read when the store opens.</summary>
    internal void AddType(string name, int id)
    {
        typeNames[id] = name;
        typeIds[name] = id;
        lastType = Math.Max(lastType, id);
    }

    /// <summary>A row read when the store opens.</summary>
    internal void AddSystem(string url, long id)
    {
        systemIds[url] = id;
        systems = Math.Max(systems, (int)id);
    }

    /// <summary>Writes the rows of new names in the open transaction; gives what was written, for <see cref="Restore"/> should the transaction fail.</summary>
    internal NewNames WriteNew(StoreConnection connection)
    {
        if (newTypes.IsEmpty && newSystems.IsEmpty)
        {
            return NewNames.None;
        }

        var written = new NewNames([], []);
        while (newTypes.TryDequeue(out var type))
        {
            written.Types.Add(type);
        }

        while (newSystems.TryDequeue(out var system))
        {
            written.Systems.Add(system);
        }

        try
        {
            foreach (var (name, id) in written.Types)
            {
                using var insert = connection.Prepare("INSERT INTO resource_type (id, name) VALUES (?, ?)");
                insert.Bind(1, id);
                insert.Bind(2, name);
                insert.Execute();
            }

            foreach (var (url, id) in written.Systems)
            {
                using var insert = connection.Prepare("INSERT INTO index_system (id, url) VALUES (?, ?)");
                insert.Bind(1, id);
                insert.Bind(2, url);
                insert.Execute();
            }
        }
        catch
        {
            Restore(written);
            throw;
        }

        return written;
    }

    /// <summary>The transaction failed: the rows must be written by the next one.</summary>
    internal void Restore(NewNames names)
    {
        foreach (var type in names.Types)
        {
            newTypes.Enqueue(type);
        }

        foreach (var system in names.Systems)
        {
            newSystems.Enqueue(system);
        }
    }

    // Below -1, where no row's number lies.
    private static long Hash(string url) =>
        -2 - (long)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(url.AsSpan()))) >> 2);
}

/// <summary>Names whose rows a transaction has written.</summary>
internal sealed record NewNames(List<(string Name, int Id)> Types, List<(string Url, long Id)> Systems)
{
    public static NewNames None { get; } = new([], []);
}

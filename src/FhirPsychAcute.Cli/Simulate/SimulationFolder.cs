using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>A folder with one NDJSON file for each resource type, numbered so that <c>load</c> takes them in order, and a manifest.</summary>
internal sealed class SimulationFolder : IDisposable
{
    /// <summary>Says what was asked for and made, and whether it is complete. Its ending keeps <c>load</c> from taking it for a resource.</summary>
    public const string Manifest = "simulation.manifest";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Dictionary<SimulatedKind, TypeFile> files = [];
    private readonly string folder;
    private readonly SimulationSettings settings;

    /// <summary>Makes the folder ready; the files of an earlier simulation in it are removed.</summary>
    public SimulationFolder(string folder, SimulationSettings settings)
    {
        (this.folder, this.settings) = (folder, settings);
        Directory.CreateDirectory(folder);
        foreach (var path in SimulatedYear.Kinds.Select(PathOf).Concat(Earlier()))
        {
            File.Delete(path);
        }

        WriteManifest(isComplete: false);
    }

    /// <summary>Resources so far.</summary>
    public long Resources => files.Values.Sum(static file => file.Count);

    /// <summary>Bytes so far.</summary>
    public long Bytes => files.Values.Sum(static file => file.Bytes);

    /// <summary>A digest of everything: the same for the same settings, on every machine.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Whether there is nothing at that path, or an empty folder.</summary>
    public static bool IsFree(string folder) => !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>Appends a part.</summary>
    public void Append(PartBuffer part)
    {
        foreach (var (kind, bytes, count) in part.Kinds)
        {
            if (!files.TryGetValue(kind, out var file))
            {
                files[kind] = file = new TypeFile(PathOf(kind));
            }

            file.Append(bytes.Span, count);
        }
    }

    /// <summary>Everything is there: closes the files and says so in the manifest.</summary>
    public void Complete()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in SimulatedYear.Kinds)
        {
            if (files.TryGetValue(kind, out var file))
            {
                all.AppendData(Convert.FromHexString(file.Close()));
            }
        }

        Digest = Convert.ToHexStringLower(all.GetHashAndReset())[..16];
        WriteManifest(isComplete: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }
    }

    // Another version of the program may have numbered its files otherwise: its manifest names them.
    private List<string> Earlier()
    {
        var manifest = Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
        {
            return [];
        }

        try
        {
            using var content = JsonDocument.Parse(File.ReadAllBytes(manifest));
            return content.RootElement.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
                ? [.. files.EnumerateArray().Select(static file => Path.GetFileName(file.GetProperty("name").GetString())).Where(static name => name?.EndsWith(".ndjson", StringComparison.Ordinal) == true).Select(name => Path.Combine(folder, name!))]
                : [];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // No manifest of ours: nothing is known of what it names.
            return [];
        }
    }

    private string PathOf(SimulatedKind kind) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{SimulatedYear.Kinds.ToList().IndexOf(kind) + 1:D2}-{kind.Name}.ndjson"));

    private void WriteManifest(bool isComplete)
    {
        var content = new
        {
            complete = isComplete,
            year = settings.Year,
            seed = settings.Seed,
            calls = settings.Calls,
            civil = settings.CivilCalls,
            coercion = settings.CoercionEpisodes,
            program = typeof(SimulationFolder).Assembly.GetName().Version!.ToString(3),
            resources = Resources,
            bytes = Bytes,
            digest = Digest,
            files = SimulatedYear.Kinds.Where(files.ContainsKey)
                .Select(kind => new { name = Path.GetFileName(PathOf(kind)), resources = files[kind].Count, bytes = files[kind].Bytes, sha256 = files[kind].Digest }),
        };
        var path = Path.Combine(folder, Manifest);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(content, Indented) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    private sealed class TypeFile(string path) : IDisposable
    {
        private readonly FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public long Bytes { get; private set; }

        public string Digest { get; private set; } = "";

        public void Append(ReadOnlySpan<byte> bytes, int count)
        {
            stream.Write(bytes);
            hash.AppendData(bytes);
            Count += count;
            Bytes += bytes.Length;
        }

        public string Close()
        {
            stream.Dispose();
            return Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        public void Dispose()
        {
            stream.Dispose();
            hash.Dispose();
        }
    }
}

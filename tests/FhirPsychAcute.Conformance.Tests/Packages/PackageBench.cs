using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.Conformance.Tests.Packages;

/// <summary>A folder of its own in which a test makes packages.</summary>
internal sealed class PackageBench : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("packages").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>A package file with these files; names as they stand in the archive.</summary>
    public string Archive(string name, params (string Name, string Text)[] files)
    {
        var path = PathOf(name);
        using var file = File.Create(path);
        using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(zipped);
        foreach (var (entryName, text) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, entryName) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }

        return path;
    }

    /// <summary>A package with definitions; dependencies as <c>name#version</c>.</summary>
    public string Package(string id, string[] dependencies, params (string Name, string Text)[] resources) =>
        Archive(id.Replace('#', '-') + ".tgz", [("package/package.json", Manifest(id, dependencies)), .. resources.Select(resource => ("package/" + resource.Name, resource.Text))]);

    /// <summary>The files of a package file, in their order.</summary>
    public static List<(string Name, string Text)> Entries(string path)
    {
        var entries = new List<(string Name, string Text)>();
        using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(zipped);
        while (tar.GetNextEntry() is { } entry)
        {
            using var text = new StreamReader(entry.DataStream!);
            entries.Add((entry.Name, text.ReadToEnd()));
        }

        return entries;
    }

    /// <summary>A file in the folder, its folders made as needed.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static string Manifest(string id, params string[] dependencies)
    {
        var needs = new JsonObject();
        foreach (var dependency in dependencies)
        {
            needs[dependency.Split('#')[0]] = dependency.Split('#')[1];
        }

        return new JsonObject
        {
            ["name"] = id.Split('#')[0],
            ["version"] = id.Split('#')[1],
            ["canonical"] = "http://example.org/" + id.Split('#')[0],
            ["fhirVersions"] = new JsonArray("4.0.1"),
            ["dependencies"] = needs,
        }.ToJsonString();
    }

    /// <summary>A value set of that url and version, its name telling where it came from.</summary>
    public static (string Name, string Text) ValueSet(string url, string? version, string name = "A") => (
        $"ValueSet-{Math.Abs(HashCode.Combine(url, version))}.json",
        $$"""{"resourceType":"ValueSet","url":"{{url}}",{{(version is null ? "" : $"\"version\":\"{version}\",")}}"name":"{{name}}","status":"draft"}""");
}

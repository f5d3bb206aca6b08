using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>A folder of definitions without the snapshots that they came with: the suite has everything that a case builds on generated too.</summary>
internal sealed class WithoutSnapshots : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshots-");
    private int count;

    /// <summary>Lays a definition down; gives its path.</summary>
    public string Add(ResourceDocument definition)
    {
        var isMade = definition.Root.ChildValue("derivation") is "constraint" && definition.Root.Child("differential").Exists;
        var snapshot = definition.Root.Child("snapshot");
        var path = Path.Combine(folder.FullName, count++.ToString(CultureInfo.InvariantCulture) + ".json");
        File.WriteAllBytes(path, snapshot.Exists && isMade ? new ResourceEditor(definition).Remove(snapshot).ToBytes() : definition.Bytes.ToArray());
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}

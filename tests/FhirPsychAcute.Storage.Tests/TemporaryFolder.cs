namespace FhirPsychAcute.Storage.Tests;

/// <summary>A folder of one test's own, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("fhirpsychacute-").FullName;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

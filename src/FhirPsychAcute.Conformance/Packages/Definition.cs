using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// One conformance resource (StructureDefinition, ValueSet, CodeSystem ...) of one package. There is one object per definition for the life of the library
/// that gave it (those that ship with this room: for the life of the process), so whoever compiles something of it may keep that under the object itself.
/// </summary>
public sealed class Definition
{
    private readonly Func<ResourceDocument> read;
    private readonly Func<long> size;

    internal Definition(string url, string? version, string resourceType, PackageId package, DefinitionScope scope, Func<long> size, Func<ResourceDocument> read)
    {
        Url = url;
        Version = version;
        ResourceType = resourceType;
        Package = package;
        Scope = scope;
        this.size = size;
        this.read = read;
    }

    /// <summary>Canonical url, without version. NamingSystems, which have none in R4, have one made of their package's canonical base and their id.</summary>
    public string Url { get; }

    /// <summary>Business version of the definition; null where it has none.</summary>
    public string? Version { get; }

    /// <summary><c>url|version</c>, or the url where there is no version: how issues name the definition.</summary>
    public string Canonical => Version is null ? Url : $"{Url}|{Version}";

    /// <summary>Type of the resource: <c>StructureDefinition</c> ...</summary>
    public string ResourceType { get; }

    /// <summary>The package that it came with.</summary>
    public PackageId Package { get; }

    /// <summary>What the definition itself sees: the canonicals that it names are resolved here, within its package's dependencies.</summary>
    public DefinitionScope Scope { get; }

    /// <summary>Bytes of its JSON text (what ships with this room: without narrative and space).</summary>
    public long Size => size();

    /// <summary>The code system that a supplement adds to, as its package says; null for everything else.</summary>
    public string? Supplements { get; internal init; }

    /// <summary>File name in its package; null for what ships with this room in packed form.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The resource. Read and parsed when asked for; keep what you compile of it, not the document.</summary>
    /// <exception cref="InvalidDataException">The definition is damaged.</exception>
    public ResourceDocument Document => read();

    /// <inheritdoc/>
    public override string ToString() => Canonical;
}

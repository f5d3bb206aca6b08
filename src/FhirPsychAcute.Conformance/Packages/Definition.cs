using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// One conformance resource (StructureDefinition, ValueSet, CodeSystem ...) of one package. There is one object per definition for the life of the library
/// that gave it, so whoever compiles something of it may keep that under the object itself.
/// </summary>
public sealed class Definition
{
    private readonly Func<ResourceDocument> read;

    internal Definition(string url, string? version, string resourceType, PackageId package, DefinitionScope scope, Func<ResourceDocument> read)
    {
        Url = url;
        Version = version;
        ResourceType = resourceType;
        Package = package;
        Scope = scope;
        this.read = read;
    }

    /// <summary>Canonical url, without version.</summary>
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

    /// <summary>The resource. Read and parsed when asked for; keep what you compile of it, not the document.</summary>
    /// <exception cref="InvalidDataException">The definition is damaged.</exception>
    public ResourceDocument Document => read();

    /// <inheritdoc/>
    public override string ToString() => Canonical;
}

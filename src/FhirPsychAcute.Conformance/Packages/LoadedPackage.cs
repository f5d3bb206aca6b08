using FhirPsychAcute.Conformance.Packages.Reading;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>One package of a library, or files without a manifest that were loaded together.</summary>
public sealed class LoadedPackage
{
    private readonly PackageManifest? manifest;
    private readonly Func<LoadedPackage, IReadOnlyList<Definition>> define;
    private readonly Lazy<IReadOnlyList<Definition>> definitions;
    private readonly Lazy<DefinitionTable> table;
    private readonly Lazy<Dictionary<string, NamingSystem>> namingSystems;
    private DefinitionScope? scope;

    private LoadedPackage(PackageId id, PackageManifest? manifest, string? path, IReadOnlyList<PackageInstance> instances, Func<LoadedPackage, IReadOnlyList<Definition>> define)
    {
        Id = id;
        this.manifest = manifest;
        this.define = define;
        Path = path;
        Instances = instances;
        definitions = new Lazy<IReadOnlyList<Definition>>(() => this.define(this));
        table = new Lazy<DefinitionTable>(() => new DefinitionTable(Definitions));
        namingSystems = new Lazy<Dictionary<string, NamingSystem>>(
            () => NamingSystem.ByKey(Definitions.Where(definition => definition.ResourceType == "NamingSystem")));
    }

    /// <summary>Name and version.</summary>
    public PackageId Id { get; }

    /// <summary>Title for people; null where it has none.</summary>
    public string? Title => manifest?.Title;

    /// <summary>Description for people; null where it has none.</summary>
    public string? Description => manifest?.Description;

    /// <summary>Base of the canonical urls of its definitions; null where it does not say.</summary>
    public string? Canonical => manifest?.Canonical;

    /// <summary>Where it is published on the web; null where it does not say.</summary>
    public string? Url => manifest?.Url;

    /// <summary>FHIR versions that it is for.</summary>
    public IReadOnlyList<string> FhirVersions => manifest?.FhirVersions ?? [];

    /// <summary>The packages that it names as its dependencies, in its order, and what became of each.</summary>
    public IReadOnlyList<PackageDependency> Dependencies { get; internal set; } = [];

    /// <summary>Whether it is no package but files that were loaded without a manifest: these see everything that is loaded.</summary>
    public bool IsAnonymous => manifest is null && !IsShipped;

    /// <summary>Whether it ships with this room.</summary>
    public bool IsShipped => Path is null;

    /// <summary>Where it was loaded from; null when it ships with this room.</summary>
    public string? Path { get; }

    /// <summary>What it defines, in order of file name; those that ship with this room in order of url.</summary>
    public IReadOnlyList<Definition> Definitions => definitions.Value;

    /// <summary>Its other resources: examples, and instances beside the definitions.</summary>
    public IReadOnlyList<PackageInstance> Instances { get; }

    /// <summary>What it sees.</summary>
    public DefinitionScope Scope => scope ?? throw new InvalidOperationException($"The package {Id} belongs to no library yet.");

    /// <summary>Whether it defines anything; cheaper than counting.</summary>
    internal bool HasDefinitions { get; private init; } = true;

    /// <summary>What a resource sees that claims one of its profiles; null for everything loaded.</summary>
    internal DefinitionScope? InstanceScope { get; set; }

    internal DefinitionTable Table => table.Value;

    internal IReadOnlyDictionary<string, NamingSystem> NamingSystems => namingSystems.Value;

    /// <summary>The manifest as published; empty where there is none.</summary>
    internal ReadOnlyMemory<byte> ManifestText => manifest?.Json ?? default;

    internal IReadOnlyList<PackageId> Needs => manifest?.Dependencies ?? [];

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();

    internal static LoadedPackage From(PackageContent content)
    {
        var canonical = content.Manifest?.Canonical;
        var isDefinition = (PackageFile file) => !file.IsInExamples && UrlOf(file, canonical) is not null;
        return new LoadedPackage(
            content.Manifest?.Id ?? new PackageId(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(content.Path)), ""),
            content.Manifest,
            content.Path,
            [.. content.Files.Where(file => !isDefinition(file)).Select(file => new PackageInstance(file))],
            package => [.. content.Files.Where(isDefinition).Select(file => Define(package, file, UrlOf(file, canonical)!))])
        {
            HasDefinitions = content.Files.Any(isDefinition),
        };
    }

    internal static LoadedPackage Shipped(PackageId id, PackageManifest manifest) =>
        new(id, manifest, path: null, [], _ => [.. ShippedScope.Instance.Definitions(id)]) { scope = ShippedScope.Instance };

    /// <summary>Makes the package part of a library.</summary>
    internal void See(DefinitionScope seen) => scope = seen;

    private static string? UrlOf(PackageFile file, string? canonical) =>
        CanonicalTypes.UrlOf(file.Head.ResourceType, file.Head.Id, file.Head.Url, canonical);

    private static Definition Define(LoadedPackage package, PackageFile file, string url) =>
        new(url, file.Head.Version, file.Head.ResourceType, package.Id, package.Scope, () => file.Text.Length, () => Read(package, file))
        {
            Supplements = file.Head.Supplements,
            FileName = file.Name,
        };

    private static Model.ResourceDocument Read(LoadedPackage package, PackageFile file)
    {
        var document = file.Text.Document($"{package.Id}/{file.Name}");

        // The package's list of files may say something else than the file; found out here, because the list is there so that files need not be opened before.
        return file.Head.Url is { } url && document.Root.ChildValue("url") != url
            ? throw new InvalidDataException($"{package.Id}/{file.Name} is not {url}, as the package's .index.json says. Delete that file; it is not needed.")
            : document;
    }
}

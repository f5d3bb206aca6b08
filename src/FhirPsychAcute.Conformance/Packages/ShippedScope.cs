using System.Text;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// What ships with this room, seen as one: the core specification, HL7 terminology and HL7 extensions depend on each other. It is the same for all libraries of the
/// process, so what was compiled of one of its definitions serves them all.
/// </summary>
internal sealed class ShippedScope : DefinitionScope
{
    private const string Core = "hl7.fhir.r4.core";

    private static readonly Lazy<ShippedScope> Shared = new(() => new ShippedScope(DefinitionStore.R4));

    // Names under which packages of the same content are published.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["hl7.fhir.r4.examples"] = Core,
        ["hl7.fhir.core"] = Core,
        ["hl7.terminology"] = "hl7.terminology.r4",
        ["hl7.fhir.uv.extensions"] = "hl7.fhir.uv.extensions.r4",
    };

    private readonly DefinitionPack pack;
    private readonly Definition?[] definitions;
    private readonly PackageId[] packages;
    private readonly Lazy<Dictionary<string, NamingSystem>> namingSystems;

    private ShippedScope(DefinitionStore store)
    {
        Store = store;
        pack = store.Pack;
        definitions = new Definition?[pack.Count];

        // The core's package is not on the registry that this room is built from; another that has all of it is, and answers to its name.
        packages = [.. pack.Labels.Packages.Select(label => new PackageId(Canonical(label.Name), label.Version))];
        namingSystems = new Lazy<Dictionary<string, NamingSystem>>(() => NamingSystem.ByKey(All("NamingSystem")));
    }

    public static ShippedScope Instance => Shared.Value;

    public DefinitionStore Store { get; }

    /// <summary>The packages, in the order in which they are asked.</summary>
    public IReadOnlyList<PackageId> Packages => packages;

    /// <summary>The version that ships of a package, whatever version of it is asked for; null where the package does not ship.</summary>
    public PackageId? StandIn(string name)
    {
        name = Canonical(name);
        return Array.Find(packages, package => package.Name == name) is { Name: not null } found ? found : null;
    }

    /// <summary>The definition of a url: in order of precedence without a version, else exactly that version; null where there is none.</summary>
    public Definition? FindExact(in CanonicalReference wanted) => Find(wanted, expansions: false);

    /// <summary>The highest version of a url among those that a version given in part covers; null where there is none.</summary>
    public Definition? FindCovered(in CanonicalReference wanted)
    {
        Definition? highest = null;
        var (start, end) = pack.Find(wanted.Url);
        for (var i = start; i < end; i++)
        {
            if (!pack.Labels.Packages[pack[i].Package].IsExpansions && Version(i) is { } version && PackageVersion.IsCoveredBy(version, wanted.Version!)
                && (highest is null || PackageVersion.Compare(version, highest.Version) > 0))
            {
                highest = At(i);
            }
        }

        return highest;
    }

    public Definition? FindExpansion(in CanonicalReference wanted) => Find(wanted, expansions: true);

    public NamingSystem? NamingSystemOf(string key) => namingSystems.Value.GetValueOrDefault(key);

    /// <summary>All definitions of a type, in order of url; of one url the first is the one that counts.</summary>
    public IEnumerable<Definition> Definitions(string resourceType) => All(resourceType);

    /// <summary>All definitions of one of the packages.</summary>
    public IEnumerable<Definition> Definitions(PackageId package)
    {
        var number = Array.IndexOf(packages, package);
        return Enumerable.Range(0, pack.Count).Where(i => pack[i].Package == number).Select(At);
    }

    private protected override IEnumerable<LoadedPackage> LoadedPackages => [];

    private protected override Found Find(in CanonicalReference wanted) =>
        new(FindExact(wanted) ?? (wanted.Version is null ? null : FindCovered(wanted)), ResolvedFrom.Own);

    private protected override IEnumerable<Definition> All(string resourceType)
    {
        var type = Array.IndexOf(pack.Labels.ResourceTypes, resourceType);
        for (var i = 0; i < pack.Count; i++)
        {
            if (pack[i].ResourceType == type && !pack.Labels.Packages[pack[i].Package].IsExpansions)
            {
                yield return At(i);
            }
        }
    }

    private protected override NamingSystem? FindNamingSystem(string key) => NamingSystemOf(key);

    private static string Canonical(string name) => Aliases.GetValueOrDefault(name, name);

    private Definition? Find(in CanonicalReference wanted, bool expansions)
    {
        var (start, end) = pack.Find(wanted.Url);
        for (var i = start; i < end; i++)
        {
            if (pack.Labels.Packages[pack[i].Package].IsExpansions == expansions && (wanted.Version is null || Version(i) == wanted.Version))
            {
                return At(i);
            }
        }

        return null;
    }

    private string? Version(int index) => pack[index].Version is var version and >= 0 ? pack.Labels.Versions[version] : null;

    private Definition At(int index) =>
        definitions[index] ?? Interlocked.CompareExchange(ref definitions[index], Make(index), null) ?? definitions[index]!;

    private Definition Make(int index) => new(
        Encoding.UTF8.GetString(pack.Url(index)), Version(index), pack.Labels.ResourceTypes[pack[index].ResourceType], packages[pack[index].Package], this,
        () => pack[index].Length, () => Store.Document(index));
}

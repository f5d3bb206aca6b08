using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>What a resource sees that contains definitions: those, by fragment or url, before everything else.</summary>
internal sealed class ContainedScope : DefinitionScope
{
    private const string Prefix = "urn:contained:";

    private readonly DefinitionScope around;
    private readonly Dictionary<string, Definition> contained = new(StringComparer.Ordinal);

    private ContainedScope(Element container, DefinitionScope around)
    {
        this.around = around;
        foreach (var resource in container.ChildrenNamed("contained"))
        {
            if (resource.ChildValue("id") is not { } id)
            {
                continue;
            }

            var url = resource.Type.Element("url") is null ? null : resource.ChildValue("url");
            var version = resource.Type.Element("version") is null ? null : resource.ChildValue("version");
            var document = new Lazy<ResourceDocument>(() => ResourceDocument.Extract(resource));
            var definition = new Definition(url ?? Canonical("#" + id), version, resource.Type.Name, new PackageId("contained", "0"), this,
                () => document.Value.Bytes.Length, () => document.Value);
            contained.TryAdd(Canonical("#" + id), definition);
            if (url is not null)
            {
                contained.TryAdd(url, definition);
            }
        }
    }

    /// <inheritdoc/>
    public override SchemaCatalog Schema => around.Schema;

    /// <inheritdoc/>
    private protected override IEnumerable<LoadedPackage> LoadedPackages => [];

    /// <summary>The scope of a resource; the one around where it contains nothing.</summary>
    public static DefinitionScope Of(Element container, DefinitionScope around) =>
        container.Child("contained").Exists ? new ContainedScope(container, around) : around;

    /// <summary>What to ask a scope for, for a canonical that may be <c>#id</c>.</summary>
    public static string Canonical(string canonical) => canonical.StartsWith('#') ? Prefix + canonical[1..] : canonical;

    /// <inheritdoc/>
    private protected override Found Find(in CanonicalReference wanted)
    {
        if (contained.TryGetValue(wanted.Url, out var definition) && (wanted.Version is null || wanted.Version == definition.Version))
        {
            return new Found(definition, default);
        }

        return around.TryResolve(wanted.Version is null ? wanted.Url : $"{wanted.Url}|{wanted.Version}", out definition, out var from) ? new Found(definition, from) : default;
    }

    /// <inheritdoc/>
    private protected override IEnumerable<Definition> All(string resourceType) =>
        contained.Values.Where(definition => definition.ResourceType == resourceType).Concat(around.OfType(resourceType));

    /// <inheritdoc/>
    private protected override NamingSystem? FindNamingSystem(string key) => around.TryFindNamingSystem(key, out var found) ? found : null;
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// What can be seen from somewhere: from a package its own definitions and those of its dependency closure, from the outside all that is loaded.
/// Immutable and safe for any number of threads.
/// </summary>
public class DefinitionScope
{
    private readonly DefinitionStore store;
    private readonly ConcurrentDictionary<(string Canonical, bool Expansion), Definition?> known = new();

    internal DefinitionScope(DefinitionStore store) => this.store = store;

    /// <summary>The types of R4.</summary>
    public SchemaCatalog Schema => store.Schema;

    /// <summary>
    /// Finds the definition of a canonical, optionally with <c>|version</c>; a <c>#fragment</c> is not part of it. With a version exactly that one
    /// (a version of which only major and minor are given takes the latest patch), without one the version that the asker's dependencies name.
    /// </summary>
    public virtual bool TryResolve(string canonical, [NotNullWhen(true)] out Definition? definition) => TryFind(canonical, expansion: false, out definition);

    /// <summary>Finds a value set that was published in expanded form beside its definition.</summary>
    public virtual bool TryResolveExpansion(string canonical, [NotNullWhen(true)] out Definition? definition) => TryFind(canonical, expansion: true, out definition);

    /// <summary>All definitions of one resource type that can be seen from here, each url once.</summary>
    public virtual IEnumerable<Definition> OfType(string resourceType)
    {
        foreach (var canonical in store.Canonicals(resourceType))
        {
            if (TryResolve(canonical, out var definition))
            {
                yield return definition;
            }
        }
    }

    private bool TryFind(string canonical, bool expansion, [NotNullWhen(true)] out Definition? definition)
    {
        definition = known.GetOrAdd((canonical, expansion), static (key, scope) => scope.Find(key.Canonical, key.Expansion), this);
        return definition is not null;
    }

    private Definition? Find(string canonical, bool expansion)
    {
        if (!Open(canonical, expansion, out var document))
        {
            return null;
        }

        var url = document.Root.ChildValue("url")!;
        return new Definition(url, document.Root.ChildValue("version"), document.Type.Name, new PackageId("hl7.fhir.r4.core", Schema.FhirVersion), this,
            () => Open(canonical, expansion, out var again) ? again : throw new InvalidDataException($"The definition {url} is gone."));
    }

    private bool Open(string canonical, bool expansion, [NotNullWhen(true)] out ResourceDocument? document) =>
        expansion ? store.TryGetExpansion(canonical, out document) : store.TryGet(canonical, out document);
}

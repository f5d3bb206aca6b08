using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// What can be seen from somewhere: from a package its own definitions, then those of its dependency closure, then what ships with this room; from the outside
/// (<see cref="DefinitionLibrary.Root"/>) all that is loaded. Immutable and safe for any number of threads.
/// </summary>
public abstract class DefinitionScope
{
    // Only canonicals that were found: what is asked for and not there may be anything that stands in a resource.
    private readonly ConcurrentDictionary<string, Found> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Definition> expansions = new(StringComparer.Ordinal);

    private protected DefinitionScope()
    {
    }

    /// <summary>The types of R4.</summary>
    public virtual SchemaCatalog Schema => DefinitionStore.R4.Schema;

    /// <summary>
    /// Finds the definition of a canonical, optionally with <c>|version</c>; a <c>#fragment</c> is not part of it. Without a version: the asker's own package, then
    /// its dependencies, nearest first, then what ships with this room, then whatever else is loaded (but no code system, value set or concept map: another package's
    /// state of codes would only make false errors). With a version: exactly that one, and where there is none the highest that it covers (<c>|2.0</c> covers 2.0.3),
    /// each looked for in the same order.
    /// </summary>
    public bool TryResolve(string canonical, [NotNullWhen(true)] out Definition? definition) => TryResolve(canonical, out definition, out _);

    /// <summary>Finds the definition of a canonical as <see cref="TryResolve(string, out Definition)"/> does, and tells where it was found.</summary>
    public bool TryResolve(string canonical, [NotNullWhen(true)] out Definition? definition, out ResolvedFrom from)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        if (!known.TryGetValue(canonical, out var found))
        {
            var wanted = CanonicalReference.Parse(canonical);
            found = wanted.Url.Length == 0 || wanted.Version is { Length: 0 } ? default : Find(wanted);
            if (found.Definition is not null && !canonical.Contains('#', StringComparison.Ordinal))
            {
                known[canonical] = found;
            }
        }

        definition = found.Definition;
        from = found.From;
        return definition is not null;
    }

    /// <summary>Finds a value set that was published in expanded form beside its definition, by the value set's canonical.</summary>
    public bool TryResolveExpansion(string canonical, [NotNullWhen(true)] out Definition? definition)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        if (expansions.TryGetValue(canonical, out definition))
        {
            return true;
        }

        definition = ShippedScope.Instance.FindExpansion(CanonicalReference.Parse(canonical));
        if (definition is null)
        {
            return false;
        }

        expansions[canonical] = definition;
        return true;
    }

    /// <summary>All definitions of one resource type that can be seen from here, each url once: the one that its url resolves to.</summary>
    public IEnumerable<Definition> OfType(string resourceType)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in All(resourceType))
        {
            if (seen.Add(definition.Url))
            {
                yield return TryResolve(definition.Url, out var resolved) && resolved.ResourceType == resourceType ? resolved : definition;
            }
        }
    }

    /// <summary>The supplements to a code system that can be seen from here, nearest package first.</summary>
    /// <param name="codeSystem">Canonical url of the code system, without version.</param>
    public virtual IEnumerable<Definition> Supplements(string codeSystem) =>
        LoadedPackages.SelectMany(package => package.Definitions)
            .Where(definition => definition.Supplements is { } system && CanonicalReference.Parse(system).Url == codeSystem)
            .DistinctBy(definition => definition.Url, StringComparer.Ordinal);

    /// <summary>
    /// Finds the naming system that a unique id belongs to (R4 NamingSystem.uniqueId): an uri, or an OID or UUID, bare or as <c>urn:oid:</c>, <c>urn:uuid:</c>.
    /// </summary>
    public bool TryFindNamingSystem(string uniqueId, [NotNullWhen(true)] out NamingSystem? namingSystem)
    {
        ArgumentNullException.ThrowIfNull(uniqueId);
        namingSystem = FindNamingSystem(NamingSystem.Key(uniqueId));
        return namingSystem is not null;
    }

    private protected abstract Found Find(in CanonicalReference wanted);

    /// <summary>All definitions of a type, nearest first; a url may come more than once.</summary>
    private protected abstract IEnumerable<Definition> All(string resourceType);

    /// <summary>The packages that can be seen from here, nearest first, without those that ship with this room (which hold no supplement).</summary>
    private protected abstract IEnumerable<LoadedPackage> LoadedPackages { get; }

    private protected abstract NamingSystem? FindNamingSystem(string key);

    private protected readonly record struct Found(Definition? Definition, ResolvedFrom From);
}

using System.Collections.Concurrent;
using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Extensions;

/// <summary>The definitions of extensions that can be seen from somewhere, found by the bytes of a url without allocating. Safe for any number of threads.</summary>
internal sealed class ExtensionCatalog
{
    /// <summary>Urls kept at most; resources that make up urls without end must not fill the memory.</summary>
    private const int MaxKnown = 100_000;

    private readonly DefinitionScope scope;
    private readonly ProfileStore store;
    private readonly ConcurrentDictionary<string, ExtensionDefinition?> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ExtensionDefinition?>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ExtensionCatalog(DefinitionScope scope, ProfileStore store)
    {
        this.scope = scope;
        this.store = store;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The definition of an extension's url; null when there is none.</summary>
    public ExtensionDefinition? Find(Element url)
    {
        Span<char> buffer = stackalloc char[256];
        if (!url.IsEscaped && Encoding.UTF8.TryGetChars(url.RawValue, buffer, out var length) && lookup.TryGetValue(buffer[..length], out var found))
        {
            return found;
        }

        return Resolve(url.Value!);
    }

    private ExtensionDefinition? Resolve(string url)
    {
        if (known.TryGetValue(url, out var found))
        {
            return found;
        }

        var definition = Newest(url) is { ResourceType: "StructureDefinition" } resolved ? ExtensionDefinition.Of(resolved, store) : null;
        if (known.Count < MaxKnown)
        {
            known.TryAdd(url, definition);
        }

        return definition;
    }

    // R4's own extensions are maintained in a package of their own, which widens where they may stand; it takes the place of the definitions that R4 came with.
    private Definition? Newest(string url)
    {
        if (!scope.TryResolve(url, out var found))
        {
            return null;
        }

        return found.Package.Name is "hl7.fhir.r4.core" && ShippedScope.Instance.StandIn("hl7.fhir.uv.extensions.r4") is { } maintained
            && ShippedScope.Instance.TryResolve($"{url}|{maintained.Version}", out var newer) ? newer : found;
    }
}

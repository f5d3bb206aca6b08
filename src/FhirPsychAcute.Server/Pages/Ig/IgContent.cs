using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>What the implementation guide shows: the definitions of the project's own package and their examples. Immutable.</summary>
internal sealed class IgContent
{
    private readonly FrozenDictionary<string, Definition> byAddress;
    private readonly FrozenDictionary<string, ResourceDocument> examplesByAddress;

    public IgContent(string canonicalBase, IEnumerable<Definition> definitions, IEnumerable<ResourceDocument> examples, SnapshotSource snapshots)
    {
        CanonicalBase = canonicalBase;
        Snapshots = snapshots;
        Definitions = [.. definitions.OrderBy(definition => definition.Url, StringComparer.Ordinal)];
        Examples = [.. examples.OrderBy(example => example.Type.Name, StringComparer.Ordinal).ThenBy(example => example.Id, StringComparer.Ordinal)];
        // Of a definition that the package has in several versions, the page shows the newest.
        byAddress = Definitions.GroupBy(definition => Address(definition)["/ig/".Length..], StringComparer.Ordinal)
            .ToFrozenDictionary(versions => versions.Key, versions => versions.MaxBy(definition => definition.Version, StringComparer.Ordinal)!, StringComparer.Ordinal);
        examplesByAddress = Examples.ToFrozenDictionary(example => $"{example.Type.Name}/{example.Id}", StringComparer.Ordinal);
    }

    /// <summary>What the canonicals begin with, without the last slash.</summary>
    public string CanonicalBase { get; }

    public SnapshotSource Snapshots { get; }

    public IReadOnlyList<Definition> Definitions { get; }

    public IReadOnlyList<ResourceDocument> Examples { get; }

    public Definition? Definition(string address) => byAddress.GetValueOrDefault(address);

    public ResourceDocument? Example(string address) => examplesByAddress.GetValueOrDefault(address);

    public IEnumerable<Definition> OfType(string resourceType) => Definitions.Where(definition => definition.ResourceType == resourceType);

    /// <summary>The examples that claim a profile.</summary>
    public IEnumerable<ResourceDocument> ExamplesOf(string profile)
    {
        foreach (var example in Examples)
        {
            foreach (var claimed in example.Root.Child("meta") is { Exists: true } meta ? meta.ChildrenNamed("profile").ToList() : [])
            {
                if (claimed.Value is { } value && WithoutVersion(value) == profile)
                {
                    yield return example;
                    break;
                }
            }
        }
    }

    /// <summary>The page of a definition here.</summary>
    public static string Address(Definition definition) => $"/ig/{definition.ResourceType}/{definition.Url[(definition.Url.LastIndexOf('/') + 1)..]}";

    /// <summary>Where a canonical can be read about: here, or on the specification's site; the canonical itself where nothing better is known.</summary>
    public string AddressOf(string canonical)
    {
        var url = WithoutVersion(canonical);
        if (url.StartsWith(CanonicalBase + "/", StringComparison.Ordinal))
        {
            return "/ig/" + url[(CanonicalBase.Length + 1)..];
        }

        const string hl7 = "http://hl7.org/fhir/";
        var parts = url.StartsWith(hl7, StringComparison.Ordinal) ? url[hl7.Length..].Split('/') : [];
        return parts switch
        {
            ["StructureDefinition", { Length: > 0 } name] => SpecificationPage(name),
            ["ValueSet", { Length: > 0 } name] => $"https://hl7.org/fhir/R4/valueset-{name.ToLowerInvariant()}.html",
            [{ Length: > 0 } name] => $"https://hl7.org/fhir/R4/codesystem-{name.ToLowerInvariant()}.html",
            _ => url,
        };
    }

    /// <summary>The specification's page of a type.</summary>
    public static string SpecificationPage(string type) =>
        char.IsAsciiLetterUpper(type[0]) && !type.Contains('-', StringComparison.Ordinal) ? TypePage(type)
        : type.Contains('-', StringComparison.Ordinal) ? $"https://hl7.org/fhir/R4/extension-{type.ToLowerInvariant()}.html"
        : $"https://hl7.org/fhir/R4/datatypes.html#{type}";

    public static string WithoutVersion(string canonical) => canonical.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? canonical[..bar] : canonical;

    private static string TypePage(string type) => type switch
    {
        "Reference" => "https://hl7.org/fhir/R4/references.html",
        "Extension" => "https://hl7.org/fhir/R4/extensibility.html",
        "Meta" => "https://hl7.org/fhir/R4/resource.html#Meta",
        "Narrative" => "https://hl7.org/fhir/R4/narrative.html",
        "Address" or "Annotation" or "Attachment" or "BackboneElement" or "CodeableConcept" or "Coding" or "ContactPoint" or "Element" or "HumanName" or "Identifier" or "Money"
            or "Period" or "Quantity" or "Duration" or "Age" or "Range" or "Ratio" or "SampledData" or "Signature" or "Timing" or "ContactDetail" or "UsageContext"
            => $"https://hl7.org/fhir/R4/datatypes.html#{type}",
        _ => $"https://hl7.org/fhir/R4/{type.ToLowerInvariant()}.html",
    };
}

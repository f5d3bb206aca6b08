using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>
/// Resources that were gathered for one question, found by address and by what refers to them. Whoever asks the question says by a search what it needs
/// (<see cref="Gathering"/>); the server runs it, tests hand over a Bundle.
/// </summary>
public sealed class ResourceSet
{
    private readonly Dictionary<string, ResourceDocument> byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceDocument, string> addresses = new(ReferenceEqualityComparer.Instance);
    private readonly List<ResourceDocument> all = [];

    /// <summary>The resources; of one address the first counts.</summary>
    public ResourceSet(IEnumerable<ResourceDocument> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        foreach (var resource in resources)
        {
            Add(resource, resource.Address());
        }
    }

    /// <summary>All of them, in the order given.</summary>
    public IReadOnlyList<ResourceDocument> All => all;

    /// <summary>Those of one type.</summary>
    public IEnumerable<ResourceDocument> OfType(string type) => all.Where(resource => resource.Type.Name == type);

    /// <summary>The resource at a reference (<c>Patient/1</c>); null where it is not here.</summary>
    public ResourceDocument? Find(string? reference) => reference is not null && byAddress.TryGetValue(reference, out var found) ? found : null;

    /// <summary>The address by which references name a resource of this set: <c>Type/id</c>, or the fullUrl of its entry; empty where it has none.</summary>
    public string AddressOf(ResourceDocument resource) => addresses.GetValueOrDefault(resource, "");

    /// <summary>Resources of a type whose element refers to an address.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="element">Name of an element of the resource that is a Reference.</param>
    /// <param name="address">As <see cref="AddressOf"/> gives it.</param>
    public IEnumerable<ResourceDocument> Referring(string type, string element, string address) =>
        OfType(type).Where(resource => resource.Root.ReferencesIn(element).Contains(address, StringComparer.Ordinal));

    /// <summary>The entries of a Bundle whose addresses are their fullUrls (<c>urn:uuid</c> ...), as references in it have them.</summary>
    public static ResourceSet OfBundle(ResourceDocument bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var set = new ResourceSet([]);
        foreach (var entry in bundle.Root.ChildrenNamed("entry"))
        {
            if (entry.Child("resource") is { Exists: true } resource)
            {
                set.Add(ResourceDocument.Extract(resource), entry.ChildValue("fullUrl"));
            }
        }

        return set;
    }

    private void Add(ResourceDocument resource, string? address)
    {
        if (address is null)
        {
            all.Add(resource);
        }
        else if (byAddress.TryAdd(address, resource))
        {
            addresses.Add(resource, address);
            all.Add(resource);
        }
    }
}

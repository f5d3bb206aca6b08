using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>The contained resources of one resource by id.</summary>
internal sealed class ContainedResources
{
    private readonly Dictionary<string, Element> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> ids;

    public ContainedResources(Element container, ReferenceNames names)
    {
        foreach (var contained in container.ChildrenNamed(names.Contained))
        {
            if (ReferenceNames.Child(contained, names.Id).Text() is { } id)
            {
                byId.TryAdd(id, contained);
            }
        }

        ids = byId.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The resource of that id, or no element.</summary>
    public Element Find(ReadOnlySpan<byte> id)
    {
        var key = id.Length <= 256 ? stackalloc char[256] : new char[id.Length];
        var used = Encoding.UTF8.GetChars(id, key);
        return ids.TryGetValue(key[..used], out var found) ? found : default;
    }
}

using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>The ids within a resource to which a fragment may lead: of the resource, its elements, and the narrative's markup.</summary>
internal sealed partial class FragmentIds
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public FragmentIds(Element resource) => Gather(resource);

    /// <summary>How many places have that id.</summary>
    public int Count(string id) => counts.GetValueOrDefault(id);

    private void Gather(Element element)
    {
        foreach (var child in element.Children)
        {
            if (child.Name == "id" && child.Type.IsPrimitive)
            {
                Add(child.Value);
            }
            else if (child.Type.Primitive == PrimitiveKind.Xhtml)
            {
                foreach (var match in MarkupId().EnumerateMatches(child.Value))
                {
                    var text = child.Value.AsSpan(match.Index, match.Length);
                    var start = text.IndexOfAny('"', '\'');
                    Add(text[(start + 1)..^1].ToString());
                }
            }
            else if (child.HasChildren)
            {
                Gather(child);
            }
        }
    }

    private void Add(string? id)
    {
        if (id is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, id, out _)++;
        }
    }

    [GeneratedRegex("""\sid\s*=\s*(?:"[^"<]*"|'[^'<]*')""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkupId();
}

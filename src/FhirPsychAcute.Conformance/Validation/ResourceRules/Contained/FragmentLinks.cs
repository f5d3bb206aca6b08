using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Contained;

/// <summary>The links <c>#id</c> within one resource with all that it contains: from references, urls, canonicals, and narratives.</summary>
internal sealed partial class FragmentLinks
{
    private readonly ReferenceNames names;
    private readonly HashSet<string> targets = new(StringComparer.Ordinal);
    private readonly HashSet<int> leadToContainer = [];

    public FragmentLinks(Element container, ReferenceNames names)
    {
        this.names = names;
        Gather(container, container.Index);
    }

    /// <summary>Whether any link leads to the contained resource of that id.</summary>
    public bool LeadTo(string? id) => id is not null && targets.Contains(id);

    /// <summary>Whether a contained resource refers to its container (<c>#</c>).</summary>
    public bool LeadFrom(Element contained) => leadToContainer.Contains(contained.Index);

    private void Gather(Element element, int contained)
    {
        foreach (var child in element.Children)
        {
            if (child.HasValue)
            {
                Take(child, contained);
            }

            if (child.HasChildren)
            {
                Gather(child, child.NameId == names.Contained ? child.Index : contained);
            }
        }
    }

    private void Take(Element primitive, int contained)
    {
        switch (primitive.Type.Primitive)
        {
            case PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical:
            case PrimitiveKind.String when primitive.NameId == names.Reference:
                if (primitive.Utf8Value is [(byte)'#', ..])
                {
                    Add(primitive.Value!, contained);
                }

                break;
            case PrimitiveKind.Xhtml:
                var text = primitive.Value!;
                foreach (var match in MarkupLink().EnumerateMatches(text))
                {
                    var link = text.AsSpan(match.Index, match.Length);
                    Add(link[link.IndexOf('#')..^1].ToString(), contained);
                }

                break;
            default:
                break;
        }
    }

    private void Add(string fragment, int contained)
    {
        if (fragment.Length > 1)
        {
            targets.Add(fragment[1..]);
        }
        else
        {
            leadToContainer.Add(contained);
        }
    }

    [GeneratedRegex("""\s(?:src|href)\s*=\s*(?:"#[^"<]*"|'#[^'<]*')""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkupLink();
}

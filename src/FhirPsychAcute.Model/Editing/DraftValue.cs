namespace FhirPsychAcute.Model;

/// <summary>A value of an <see cref="ElementDraft"/>: an element that exists, a draft, or the text of a primitive.</summary>
public readonly struct DraftValue
{
    private readonly object? made;

    /// <summary>Takes over an element with all that it holds.</summary>
    public DraftValue(Element element) => Element = element;

    /// <summary>A draft as it is when the outer draft is written.</summary>
    public DraftValue(ElementDraft draft) => made = draft;

    /// <summary>A primitive of the definition's only type, of its lexical form.</summary>
    public DraftValue(string value) => made = value;

    /// <summary>The element taken over; no element for other values.</summary>
    public Element Element { get; }

    /// <summary>The draft; null for other values.</summary>
    public ElementDraft? Draft => made as ElementDraft;

    /// <summary>A primitive's text; null where there is none.</summary>
    public string? Value => Element.Exists ? Element.Value : made as string;

    /// <summary>The first value by that name within, as text; null without one.</summary>
    public string? ChildValue(string name) => Element.Exists ? Element.ChildValue(name) : Draft?.Value(name);

    /// <summary>The values of that name within, as texts.</summary>
    public IEnumerable<string> ChildValues(string name)
    {
        if (Element.Exists)
        {
            return Element.ChildrenNamed(name).ToList().Where(child => child.HasValue).Select(child => child.Value!);
        }

        return Draft is null ? [] : Draft[name].Where(value => value.Value is not null).Select(value => value.Value!);
    }

    /// <summary>A draft of this value that may be changed; none of a text.</summary>
    public ElementDraft? ToDraft() => Element.Exists ? new ElementDraft(Element) : Draft is { } draft ? new ElementDraft(draft) : null;
}

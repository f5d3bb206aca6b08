using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>One item of a FHIRPath collection: an element of a resource, or a System value that the expression made.</summary>
public readonly partial struct FhirPathValue
{
    /// <summary>An item that is an element of a resource.</summary>
    public FhirPathValue(Element element) => Element = element;

    /// <summary>The element; no element for a System value.</summary>
    public Element Element { get; }

    /// <summary>Whether the item is an element of a resource.</summary>
    public bool IsElement => Element.Exists;
}

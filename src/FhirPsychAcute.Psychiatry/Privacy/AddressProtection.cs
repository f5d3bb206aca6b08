using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>
/// Shows resources without the address of persons whose address is protected (<c>meta.security</c> v3-Confidentiality <c>R</c>): their own, those of relatives beside them, a home that is
/// a Location, and their street where it stands in a text. The municipality stays, since the one responsible has to be found.
/// </summary>
public sealed class AddressProtection : IResourceView
{
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private const string PhysicalType = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    private const string Municipality = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";

    private readonly IResourceView inner;
    private readonly SecretTexts streets;

    private AddressProtection(IResourceView inner, SecretTexts streets) => (this.inner, this.streets) = (inner, streets);

    /// <summary>A view without protected addresses, where there are any among the resources; else the view itself.</summary>
    /// <param name="inner">What else the reader may see.</param>
    /// <param name="resources">All that is to be shown.</param>
    /// <param name="language">Language of what stands in place of an address.</param>
    public static IResourceView Over(IResourceView inner, ResourceSet resources, Language language)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var persons = resources.All.Where(static resource => resource.Type.Name is "Patient" or "RelatedPerson").ToList();
        if (!persons.Exists(IsProtected))
        {
            return inner;
        }

        var texts = persons.SelectMany(static person => person.Root.ChildrenNamed("address").ToList())
            .SelectMany(static address => address.ChildrenNamed("line").ToList().Append(address.Child("text")).Where(static line => line.HasValue))
            .Select(static line => line.Value!);
        return new AddressProtection(inner, new SecretTexts(texts, PsychiatryMessages.Catalogue.Get(language, "privacy.protected")));
    }

    /// <inheritdoc/>
    public string Of(string text) => streets.Hide(inner.Of(text));

    /// <inheritdoc/>
    public ResourceDocument Of(ResourceDocument resource)
    {
        var shown = inner.Of(resource);
        var editor = new ResourceEditor(shown);
        var isHome = shown.Type.Name == "Location" && shown.Root.Child("physicalType").CodeOf(PhysicalType) == "ho";
        var hasChanged = Visit(shown.Root, editor, shown.Type.Name is "Patient" or "RelatedPerson" || isHome);
        return hasChanged ? editor.ToDocument() : shown;
    }

    private static bool IsProtected(ResourceDocument person)
    {
        foreach (var label in person.Root.Child("meta") is { Exists: true } meta ? meta.ChildrenNamed("security").ToList() : [])
        {
            if (label.CodeOf(Confidentiality) is "R" or "V")
            {
                return true;
            }
        }

        return false;
    }

    private bool Visit(Element element, ResourceEditor editor, bool isPrivate)
    {
        var hasChanged = false;
        foreach (var child in element.Children)
        {
            if (child.Type.Name == "Address" && (isPrivate || HoldsStreet(child)))
            {
                Hide(child, editor);
                hasChanged = true;
            }
            else if (child.Type.Name == "Narrative" || (isPrivate && child.Name == "position"))
            {
                editor.Remove(child);
                hasChanged = true;
            }
            else if (child.HasValue && child.Type.Name is "string" or "markdown" && streets.Hide(child.Value!) is var hidden && !ReferenceEquals(hidden, child.Value) && hidden != child.Value)
            {
                editor.SetValue(child, hidden);
                hasChanged = true;
            }
            else
            {
                hasChanged |= Visit(child, editor, isPrivate || child is { IsResource: true, Type.Name: "Patient" or "RelatedPerson" });
            }
        }

        return hasChanged;
    }

    private bool HoldsStreet(Element address)
    {
        foreach (var line in address.ChildrenNamed("line"))
        {
            if (line.Value is { } text && streets.IsIn(text))
            {
                return true;
            }
        }

        return false;
    }

    private static void Hide(Element address, ResourceEditor editor)
    {
        if (address.ExtensionOf(Municipality) is not { Exists: true } municipality)
        {
            editor.Remove(address);
            return;
        }

        using var json = new ResourceComposer();
        json.BeginValue().OpenList("extension").CopyItem(municipality).CloseList();
        editor.Replace(address, json.Finish().Span);
    }
}

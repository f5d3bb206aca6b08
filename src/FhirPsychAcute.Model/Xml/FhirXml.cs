namespace FhirPsychAcute.Model;

/// <summary>Namespaces of FHIR's XML (R4 xml 2.6.1).</summary>
internal static class FhirXml
{
    public const string Namespace = "http://hl7.org/fhir";
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string NamespaceDeclarations = "http://www.w3.org/2000/xmlns/";

    /// <summary>
    /// Whether XML writes the element as an attribute of the element around it: the id of everything but resources, and the url of extensions. The value
    /// attribute of a primitive is no element of its own.
    /// </summary>
    public static bool IsAttribute(ElementSchema element) => element.Name switch
    {
        "id" => !element.Owner.IsResource,
        "url" => element.Owner.Name is "Extension",
        _ => false,
    };
}

namespace FhirPsychAcute.Model;

/// <content>The data types that resources are made of again and again (http://hl7.org/fhir/R4/datatypes.html).</content>
public sealed partial class ResourceComposer
{
    /// <summary>A dateTime or instant: local Danish time with its offset, to the second (milliseconds where there are any). Left out when null.</summary>
    public ResourceComposer Time(string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, DanishTime.Text(known));
        }

        return this;
    }

    /// <summary>A Period; its end left open when null.</summary>
    public ResourceComposer Period(string name, DateTimeOffset? start, DateTimeOffset? end) => Open(name).Time("start", start).Time("end", end).Close();

    /// <summary>A Reference by <c>Type/id</c>, url or <c>urn:uuid</c>. Left out when null.</summary>
    public ResourceComposer Reference(string name, string? reference, string? display = null) =>
        reference is null ? this : Open(name).Text("reference", reference).Text("display", display).Close();

    /// <summary>A Reference as item of the current list.</summary>
    public ResourceComposer ReferenceItem(string reference, string? display = null) => OpenItem().Text("reference", reference).Text("display", display).Close();

    /// <summary>A Coding.</summary>
    public ResourceComposer Coding(string name, string system, string code, string? display = null) =>
        Open(name).Text("system", system).Text("code", code).Text("display", display).Close();

    /// <summary>A CodeableConcept with one coding.</summary>
    public ResourceComposer Concept(string name, string system, string code, string? display = null, string? text = null) =>
        Open(name).ConceptContent(system, code, display, text).Close();

    /// <summary>A CodeableConcept with one coding as item of the current list.</summary>
    public ResourceComposer ConceptItem(string system, string code, string? display = null, string? text = null) =>
        OpenItem().ConceptContent(system, code, display, text).Close();

    /// <summary>An Identifier as item of the current list.</summary>
    public ResourceComposer IdentifierItem(string system, string value) => OpenItem().Text("system", system).Text("value", value).Close();

    /// <summary>Opens an extension as item of the list <c>extension</c>, for its value or extensions of its own; <see cref="Close"/> ends it.</summary>
    public ResourceComposer OpenExtension(string url) => OpenItem().Text("url", url);

    private ResourceComposer ConceptContent(string system, string code, string? display, string? text) =>
        OpenList("coding").OpenItem().Text("system", system).Text("code", code).Text("display", display).Close().CloseList().Text("text", text);
}

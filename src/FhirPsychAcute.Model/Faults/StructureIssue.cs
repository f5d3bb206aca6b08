namespace FhirPsychAcute.Model;

/// <summary>FHIR issue codes that reading a resource can give (http://hl7.org/fhir/issue-type).</summary>
public enum StructureIssueCode
{
    /// <summary>invalid: not JSON, XML or UTF-8 at all.</summary>
    Invalid,
    /// <summary>structure: unknown property, wrong JSON kind, array or not, duplicate property, two choices at once; in XML wrong namespace, order, attribute or text.</summary>
    Structure,
    /// <summary>value: a primitive whose lexical form is not its type's.</summary>
    Value,
    /// <summary>required: an empty object, array or string where FHIR wants content.</summary>
    Required,
    /// <summary>too-long: a limit of <see cref="ParseLimits"/> was exceeded.</summary>
    TooLong,
    /// <summary>not-supported: a resource type that R4 does not have.</summary>
    NotSupported,
}

/// <summary>One structural fault: what, where in the text, where in the resource.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Arguments">
/// What the places of its text stand for: names of properties and types, numbers, phrases (<see cref="StructureMessage"/>); never a value that could carry a person's data.
/// </param>
/// <param name="Path">FHIRPath expression of the element: <c>Patient.name[0].family</c>; the resource type alone where the fault is at the root.</param>
/// <param name="Position">Where the fault stands in the source.</param>
public sealed record StructureIssue(StructureMessage Kind, IReadOnlyList<object> Arguments, string Path, SourcePosition Position)
{
    /// <summary>FHIR issue code.</summary>
    public StructureIssueCode Code => Kind.Code;

    /// <summary>The fault in an English sentence.</summary>
    public string Message => Kind.Format(Arguments);
}

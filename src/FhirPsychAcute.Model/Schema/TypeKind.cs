namespace FhirPsychAcute.Model;

/// <summary>What a <see cref="TypeSchema"/> describes.</summary>
public enum TypeKind : byte
{
    /// <summary>A primitive datatype (string, date ...).</summary>
    Primitive,
    /// <summary>A complex datatype (HumanName, Extension ...).</summary>
    Complex,
    /// <summary>A structure that exists only inside one type (Patient.contact, Timing.repeat).</summary>
    Backbone,
    /// <summary>A resource type, or the abstract Resource and DomainResource.</summary>
    Resource,
}

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>Where the target of a reference was found.</summary>
internal enum ReferencePlace : byte
{
    /// <summary>Nowhere in the document.</summary>
    Outside,
    /// <summary>The resource that contains the one that refers (<c>#</c>).</summary>
    Container,
    /// <summary>Among the contained resources.</summary>
    Contained,
    /// <summary>In an entry of the Bundle around.</summary>
    Bundled,
    /// <summary>In a parameter of the Parameters around.</summary>
    Parameter,
    /// <summary>Several entries of the Bundle answer to the reference.</summary>
    Ambiguous,
}

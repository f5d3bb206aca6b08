namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>ElementDefinition.type.versioning (http://hl7.org/fhir/R4/valueset-reference-version-rules.html).</summary>
internal enum Versioning : byte
{
    /// <summary>With or without version.</summary>
    Either,
    /// <summary>Without version.</summary>
    Independent,
    /// <summary>To one version.</summary>
    Specific,
}

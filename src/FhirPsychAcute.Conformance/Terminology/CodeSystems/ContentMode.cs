namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>CodeSystem.content: how much of the code system its definition holds (http://hl7.org/fhir/R4/valueset-codesystem-content-mode.html).</summary>
internal enum ContentMode : byte
{
    /// <summary>All of it.</summary>
    Complete,
    /// <summary>A part; what is not in it may exist.</summary>
    Fragment,
    /// <summary>Some concepts to show what it is like.</summary>
    Example,
    /// <summary>No concepts.</summary>
    NotPresent,
    /// <summary>Additions to another code system; defines no code.</summary>
    Supplement,
}

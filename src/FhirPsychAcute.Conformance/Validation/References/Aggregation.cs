namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>ElementDefinition.type.aggregation: where a profile wants targets to be (http://hl7.org/fhir/R4/valueset-resource-aggregation-mode.html).</summary>
[Flags]
internal enum Aggregation : byte
{
    /// <summary>Anywhere.</summary>
    Any = 0,
    /// <summary>In the same resource.</summary>
    Contained = 1,
    /// <summary>Outside of the resource, be it in the same Bundle or not.</summary>
    Referenced = 2,
    /// <summary>In the same Bundle.</summary>
    Bundled = 4,
}

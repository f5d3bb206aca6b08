namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>Whether a code belongs to a value set, as far as it can be told here.</summary>
internal enum Membership : byte
{
    /// <summary>It does not.</summary>
    Out,
    /// <summary>It cannot be told.</summary>
    Unknown,
    /// <summary>It does.</summary>
    In,
}

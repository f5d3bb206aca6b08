namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>A language in which people are told what is wrong.</summary>
public enum Language : byte
{
    /// <summary>English.</summary>
    English,
    /// <summary>Danish.</summary>
    Danish,
}

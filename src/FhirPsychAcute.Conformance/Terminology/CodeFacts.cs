namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>What the code system has to say of a coding; several may hold. <see cref="None"/>: the code exists, is active, and its display is right or absent.</summary>
[Flags]
public enum CodeFacts : ushort
{
    /// <summary>Nothing to report.</summary>
    None = 0,
    /// <summary>There is no system, so that the code means nothing.</summary>
    NoSystem = 1,
    /// <summary>There is no code.</summary>
    NoCode = 2,
    /// <summary>Nobody here has heard of the system.</summary>
    UnknownSystem = 4,
    /// <summary>The system is defined here without its concepts, or without this one, so that nothing can be told.</summary>
    NotCheckable = 8,
    /// <summary>The system is here and does not have the code.</summary>
    UnknownCode = 16,
    /// <summary>The display is none of those that the system has for the code.</summary>
    WrongDisplay = 32,
    /// <summary>The concept is inactive, retired or deprecated.</summary>
    Inactive = 64,
    /// <summary>The code is right but for its case, in a system that does not tell cases apart.</summary>
    CaseDiffers = 128,
    /// <summary>The system named is a supplement, which defines no codes.</summary>
    Supplement = 256,
    /// <summary>The system is here, but not in the version named.</summary>
    UnknownVersion = 512,
    /// <summary>The concept only groups others and is not to be chosen.</summary>
    Abstract = 1024,
}

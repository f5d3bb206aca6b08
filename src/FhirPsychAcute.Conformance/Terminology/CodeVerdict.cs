namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>What a terminology question came to.</summary>
public enum CodeVerdict : byte
{
    /// <summary>The code is known and in the value set.</summary>
    Valid,
    /// <summary>The code is known, or its system is, but it is not in the value set.</summary>
    NotInValueSet,
    /// <summary>The code system is here and does not have the code.</summary>
    UnknownCode,
    /// <summary>The code system's content is not here (content=not-present, a fragment without the code, a system that nobody has heard of): no verdict is possible.</summary>
    NotCheckable,
    /// <summary>The value set is not here, or cannot be computed.</summary>
    ValueSetUnknown,
}

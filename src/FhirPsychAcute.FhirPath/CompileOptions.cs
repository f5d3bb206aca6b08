using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>Whose reading of FHIRPath an expression is written for.</summary>
public enum FhirPathDialect : byte
{
    /// <summary>FHIRPath N1 as it stands: <c>as</c> wants a single item, System types are not FHIR types.</summary>
    Standard,
    /// <summary>
    /// The way SearchParameters and invariants of R4 are written: <c>as</c> goes through a collection item by item, a System type's name
    /// (<c>answer is Boolean</c>, <c>value.as(DateTime)</c>) covers the FHIR primitives that become it, and <c>iif</c> may stand on several items.
    /// </summary>
    R4Definitions,
}

/// <summary>What compiling may know beside the text.</summary>
public sealed record CompileOptions
{
    /// <summary>Standard FHIRPath without a known context.</summary>
    public static CompileOptions Default { get; } = new();

    /// <summary>For R4 SearchParameters and invariants.</summary>
    public static CompileOptions R4Definitions { get; } = new() { Dialect = FhirPathDialect.R4Definitions };

    /// <summary>For the invariants that R4 itself has: written before some functions were settled as N1 has them now.</summary>
    public static CompileOptions R4Invariants { get; } = new() { Dialect = FhirPathDialect.R4Definitions, NothingAnswersNo = true, MatchesWhole = true };

    /// <summary>
    /// Whether questions about a text or a type (<c>startsWith()</c>, <c>contains()</c>, <c>matches()</c>, <c>is</c>) answer no when there is no item, instead of nothing:
    /// <c>reference.startsWith('#').not()</c> then holds of a reference without text.
    /// </summary>
    public bool NothingAnswersNo { get; init; }

    /// <summary>Whether <c>matches()</c> wants the whole text to match, not a part of it.</summary>
    public bool MatchesWhole { get; init; }

    /// <summary>Whose reading of FHIRPath.</summary>
    public FhirPathDialect Dialect { get; init; }

    /// <summary>
    /// The exact type of every focus, when it is known: parts of the expression that begin with another type's name (<c>Patient.x | Person.x</c>) are then left out.
    /// </summary>
    public TypeSchema? ContextType { get; init; }

    /// <summary>
    /// Whether names and types are checked against <see cref="ContextType"/>: an element that the type does not have, an operator between types that never fit,
    /// an ordered function on an unordered collection are then errors of compiling.
    /// </summary>
    public bool Strict { get; init; }
}

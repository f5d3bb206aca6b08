namespace FhirPsychAcute.Storage;

/// <summary>Why a question of terminology has no answer.</summary>
public enum ExpansionFault : byte
{
    /// <summary>It has one.</summary>
    None,
    /// <summary>The value set or code system is not known here.</summary>
    Unknown,
    /// <summary>It is known, but its content is not here or cannot be worked out.</summary>
    NotComputable,
    /// <summary>There are more codes than a search may have.</summary>
    TooMany,
}

/// <summary>The codes that a token may have.</summary>
/// <param name="Codes">System and code; a null code stands for every code of the system.</param>
/// <param name="Fault">Why there are none.</param>
public sealed record TokenExpansion(IReadOnlyList<(string System, string? Code)> Codes, ExpansionFault Fault = ExpansionFault.None)
{
    /// <summary>No answer.</summary>
    public static TokenExpansion Without(ExpansionFault fault) => new([], fault);
}

/// <summary>Works out the codes that the modifiers <c>:in</c>, <c>:not-in</c>, <c>:above</c> and <c>:below</c> mean (R4 search 3.1.1.4.10). Safe for any number of threads.</summary>
public interface ITerminologyExpander
{
    /// <summary>The codes of a value set.</summary>
    /// <param name="reference">Its canonical url, or a reference to it on this server.</param>
    /// <param name="limit">Most codes.</param>
    TokenExpansion ValueSet(string reference, int limit);

    /// <summary>A code and all below it.</summary>
    TokenExpansion Below(string system, string code, int limit);

    /// <summary>A code and all above it.</summary>
    TokenExpansion Above(string system, string code, int limit);
}

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>The answer about one code, with everything that an issue needs to say.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="System">Code system, where known.</param>
/// <param name="SystemVersion">Version of the code system that was looked at.</param>
/// <param name="Displays">The displays that the code system allows for the code, the preferred one first; empty where unknown.</param>
/// <param name="DisplayIsWrong">A display was given and is none of <paramref name="Displays"/>.</param>
/// <param name="Inactive">The concept is inactive, deprecated or retired.</param>
/// <param name="SystemIsKnown">A definition of the code system was found, with or without its concepts.</param>
public sealed record CodeCheck(
    CodeVerdict Verdict,
    string? System,
    string? SystemVersion,
    IReadOnlyList<string> Displays,
    bool DisplayIsWrong = false,
    bool Inactive = false,
    bool SystemIsKnown = true)
{
    /// <summary>What the code system says of the code, apart from the value set.</summary>
    public CodeFacts Facts { get; init; }

    /// <summary>The code as the system writes it; null where it does not list it.</summary>
    public string? Code { get; init; }

    /// <summary>For a code without system: the systems of the value set that have it, or all that the value set draws on when none has. Several make it ambiguous.</summary>
    public IReadOnlyList<string> ImpliedSystems { get; init; } = [];

    /// <summary>Why the value set, although here, cannot be worked out; null when it can.</summary>
    public string? ValueSetFault { get; init; }
}

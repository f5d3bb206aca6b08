using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>Whether a code system has a code.</summary>
internal enum Presence : byte
{
    /// <summary>It has.</summary>
    Present,
    /// <summary>It has not.</summary>
    Absent,
    /// <summary>Its content is not here, or not all of it.</summary>
    Unknown,
}

/// <summary>A code system as far as it can be asked here: a definition with concepts, a grammar, or nothing but the url. Immutable, safe for any number of threads.</summary>
internal abstract class CodeSource(string url)
{
    /// <summary>Canonical url of the code system.</summary>
    public string Url { get; } = url;

    /// <summary>Version of what is here; null where none is stated.</summary>
    public virtual string? Version => null;

    /// <summary>Whether something is known of the system beyond its url.</summary>
    public virtual bool IsKnown => true;

    /// <summary>Number of concepts that are listed here.</summary>
    public virtual int Count => 0;

    /// <summary>Whether every code of the system is here, so that a code that is not found does not exist.</summary>
    public virtual bool IsComplete => false;

    /// <summary>The element with code, display and designations of a listed concept.</summary>
    public virtual Element Concept(int number) => default;

    /// <summary>The designations of a listed concept: elements with language, use and value.</summary>
    public virtual IEnumerable<Element> Designations(int number) => Concept(number).ChildrenNamed("designation").ToList();

    /// <summary>Whether the code is one of the system's.</summary>
    /// <param name="code">UTF-8.</param>
    /// <param name="concept">Number of the concept, where the system is a list that has it; otherwise -1.</param>
    public abstract Presence Find(ReadOnlySpan<byte> code, out int concept);
}

/// <summary>A code system that nobody here has heard of.</summary>
internal sealed class UnknownSystem(string url) : CodeSource(url)
{
    public override bool IsKnown => false;

    public override Presence Find(ReadOnlySpan<byte> code, out int concept)
    {
        concept = -1;
        return Presence.Unknown;
    }
}

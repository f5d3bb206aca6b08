using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>
/// A value set ready to be asked: what it includes less what it excludes, or the expansion that it brings (http://hl7.org/fhir/R4/valueset.html).
/// Immutable, safe for any number of threads.
/// </summary>
internal sealed class ValueSetRules
{
    private readonly Lazy<GivenExpansion?> published;
    private readonly bool withoutInactive;

    /// <param name="valueSet">The ValueSet resource.</param>
    /// <param name="includes">ValueSet.compose.include.</param>
    /// <param name="excludes">ValueSet.compose.exclude.</param>
    /// <param name="given">The expansion in the value set itself; null without.</param>
    /// <param name="published">Finds an expansion that was published beside the value set, asked only when the definition alone does not tell.</param>
    /// <param name="fault">Why the value set cannot be worked out; null when it can.</param>
    public ValueSetRules(
        Element valueSet, IncludeRule[] includes, IncludeRule[] excludes, GivenExpansion? given, Func<GivenExpansion?> published, string? fault)
    {
        ValueSet = valueSet;
        Includes = includes;
        Excludes = excludes;
        Given = given;
        Fault = fault;
        this.published = new Lazy<GivenExpansion?>(published);
        withoutInactive = valueSet.Child("compose") is { Exists: true } compose && compose.ChildValue("inactive") is "false";
    }

    /// <summary>The ValueSet resource.</summary>
    public Element ValueSet { get; }

    /// <summary>Canonical url.</summary>
    public string Url => ValueSet.ChildValue("url") ?? "";

    /// <summary>Business version, or null.</summary>
    public string? Version => ValueSet.ChildValue("version");

    /// <summary>The url with the version, where there is one.</summary>
    public string Canonical => Version is { } version ? $"{Url}|{version}" : Url;

    /// <summary>What belongs.</summary>
    public IncludeRule[] Includes { get; }

    /// <summary>What does not belong although it is included.</summary>
    public IncludeRule[] Excludes { get; }

    /// <summary>The expansion in the value set itself; null without.</summary>
    public GivenExpansion? Given { get; }

    /// <summary>An expansion published beside the value set, of the same version; null without.</summary>
    public GivenExpansion? Published => published.Value;

    /// <summary>Why the value set cannot be worked out: it imports itself; null when it can.</summary>
    public string? Fault { get; }

    /// <summary>Whether inactive concepts are left out (ValueSet.compose.inactive).</summary>
    public bool WithoutInactive => withoutInactive;

    /// <summary>Whether the code belongs.</summary>
    /// <param name="system">UTF-8; empty where the code came without system and any system of the value set will do.</param>
    /// <param name="code">UTF-8.</param>
    public Membership Test(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        if (Fault is not null)
        {
            return Membership.Unknown;
        }

        var result = Includes.Length == 0 && Given is not null ? Given.Test(system, code) : Compose(system, code);
        if (result != Membership.Unknown)
        {
            return result;
        }

        if (Given is not null && Includes.Length > 0)
        {
            result = Given.Test(system, code);
        }

        // Only what an older list has is taken from it: the system may have grown since.
        return result == Membership.Unknown && Published?.Test(system, code) == Membership.In ? Membership.In : result;
    }

    /// <summary>Adds the code systems that the value set draws on, each once.</summary>
    public void CollectSystems(List<string> systems, int depth)
    {
        // Import chains end, because circles are refused; the bound is for their length.
        if (depth > 64)
        {
            return;
        }

        foreach (var include in Includes)
        {
            if (include.System is { } system)
            {
                Add(system);
                continue;
            }

            foreach (var import in include.Imports)
            {
                import.Rules?.CollectSystems(systems, depth + 1);
            }
        }

        foreach (var entry in Includes.Length == 0 && Given is not null ? Given.Entries : [])
        {
            if (entry.ChildValue("system") is { } listed)
            {
                Add(listed);
            }
        }

        void Add(string found)
        {
            if (!systems.Contains(found))
            {
                systems.Add(found);
            }
        }
    }

    private Membership Compose(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        var result = Membership.Out;
        foreach (var include in Includes)
        {
            var included = include.Test(system, code, withoutInactive);
            if (included != Membership.Out)
            {
                included = Excluded(include.SystemOr(system), code, included);
                result = included > result ? included : result;
                if (result == Membership.In)
                {
                    break;
                }
            }
        }

        return result;
    }

    private Membership Excluded(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, Membership included)
    {
        foreach (var exclude in Excludes)
        {
            var excluded = exclude.Test(system, code, withoutInactive: false);
            if (excluded == Membership.In)
            {
                return Membership.Out;
            }

            included = excluded == Membership.Unknown ? Membership.Unknown : included;
        }

        return included;
    }
}

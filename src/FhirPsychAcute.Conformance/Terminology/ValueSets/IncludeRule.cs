using System.Text;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>
/// One ValueSet.compose.include or exclude (http://hl7.org/fhir/R4/valueset.html#compositions): codes of a system, listed, filtered or all, that are also
/// in every imported value set. The code system is looked at only when a code of it comes.
/// </summary>
internal sealed class IncludeRule
{
    private readonly byte[]? systemBytes;
    private readonly CodeTable? listed;
    private readonly Lazy<CodeSource>? source;

    public IncludeRule(Element include, ScopeView view, ImportedValueSet[] imports)
    {
        Imports = imports;
        System = include.ChildValue("system");
        SystemVersion = include.ChildValue("version") is { } version and not "*" ? version : null;
        if (System is null)
        {
            return;
        }

        systemBytes = Encoding.UTF8.GetBytes(System);
        source = new Lazy<CodeSource>(() => view.Source(System, SystemVersion) ?? new UnknownSystem(System));
        Listed = include.ChildrenNamed(view.Names.Concept).ToList();
        Filters = [.. include.ChildrenNamed("filter").ToList().Select(filter => new ConceptFilter(filter))];
        if (Listed.Count > 0)
        {
            listed = new CodeTable(Listed.Count);
            for (var i = 0; i < Listed.Count; i++)
            {
                listed.Add(Utf8Text.Of(Listed[i].Child("code")), i);
            }
        }
    }

    /// <summary>Url of the code system; null where only value sets are imported.</summary>
    public string? System { get; }

    /// <summary>The version of the code system that is meant; null for the current one.</summary>
    public string? SystemVersion { get; }

    /// <summary>The concepts listed: ValueSet.compose.include.concept.</summary>
    public IReadOnlyList<Element> Listed { get; } = [];

    /// <summary>The filters, all of which a concept must pass.</summary>
    public ConceptFilter[] Filters { get; } = [];

    /// <summary>Value sets that must have the code too.</summary>
    public ImportedValueSet[] Imports { get; }

    /// <summary>The code system; null where only value sets are imported.</summary>
    public CodeSource? Source => source?.Value;

    /// <summary>The rule's own system where the code came without one, otherwise the code's.</summary>
    public ReadOnlySpan<byte> SystemOr(ReadOnlySpan<byte> system) => system.IsEmpty ? systemBytes : system;

    /// <summary>Whether the code belongs.</summary>
    /// <param name="system">UTF-8; empty where the code came without system and any will do.</param>
    /// <param name="code">UTF-8.</param>
    /// <param name="withoutInactive">Whether inactive concepts do not belong (ValueSet.compose.inactive).</param>
    public Membership Test(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, bool withoutInactive)
    {
        var result = Membership.In;
        if (systemBytes is not null)
        {
            if (!system.IsEmpty && !system.SequenceEqual(systemBytes))
            {
                return Membership.Out;
            }

            system = systemBytes;
            result = TestSystem(code, withoutInactive);
        }

        foreach (var import in Imports)
        {
            if (result == Membership.Out)
            {
                break;
            }

            var imported = import.Rules?.Test(system, code) ?? Membership.Unknown;
            result = imported < result ? imported : result;
        }

        return result;
    }

    private Membership TestSystem(ReadOnlySpan<byte> code, bool withoutInactive)
    {
        if (listed is not null)
        {
            return TestListed(code, withoutInactive);
        }

        var presence = Source!.Find(code, out var concept);
        if (concept >= 0 && Source is CompiledCodeSystem compiled)
        {
            return TestConcept(compiled, concept, withoutInactive);
        }

        if (presence == Presence.Absent)
        {
            return Membership.Out;
        }

        var result = presence == Presence.Present ? Membership.In : Membership.Unknown;
        foreach (var filter in Filters)
        {
            var passes = filter.TestUnlisted(System!, code);
            result = passes < result ? passes : result;
        }

        return result;
    }

    private Membership TestConcept(CompiledCodeSystem system, int concept, bool withoutInactive)
    {
        var result = withoutInactive && system.Properties.IsInactive(concept) ? Membership.Out : Membership.In;
        foreach (var filter in Filters)
        {
            var passes = filter.Test(system, concept);
            result = passes < result ? passes : result;
        }

        return result;
    }

    private Membership TestListed(ReadOnlySpan<byte> code, bool withoutInactive)
    {
        var at = listed!.Find(code);
        if (at < 0)
        {
            return Source is CompiledCodeSystem { IsCaseSensitive: false } folding && IsListedInOtherCase(folding, code) ? Membership.In : Membership.Out;
        }

        return withoutInactive && Source is CompiledCodeSystem system && system.Number(code) is var concept and >= 0 && system.Properties.IsInactive(concept)
            ? Membership.Out
            : Membership.In;
    }

    private bool IsListedInOtherCase(CompiledCodeSystem system, ReadOnlySpan<byte> code)
    {
        var folded = Utf8Text.Fold(code).AsSpan();
        foreach (var concept in Listed)
        {
            if (folded.SequenceEqual(Utf8Text.Fold(Utf8Text.Of(concept.Child(system.Names.Code)).Span)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A value set that an include imports.</summary>
/// <param name="Canonical">As the include names it.</param>
/// <param name="Rules">What it holds; null when it is not here.</param>
internal sealed record ImportedValueSet(string Canonical, ValueSetRules? Rules);

using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.Grammars;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Expansion;

/// <summary>
/// Lists the codes of a value set (http://hl7.org/fhir/R4/valueset.html#expansion): each include in turn, less the excludes. Where a system's content is not here,
/// the expansion published beside the value set answers if there is one; otherwise the value set cannot be expanded, and which system is missing is told.
/// </summary>
internal sealed class ValueSetExpander
{
    // Codes looked at altogether, so that no value set can keep a processor for long.
    private const int MaxWork = 500_000;

    private readonly HashSet<(string System, string Code)> seen = [];
    private readonly List<ExpandedCode> codes = [];
    private readonly SortedSet<string> versions = new(StringComparer.Ordinal);
    private int work;

    private ValueSetExpander()
    {
    }

    /// <summary>The codes in order, each once.</summary>
    public IReadOnlyList<ExpandedCode> Codes => codes;

    /// <summary>The code systems used, as <c>url|version</c>.</summary>
    public IReadOnlyCollection<string> Versions => versions;

    /// <summary>Whether there are codes that are not listed, because a system or a published expansion is here in part only.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>Why the value set cannot be expanded; null when it can.</summary>
    public ExpansionFault? Fault { get; private set; }

    /// <summary>Lists the codes of a value set.</summary>
    public static ValueSetExpander Expand(ValueSetRules rules)
    {
        var expander = new ValueSetExpander();
        expander.Add(rules, 0);
        return expander;
    }

    private void Add(ValueSetRules rules, int depth)
    {
        if (rules.Fault is not null || depth > 64)
        {
            Fault ??= new ExpansionFault(IssueCode.Invalid, "terminology.valueset-circular", rules.Fault ?? rules.Url);
            return;
        }

        if (rules.Includes.Length == 0)
        {
            AddGiven(rules, rules.Given ?? rules.Published);
            return;
        }

        var before = codes.Count;
        foreach (var include in rules.Includes)
        {
            AddInclude(rules, include, depth);
            if (Fault is not null)
            {
                break;
            }
        }

        if (Fault is { Code: not IssueCode.Invalid } && (rules.Given ?? rules.Published) is { } listed)
        {
            Fault = null;
            Forget(before);
            AddGiven(rules, listed);
        }
    }

    private void AddGiven(ValueSetRules rules, GivenExpansion? given)
    {
        if (given is null)
        {
            return;
        }

        IsUnclosed |= !given.IsWhole;
        foreach (var entry in given.Entries)
        {
            if (entry.ChildValue("system") is { } system && entry.ChildValue("code") is { } code)
            {
                Take(rules, new ExpandedCode(system, code, entry, null, -1));
            }
        }
    }

    private void AddInclude(ValueSetRules rules, IncludeRule include, int depth)
    {
        if (include.Imports.FirstOrDefault(import => import.Rules is null) is { } missing)
        {
            Fault = new ExpansionFault(IssueCode.NotFound, "terminology.valueset-unknown", missing.Canonical);
        }
        else if (include.System is null)
        {
            AddImported(rules, include, depth);
        }
        else if (include.Listed.Count > 0)
        {
            AddListed(rules, include);
        }
        else
        {
            AddSystem(rules, include);
        }
    }

    // Codes that are in every imported value set: those of the first that the others have too.
    private void AddImported(ValueSetRules rules, IncludeRule include, int depth)
    {
        if (include.Imports.Length == 0)
        {
            return;
        }

        var first = new ValueSetExpander { work = work };
        first.Add(include.Imports[0].Rules!, depth + 1);
        work = first.work;
        Fault ??= first.Fault;
        IsUnclosed |= first.IsUnclosed;
        versions.UnionWith(first.versions);
        foreach (var code in first.codes)
        {
            TakeImported(rules, include, code, skip: 1);
        }
    }

    private void AddListed(ValueSetRules rules, IncludeRule include)
    {
        var source = include.Source!;
        Use(source);
        foreach (var listed in include.Listed)
        {
            if (listed.ChildValue("code") is { } code)
            {
                source.Find(Encoding.UTF8.GetBytes(code), out var concept);
                TakeImported(rules, include, new ExpandedCode(include.System!, code, listed, concept < 0 ? null : source, concept), skip: 0);
            }
        }
    }

    private void AddSystem(ValueSetRules rules, IncludeRule include)
    {
        var source = include.Source!;
        if (source.Count == 0)
        {
            Fault = source is GrammarSystem
                ? new ExpansionFault(IssueCode.TooCostly, "terminology.system-is-grammar", source.Url)
                : new ExpansionFault(IssueCode.NotFound, "terminology.system-without-content", source.Url);
            return;
        }

        Use(source);
        IsUnclosed |= !source.IsComplete;
        for (var concept = 0; concept < source.Count && Fault is null; concept++)
        {
            if (source is CompiledCodeSystem system && !Passes(include, system, concept))
            {
                continue;
            }

            TakeImported(rules, include, new ExpandedCode(source.Url, source.Concept(concept).ChildValue("code")!, default, source, concept), skip: 0);
        }
    }

    private bool Passes(IncludeRule include, CompiledCodeSystem system, int concept)
    {
        foreach (var filter in include.Filters)
        {
            switch (filter.Test(system, concept))
            {
                case Membership.Out:
                    return false;
                case Membership.Unknown:
                    Fault = new ExpansionFault(IssueCode.NotSupported, "terminology.filter-unsupported", filter.ToString(), system.Url);
                    return false;
            }
        }

        return true;
    }

    private void TakeImported(ValueSetRules rules, IncludeRule include, ExpandedCode code, int skip)
    {
        for (var i = skip; i < include.Imports.Length; i++)
        {
            var membership = include.Imports[i].Rules!.Test(Encoding.UTF8.GetBytes(code.System), Encoding.UTF8.GetBytes(code.Code));
            if (membership == Membership.Unknown)
            {
                Fault ??= new ExpansionFault(IssueCode.NotFound, "terminology.valueset-not-computable", include.Imports[i].Canonical);
            }

            if (membership != Membership.In)
            {
                return;
            }
        }

        Take(rules, code);
    }

    private void Take(ValueSetRules rules, ExpandedCode code)
    {
        if (++work > MaxWork)
        {
            Fault ??= new ExpansionFault(IssueCode.TooCostly, "terminology.expansion-too-large", MaxWork);
            return;
        }

        if (rules.WithoutInactive && code.IsInactive)
        {
            return;
        }

        foreach (var exclude in rules.Excludes)
        {
            switch (exclude.Test(Encoding.UTF8.GetBytes(code.System), Encoding.UTF8.GetBytes(code.Code), withoutInactive: false))
            {
                case Membership.In:
                    return;
                case Membership.Unknown:
                    Fault ??= new ExpansionFault(IssueCode.NotFound, "terminology.valueset-not-computable", rules.Url);
                    return;
            }
        }

        if (seen.Add((code.System, code.Code)))
        {
            codes.Add(code);
        }
    }

    private void Use(CodeSource source)
    {
        if (source.Version is { } version)
        {
            versions.Add($"{source.Url}|{version}");
        }
    }

    private void Forget(int from)
    {
        for (var i = from; i < codes.Count; i++)
        {
            seen.Remove((codes[i].System, codes[i].Code));
        }

        codes.RemoveRange(from, codes.Count - from);
    }
}

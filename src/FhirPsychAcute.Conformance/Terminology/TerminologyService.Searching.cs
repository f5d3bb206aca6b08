using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.Expansion;
using FhirPsychAcute.Conformance.Terminology.ValueSets;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>The codes that a search means.</summary>
/// <param name="Codes">System and code; a null code stands for every code of the system. Empty with a fault.</param>
/// <param name="Fault">A code of <see cref="IssueCode"/>: not-found for what is not known, not-supported for what cannot be worked out, too-costly; null when there is an answer.</param>
public sealed record CodesMeant(IReadOnlyList<(string System, string? Code)> Codes, string? Fault = null);

/// <content>The codes behind the search modifiers <c>:in :not-in :above :below</c> (http://hl7.org/fhir/R4/search.html#token).</content>
public sealed partial class TerminologyService
{
    /// <summary>Every code of a value set, abstract and inactive ones too.</summary>
    /// <param name="scope">From where the canonical is resolved; null: from the library's root.</param>
    /// <param name="canonical">Canonical of the value set.</param>
    /// <param name="limit">Most codes; more is too costly.</param>
    public CodesMeant CodesOf(DefinitionScope? scope, string canonical, int limit)
    {
        if (ViewOf(scope).Rules(canonical) is not { } rules)
        {
            return new CodesMeant([], IssueCode.NotFound);
        }

        if (WholeSystems(rules) is { } systems)
        {
            return new CodesMeant(systems);
        }

        var expansion = ValueSetExpander.Expand(rules);
        return expansion.Fault is { } fault ? new CodesMeant([], fault.Code == IssueCode.TooCostly ? IssueCode.TooCostly : IssueCode.NotSupported)
            : expansion.IsUnclosed ? new CodesMeant([], IssueCode.NotSupported)
            : expansion.Codes.Count > limit ? new CodesMeant([], IssueCode.TooCostly)
            : new CodesMeant([.. expansion.Codes.Select(code => (code.System, (string?)code.Code))]);
    }

    /// <summary>A code and all codes below it.</summary>
    public CodesMeant CodesBelow(DefinitionScope? scope, string system, string code, int limit) => Reach(scope, system, code, limit, isDown: true);

    /// <summary>A code and all codes above it.</summary>
    public CodesMeant CodesAbove(DefinitionScope? scope, string system, string code, int limit) => Reach(scope, system, code, limit, isDown: false);

    // A value set of nothing but whole systems that are not here is the codes that name these systems.
    private static List<(string, string?)>? WholeSystems(ValueSetRules rules) =>
        rules.Includes.Length > 0 && rules.Excludes.Length == 0 && !rules.WithoutInactive
            && Array.TrueForAll(rules.Includes, include => include is { System: not null, Listed.Count: 0, Filters.Length: 0, Imports.Length: 0, Source.Count: 0 })
            ? [.. rules.Includes.Select(include => (include.System!, (string?)null)).Distinct()]
            : null;

    private CodesMeant Reach(DefinitionScope? scope, string system, string code, int limit, bool isDown)
    {
        var source = ViewOf(scope).Source(Encoding.UTF8.GetBytes(system));
        if (!source.IsKnown)
        {
            return new CodesMeant([], IssueCode.NotFound);
        }

        if (source is not CompiledCodeSystem compiled)
        {
            // Grammars and lists have no hierarchy.
            return new CodesMeant([(system, code)]);
        }

        var concept = compiled.Number(code);
        if (concept < 0)
        {
            return compiled.IsComplete ? new CodesMeant([(system, code)]) : new CodesMeant([], IssueCode.NotSupported);
        }

        var reached = isDown ? compiled.Hierarchy.Descendants(concept) : compiled.Hierarchy.Ancestors(concept);
        var codes = new List<(string, string?)> { (system, compiled.Code(concept)) };
        for (var i = 0; i < reached.Length; i++)
        {
            if (reached[i] && i != concept)
            {
                codes.Add((system, compiled.Code(i)));
            }
        }

        return codes.Count > limit ? new CodesMeant([], IssueCode.TooCostly) : new CodesMeant(codes);
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.ConceptMaps;
using FhirPsychAcute.Conformance.Terminology.Grammars;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>The code systems and value sets that can be seen from a scope, compiled when first asked for. Safe for any number of threads.</summary>
internal sealed class ScopeView(DefinitionScope scope)
{
    // Urls come from the resources that are checked, so what is kept of them is bounded.
    public const int MaxValueSets = 8192;

    private const int MaxSystems = 1024;

    private readonly TextCache<CodeSource> systems = new(MaxSystems);
    private readonly ConcurrentDictionary<string, BoundValueSet> valueSets = new(StringComparer.Ordinal);

    /// <summary>From where canonicals are resolved.</summary>
    public DefinitionScope Scope => scope;

    /// <summary>
    /// Value sets worked out from here, whoever defines them; null where each is worked out from where it is defined. What users store on a server is seen by all.
    /// </summary>
    public ConditionalWeakTable<Definition, ValueSetRules>? OwnRules { get; } = scope is ResourceScope ? [] : null;

    /// <summary>Element names.</summary>
    public TerminologyNames Names { get; } = CompiledDefinitions.NamesOf(scope.Schema);

    /// <summary>The code system of a url, in its current version.</summary>
    public CodeSource Source(ReadOnlySpan<byte> system) =>
        systems.Find(system) is { } known ? known : systems.Keep(system, FindSource(Encoding.UTF8.GetString(system)));

    /// <summary>The code system of a url and version.</summary>
    /// <returns>Null when the system is here, but not in that version.</returns>
    public CodeSource? Source(string system, string? version)
    {
        var current = Source(Encoding.UTF8.GetBytes(system));
        if (version is null || current is not CompiledCodeSystem { Mode: not ContentMode.NotPresent } || current.Version == version)
        {
            return current;
        }

        return scope.TryResolve($"{system}|{version}", out var definition) && definition.ResourceType == "CodeSystem"
            ? WithSupplements(definition)
            : null;
    }

    /// <summary>The value set of a canonical.</summary>
    public BoundValueSet ValueSet(string canonical)
    {
        if (valueSets.TryGetValue(canonical, out var known))
        {
            return known;
        }

        var valueSet = new BoundValueSet(this, canonical);
        return valueSets.Count < MaxValueSets ? valueSets.GetOrAdd(canonical, valueSet) : valueSet;
    }

    /// <summary>What a canonical's value set holds; null when it is not here.</summary>
    public ValueSetRules? Rules(string canonical) =>
        scope.TryResolve(canonical, out var definition) && definition.ResourceType == "ValueSet" ? ValueSetCompiler.Compile(definition, this)
        : definition is null && ImplicitValueSet.Of(canonical, scope.Schema) is { } implied ? ValueSetCompiler.Compile(implied.Root, this)
        : null;

    /// <summary>The concept map of a canonical; null when it is not here.</summary>
    public CompiledConceptMap? ConceptMap(string canonical) =>
        scope.TryResolve(canonical, out var definition) && definition.ResourceType == "ConceptMap" ? CompiledDefinitions.ConceptMap(definition) : null;

    /// <summary>All concept maps that can be seen.</summary>
    public IEnumerable<CompiledConceptMap> ConceptMaps() => scope.OfType("ConceptMap").Select(CompiledDefinitions.ConceptMap);

    private CodeSource FindSource(string system)
    {
        // A grammar answers for the whole system, where a definition of it could only show a part.
        if (GrammarSystem.Of(system) is { } grammar)
        {
            return grammar;
        }

        if (scope.TryResolve(system, out var definition) && definition.ResourceType == "CodeSystem")
        {
            return WithSupplements(definition);
        }

        return (CodeSource?)ListedSystem.Of(system, FindList) ?? new UnknownSystem(system);
    }

    // What supplements in sight say belongs to the concepts; it changes no code's meaning (R4 codesystem 4.8.12).
    private CompiledCodeSystem WithSupplements(Definition definition) => CompiledDefinitions.CodeSystem(definition, Names)
        .With([.. scope.Supplements(definition.Url).Select(supplement => CompiledDefinitions.CodeSystem(supplement, Names))]);

    private (Element, GivenExpansion?)? FindList(string canonical) =>
        scope.TryResolve(canonical, out var definition) && definition.ResourceType == "ValueSet"
            ? (definition.Document.Root, ValueSetCompiler.Published(definition))
            : null;
}

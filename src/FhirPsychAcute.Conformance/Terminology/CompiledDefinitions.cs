using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.ConceptMaps;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>What was compiled of definitions, kept as long as the definition itself.</summary>
internal static class CompiledDefinitions
{
    private static readonly ConditionalWeakTable<Definition, CompiledCodeSystem> CodeSystems = [];
    private static readonly ConditionalWeakTable<Definition, CompiledConceptMap> ConceptMaps = [];
    private static readonly ConditionalWeakTable<SchemaCatalog, TerminologyNames> Names = [];

    /// <summary>Value sets, worked out from where they are defined.</summary>
    public static ConditionalWeakTable<Definition, ValueSetRules> ValueSets { get; } = [];

    /// <summary>Element names of a schema.</summary>
    public static TerminologyNames NamesOf(SchemaCatalog schema) => Names.GetValue(schema, static schema => new TerminologyNames(schema));

    /// <summary>The code system of a definition of one.</summary>
    public static CompiledCodeSystem CodeSystem(Definition definition, TerminologyNames names) =>
        CodeSystems.TryGetValue(definition, out var known) ? known : CodeSystems.GetValue(definition, key => CompiledCodeSystem.Compile(key, names));

    /// <summary>The concept map of a definition of one.</summary>
    public static CompiledConceptMap ConceptMap(Definition definition) =>
        ConceptMaps.GetValue(definition, static key => new CompiledConceptMap(key.Document.Root));
}

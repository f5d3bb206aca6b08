using FhirPsychAcute.Conformance.Validation.ResourceRules.Capabilities;
using FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ConceptMaps;
using FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;
using FhirPsychAcute.Conformance.Validation.ResourceRules.Operations;
using FhirPsychAcute.Conformance.Validation.ResourceRules.SearchParameters;
using FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>The rules about resources that define something for others: code systems, value sets, profiles, search parameters, operations, measures.</summary>
internal static class ConformanceResourceRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceRule> All { get; } =
    [
        new CodeSystemContentRule(),
        new CodeSystemPropertyRule(),
        new ConceptPropertyRule(),
        new SupplementRule(),
        new ValueSetComposeRule(),
        new ValueSetExpressionRule(),
        new ConceptMapRule(),
        new MeasureRule(),
        new MeasureReportRule(),
        new SearchParameterRule(),
        new OperationDefinitionRule(),
        new CapabilitySearchParameterRule(),
        new StructureDefinitionRule(),
        new PublicationRule(),
        new DefinitionUrlRule(),
    ];
}

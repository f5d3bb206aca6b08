namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class DefinitionStoreTests
{
    [Fact]
    public void The_core_search_parameters_are_there_and_examples_are_not()
    {
        var parameters = DefinitionStore.R4.SearchParameters;
        Assert.Equal(1376, parameters.Count);
        Assert.Equal("Condition.subject", parameters.Single(p => p.Url == "http://hl7.org/fhir/SearchParameter/Condition-subject").Expression);
        Assert.DoesNotContain(parameters, p => p.Url.Contains("/example", StringComparison.Ordinal));
    }
}

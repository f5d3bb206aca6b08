namespace FhirPsychAcute.Storage.Tests.Indexing;

public sealed class SearchParameterRegistryTests
{
    [Fact]
    public void Every_resource_type_has_the_parameters_of_Resource()
    {
        foreach (var type in IndexingFixture.Schema.ResourceTypes)
        {
            foreach (var code in (string[])["_id", "_lastUpdated", "_tag", "_profile", "_security", "_source"])
            {
                Assert.True(IndexingFixture.Registry.TryGet(type.Name, code, out var parameter) && parameter.IsSupported, $"{type.Name}.{code}");
            }
        }
    }

    [Fact]
    public void A_parameter_of_several_types_has_a_number_for_each()
    {
        Assert.NotEqual(IndexingFixture.Number("Observation.code"), IndexingFixture.Number("Condition.code"));
        Assert.Equal("Observation.code", IndexingFixture.Registry.ByNumber(IndexingFixture.Number("Observation.code"))!.ToString());
    }

    [Fact]
    public void Parameters_that_find_the_same_values_share_their_rows()
    {
        Assert.Equal(IndexingFixture.Number("Patient.name"), IndexingFixture.Number("Patient.phonetic"));
        Assert.NotEqual(IndexingFixture.Number("Observation.subject"), IndexingFixture.Number("Observation.patient"));
    }

    [Theory]
    [InlineData("combo-code", "code component-code")]
    [InlineData("combo-value-quantity", "component-value-quantity value-quantity")]
    [InlineData("combo-value-concept", "component-value-concept value-concept")]
    [InlineData("combo-code-value-quantity", "code-value-quantity component-code-value-quantity")]
    [InlineData("combo-code-value-concept", "code-value-concept component-code-value-concept")]
    [InlineData("code", "code")]
    [InlineData("value-quantity", "value-quantity")]
    public void A_union_of_other_parameters_is_searched_by_their_rows(string code, string parts) =>
        Assert.Equal(parts, string.Join(' ', IndexingFixture.Parameter("Observation", code).Parts.Select(part => part.Code)));

    [Fact]
    public void Numbers_come_from_the_store_when_it_gives_them()
    {
        var registry = new SearchParameterRegistry(
            Conformance.DefinitionStore.R4.SearchParameters, IndexingFixture.Schema, columns => [.. columns.Select((_, position) => 100_000 + position)]);
        Assert.True(registry.TryGet("Patient", "name", out var name));
        Assert.True(name.Number >= 100_000);
    }

    [Theory]
    [InlineData("Patient", "_text")]
    [InlineData("Patient", "_content")]
    [InlineData("Patient", "_filter")]
    [InlineData("Patient", "_query")]
    public void What_is_not_supported_says_why(string type, string code)
    {
        var parameter = IndexingFixture.Parameter(type, code);
        Assert.False(parameter.IsSupported);
        Assert.EndsWith(".", parameter.UnsupportedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void All_other_parameters_are_supported()
    {
        string[] known = ["_text", "_content", "_filter", "_query", "age", "birthOrderBoolean", "part-agree"];
        var unsupported = IndexingFixture.Schema.ResourceTypes
            .SelectMany(type => IndexingFixture.Registry.ForType(type.Name))
            .Where(parameter => !parameter.IsSupported && !known.Contains(parameter.Code))
            .Select(parameter => parameter.ToString());
        Assert.Empty(unsupported);
    }

    [Fact]
    public void Expressions_of_other_types_are_left_out()
    {
        Assert.Equal(["Observation.code"], IndexingFixture.Parameter("Observation", "code").Expressions);
        Assert.Equal(["(Observation.value as Quantity)", "(Observation.value as SampledData)"], IndexingFixture.Parameter("Observation", "value-quantity").Expressions);
    }
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class DefinitionStoreTests
{
    private static readonly DefinitionStore Store = DefinitionStore.R4;

    [Theory]
    [InlineData("hl7.fhir.r4.examples", "StructureDefinition", 655)]
    [InlineData("hl7.fhir.r4.examples", "SearchParameter", 1400)]
    [InlineData("hl7.fhir.r4.examples", "ValueSet", 1316)]
    [InlineData("hl7.fhir.r4.examples", "CodeSystem", 1062)]
    [InlineData("hl7.fhir.r4.examples", "OperationDefinition", 47)]
    [InlineData("hl7.fhir.r4.expansions", "ValueSet", 553)]
    [InlineData("hl7.terminology.r4", "CodeSystem", 897)]
    [InlineData("hl7.fhir.uv.extensions.r4", "StructureDefinition", 680)]
    public void Each_package_is_there_whole(string package, string resourceType, int count)
    {
        var pack = Store.Pack;
        Assert.Equal(count, Enumerable.Range(0, pack.Count).Count(i =>
            pack.Labels.Packages[pack[i].Package].Name == package && pack.Labels.ResourceTypes[pack[i].ResourceType] == resourceType));
    }

    [Fact]
    public void Every_definition_inflates_and_has_the_structure_of_its_type()
    {
        var pack = Store.Pack;
        var faulty = Enumerable.Range(0, pack.Count)
            .Where(i => !ResourceDocument.Parse(pack.Inflate(i), Store.Schema).IsValid)
            .Select(i => System.Text.Encoding.UTF8.GetString(pack.Url(i)));

        // Its id has 67 characters; an id may have 64.
        Assert.Equal(["http://hl7.org/fhir/SearchParameter/questionnaireresponse-extensions-QuestionnaireResponse-item-subject"], faulty);
    }

    [Fact]
    public void A_definition_is_found_by_its_canonical()
    {
        Assert.True(Store.TryGet("http://hl7.org/fhir/StructureDefinition/Patient", out var patient));
        Assert.Equal("StructureDefinition", patient.Type.Name);
        Assert.Equal("Patient", patient.Id);
        Assert.False(patient.Root.Child("text").Exists);
    }

    [Fact]
    public void A_version_behind_the_canonical_is_obeyed()
    {
        Assert.True(Store.TryGet("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", out _));
        Assert.False(Store.TryGet("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.2", out _));
        Assert.False(Store.TryGet("http://hl7.org/fhir/ValueSet/administrative-gender|", out _));
        Assert.True(Store.TryGet("http://hl7.org/fhir/StructureDefinition/patient-birthPlace|5.3.0-ballot-tc1", out var newer));
        Assert.Equal("5.3.0-ballot-tc1", newer.Root.ChildValue("version"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("|4.0.1")]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patien")]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient ")]
    [InlineData("zzz")]
    public void What_is_not_defined_is_not_found(string canonical) => Assert.False(Store.TryGet(canonical, out _));

    [Fact]
    public void A_canonical_of_any_length_is_looked_up() => Assert.False(Store.TryGet(new string('ø', 100_000), out _));

    [Fact]
    public void The_core_specification_defines_what_is_at_home_there()
    {
        Assert.True(Store.TryGet("http://hl7.org/fhir/StructureDefinition/patient-birthPlace", out var extension));
        Assert.Equal("4.0.1", extension.Root.ChildValue("version"));
    }

    [Fact]
    public void HL7_terminology_defines_what_is_at_home_there()
    {
        Assert.True(Store.TryGet("http://terminology.hl7.org/CodeSystem/v3-ActCode", out var system));
        Assert.Equal("9.0.0", system.Root.ChildValue("version"));
        Assert.True(Store.TryGet("http://terminology.hl7.org/CodeSystem/v3-ActCode|2018-08-12", out var older));
        Assert.Equal("2018-08-12", older.Root.ChildValue("version"));
    }

    [Fact]
    public void Expansions_stand_beside_their_definitions()
    {
        Assert.True(Store.TryGet("http://hl7.org/fhir/ValueSet/administrative-gender", out var defined));
        Assert.False(defined.Root.Child("expansion").Exists);
        Assert.True(Store.TryGetExpansion("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", out var expanded));
        Assert.Equal(4, expanded.Root.Child("expansion").ChildrenNamed("contains").Count());
        Assert.False(Store.TryGetExpansion("http://hl7.org/fhir/StructureDefinition/Patient", out _));
    }

    [Fact]
    public void A_definition_that_someone_holds_is_not_read_again()
    {
        Assert.True(Store.TryGet("http://hl7.org/fhir/StructureDefinition/Observation", out var first));
        Assert.True(Store.TryGet("http://hl7.org/fhir/StructureDefinition/Observation|4.0.1", out var second));
        Assert.Same(first, second);
    }

    [Fact]
    public void Canonicals_are_listed_once_each()
    {
        var canonicals = Store.Canonicals("StructureDefinition").ToList();
        Assert.Equal(canonicals.Distinct(StringComparer.Ordinal), canonicals);
        Assert.Contains("http://hl7.org/fhir/StructureDefinition/Patient", canonicals);
        Assert.Empty(Store.Canonicals("Patient"));
        Assert.Empty(Store.Canonicals("NoSuchType"));
    }

    [Fact]
    public void The_core_search_parameters_are_there_and_examples_are_not()
    {
        Assert.Equal(1376, Store.SearchParameters.Count);
        Assert.Equal("Condition.subject", Store.SearchParameters.Single(p => p.Url == "http://hl7.org/fhir/SearchParameter/Condition-subject").Expression);
        Assert.DoesNotContain(Store.SearchParameters, p => p.Url.Contains("/example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var canonicals = Store.Canonicals("OperationDefinition").ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), (_, _) =>
        {
            foreach (var canonical in canonicals)
            {
                Assert.True(Store.TryGet(canonical, out var definition));
                Assert.Equal(canonical, definition.Root.ChildValue("url"));
            }

            return ValueTask.CompletedTask;
        });
    }
}

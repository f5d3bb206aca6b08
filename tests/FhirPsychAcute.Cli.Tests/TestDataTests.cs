namespace FhirPsychAcute.Cli.Tests;

public sealed class TestDataTests
{
    [Fact]
    public void The_checkout_holds_the_solution() => Assert.True(File.Exists(Checkout.Locate("FhirPsychAcute.sln")));

    [OfficialExamplesFact]
    public void The_official_examples_are_the_instances_without_the_definitions()
    {
        var names = OfficialExamples.Instances.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Patient-example", names);
        Assert.Contains("ValueSet-example-extensional", names);
        Assert.DoesNotContain("ValueSet-examplescenario-actor-type", names);
        Assert.DoesNotContain("StructureDefinition-Patient", names);
        Assert.DoesNotContain("package", names);
        Assert.Equal(839, names.Count);
    }

    [ConformanceFact("packages")]
    public void The_examples_of_every_published_package_are_found()
    {
        Assert.Equal(162, PackageExamples.Of("hl7.fhir.dk.core-3.7.0").Count());
        Assert.All(PackageExamples.All, file => Assert.NotEmpty(file.Bytes));
    }
}

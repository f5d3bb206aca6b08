namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Everything that the guide shows is valid against it, and against dk-core 3.7.0 where a profile imposes it.</summary>
public sealed class GuideValidityTests
{
    [ConformanceFact("packages/hl7.fhir.dk.core-3.7.0.tgz")]
    public void Every_compiled_example_is_valid_against_its_profiles_and_dk_core()
    {
        var wrong = Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json")
            .SelectMany(file => GuideValidator.ErrorsWithDanishCore(File.ReadAllText(file)).Select(finding => $"{Path.GetFileName(file)}: {finding}"));

        Assert.Empty(wrong);
    }

    [ConformanceTheory("packages/hl7.fhir.dk.core-3.7.0.tgz")]
    [InlineData("directory", 24)]
    [InlineData("incident", 19)]
    [InlineData("scenario-1-mette", 21)]
    [InlineData("scenario-2-far", 16)]
    [InlineData("scenario-3-ali", 34)]
    [InlineData("scenario-4-kirsten", 37)]
    [InlineData("scenario-5-jonas", 20)]
    [InlineData("scenario-6-lone", 23)]
    [InlineData("scenario-7-peter", 15)]
    [InlineData("scenario-8-sara", 40)]
    public void Every_scenario_is_valid_against_its_profiles_and_dk_core(string scenario, int resources)
    {
        var json = Scenario(scenario);

        Assert.Equal(resources, ProfileRules.Parse(json).Root.ChildrenNamed("entry").ToList().Count);
        Assert.Empty(GuideValidator.ErrorsWithDanishCore(json));
    }

    [ConformanceTheory("packages/medcom.fhir.dk.carecommunication-5.0.2.tgz", "packages/medcom.fhir.dk.acknowledgement-2.0.3.tgz")]
    [InlineData("Bundle-eksempel-korrespondance")]
    [InlineData("Bundle-eksempel-kvittering")]
    [InlineData("Bundle-eksempel-advis")]
    public void Every_message_is_valid_against_MedComs_profiles_too(string example) =>
        Assert.Empty(GuideValidator.ErrorsWithMedCom(File.ReadAllText(Checkout.Locate($"profiles/compiled/examples/{example}.json"))));

    [Fact]
    public void A_holding_of_33_minutes_is_warned_of_and_not_refused()
    {
        var json = Scenario("scenario-7-peter");

        Assert.Equal(["invariant.failed psychacute-coercion-17 Bundle.entry[9].resource"], GuideValidator.BrokenRules(json));
        Assert.Empty(GuideValidator.Errors(json));
    }

    [Fact]
    public void Arealbegraensning_is_refused_because_no_law_knows_it()
    {
        var json = Scenario("scenario-7-peter").Replace(
            "\"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure\",\n              \"code\": \"fastholdelse\"",
            "\"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-proposal\",\n              \"code\": \"arealbegraensning\"",
            StringComparison.Ordinal);

        Assert.Contains("invariant.failed psychacute-coercion-1 Bundle.entry[9].resource", GuideValidator.Errors(json));
    }

    private static string Scenario(string name) => File.ReadAllText(Checkout.Locate($"examples/{name}/transaction.json")).ReplaceLineEndings("\n");
}

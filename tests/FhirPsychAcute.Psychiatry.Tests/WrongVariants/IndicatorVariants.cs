namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Measures and reports that break a rule of their profile.</summary>
public sealed class IndicatorVariants
{
    [Theory]
    [InlineData("group.0.population.0.count", null, "psychacute-report-1")]
    [InlineData("group.0.stratifier.0.stratum.1.population.0._count", null, "psychacute-report-1")]
    [InlineData("group.1.population.0", """{"code": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "measure-population"}]}, "_count": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "masked"}]}}""", "psychacute-report-2")]
    [InlineData("evaluatedResource", """[{"reference": "Patient/eksempel-mette"}]""", "psychacute-report-3")]
    public void A_wrong_report_breaks_its_rule(string path, string? value, string key) => AssertBreaks("examples/MeasureReport-eksempel-indikatorrapport", path, value, key);

    [Theory]
    [InlineData("group.0.population", null, "psychacute-measure-1")]
    [InlineData("group.2.population.0", """{"code": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "initial-population"}]}, "criteria": {"language": "text/fhirpath", "expression": "Encounter"}}""", "psychacute-measure-2")]
    public void A_wrong_measure_breaks_its_rule(string path, string? value, string key) => AssertBreaks("Measure-psychacute-calls", path, value, key);

    [Fact]
    public void The_measures_are_valid() =>
        Assert.Empty(Directory.EnumerateFiles(Checkout.Locate("profiles/compiled"), "Measure-*.json").SelectMany(static file => GuideValidator.Errors(File.ReadAllText(file))));

    private static void AssertBreaks(string example, string path, string? value, string key) =>
        Assert.Contains(GuideValidator.BrokenRules(GuideValidator.Variant($"../{example}", path, value)), finding => finding.StartsWith($"invariant.failed {key} ", StringComparison.Ordinal));
}

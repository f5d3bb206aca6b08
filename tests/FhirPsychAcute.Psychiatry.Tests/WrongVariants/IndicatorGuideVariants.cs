namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Indicator sets and reports that break their profile, and what the validator says of each.</summary>
public sealed class IndicatorGuideVariants
{
    [Theory]
    [InlineData("MeasureReport-eksempel-indikatorrapport", "date", null, "cardinality.too-few MeasureReport")]
    [InlineData("MeasureReport-eksempel-indikatorrapport", "type", "\"individual\"", "pattern.value MeasureReport.type")]
    [InlineData("../Measure-psychacute-calls", "url", null, "cardinality.too-few Measure")]
    [InlineData("../Measure-psychacute-calls", "group.0.code.coding.0.code", "\"ukendt\"", "binding.required Measure.group[0].code; coding.code-unknown Measure.group[0].code.coding[0].code")]
    public void A_wrong_variant_is_found_where_it_is_wrong(string example, string path, string? value, string findings) =>
        Assert.Equal(findings.Split("; "), GuideValidator.Errors(GuideValidator.Variant(example, path, value)));
}

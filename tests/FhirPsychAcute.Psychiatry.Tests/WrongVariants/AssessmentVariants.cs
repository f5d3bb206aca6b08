namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Assessments that break a rule of their profile.</summary>
public sealed class AssessmentVariants
{
    [Theory]
    [InlineData("Observation-eksempel-hastegrad", "\"status\": \"final\"", "\"status\": \"amended\"", "psychacute-urgency-1")]
    [InlineData("Observation-eksempel-hastegrad", "\"status\": \"final\"", "\"status\": \"corrected\"", "psychacute-urgency-1")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

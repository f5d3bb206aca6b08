namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Episodes of coercion that break a rule of their profile.</summary>
public sealed class CoercionVariants
{
    [Theory]
    [InlineData("Procedure-eksempel-baelte", "CodeSystem/psychacute-coercion-measure", "CodeSystem/psychacute-coercion-proposal", "psychacute-coercion-1")]
    [InlineData("Procedure-eksempel-remme", "partOf", null, "psychacute-coercion-2")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"fastholdelse\"", "\"akut-beroligende-medicin\"", "psychacute-coercion-3")]
    [InlineData("Procedure-eksempel-fastholdelse", "\"status\": \"completed\"", "\"status\": \"in-progress\"", "psychacute-coercion-5")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

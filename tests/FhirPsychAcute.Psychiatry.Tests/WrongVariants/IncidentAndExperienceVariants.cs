namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Activations, follow-up contacts and answers that break a rule of their profile.</summary>
public sealed class IncidentAndExperienceVariants
{
    [Theory]
    [InlineData("Group-eksempel-kop", "\"active\": false", "\"active\": true", "psychacute-kop-1")]
    [InlineData("Group-eksempel-kop", "Patient/eksempel-anonym", "Patient/eksempel-mette", "psychacute-kop-2")]
    [InlineData("Task-eksempel-opfoelgning", "output", null, "psychacute-follow-up-1")]
    [InlineData("Task-eksempel-planlagt-opfoelgning", "restriction", null, "psychacute-follow-up-2")]
    [InlineData("QuestionnaireResponse-eksempel-svar", "\"authored\"", "\"encounter\": {\"reference\": \"Encounter/eksempel-tilbagekald\"}, \"authored\"", "psychacute-experience-1")]
    [InlineData("QuestionnaireResponse-eksempel-svar", "\"linkId\": \"hjulpet\"", "\"linkId\": \"tryg\"", "psychacute-experience-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

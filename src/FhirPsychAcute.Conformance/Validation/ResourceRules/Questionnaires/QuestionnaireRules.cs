namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Questionnaires, and answers held against them (http://hl7.org/fhir/R4/questionnaireresponse.html#validation).</summary>
internal static class QuestionnaireRules
{
    /// <summary>The page on answers, as source of findings.</summary>
    public const string ResponseSection = "http://hl7.org/fhir/R4/questionnaireresponse.html#notes";

    /// <summary>The page on Questionnaires, as source of findings.</summary>
    public const string Section = "http://hl7.org/fhir/R4/questionnaire-definitions.html";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<ResourceRule> All { get; } = [new QuestionnaireRule(), new QuestionnaireResponseRule()];
}

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>
/// Where each answer of the triage form goes: the question's linkId and the element, as <c>Questionnaire.item.definition</c> of psychacute-triage names it. A test holds
/// the two together.
/// </summary>
public static class TriageMapping
{
    /// <summary>The form.</summary>
    public const string Questionnaire = Guide.Canonical + "/Questionnaire/psychacute-triage";

    internal const string Self = "ringer.selv";
    internal const string Relationship = "ringer.relation";
    internal const string Words = "ringer.med-egne-ord";
    internal const string DangerToSelf = "fare.selv";
    internal const string DangerToOthers = "fare.andre";
    internal const string SuicideRisk = "fare.selvmordsrisiko";
    internal const string ViolenceRisk = "fare.voldsrisiko";
    internal const string Agreement = "fare.aftale";
    internal const string Substances = "tilstand.rusmidler";
    internal const string RedFlags = "tilstand.roede-flag";
    internal const string AbilityToWait = "tilstand.kan-vente";
    internal const string Children = "tilstand.boern";
    internal const string Urgency = "konklusion.hastegrad";
    internal const string Apk = "konklusion.apk";
    internal const string Disposition = "konklusion.udfald";
    internal const string Summary = "konklusion.sammenfatning";

    /// <summary>Profile (id without <c>psychacute-</c>) and element by linkId.</summary>
    public static IReadOnlyDictionary<string, (string Profile, string Element)> Targets { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [Self] = ("call", "Encounter.participant"),
        [Relationship] = ("caller", "RelatedPerson.relationship"),
        [Words] = ("call", "Encounter.reasonCode.text"),
        [DangerToSelf] = ("suicide-risk-assessment", "RiskAssessment.note"),
        [DangerToOthers] = ("violence-risk-assessment", "RiskAssessment.note"),
        [SuicideRisk] = ("suicide-risk-assessment", "RiskAssessment.prediction.qualitativeRisk"),
        [ViolenceRisk] = ("violence-risk-assessment", "RiskAssessment.prediction.qualitativeRisk"),
        [Agreement] = ("suicide-risk-assessment", "RiskAssessment.mitigation"),
        [Substances] = ("substance-use", "Observation.value[x]"),
        [RedFlags] = ("red-flags", "Observation.component.code"),
        [AbilityToWait] = ("ability-to-wait", "Observation.value[x]"),
        [Children] = ("children-at-home", "Extension.value[x]"),
        [Urgency] = ("urgency", "Observation.value[x]"),
        [Apk] = ("call", "Encounter.participant"),
        [Disposition] = ("disposition", "Extension.value[x]"),
        [Summary] = ("summary", "ClinicalImpression.summary"),
    };
}

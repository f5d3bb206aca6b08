namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Judgements of urgency, conclusions on the risk of suicide and violence, and the caller when it is somebody else.</summary>
internal sealed class AssessmentWriter(SimulationScribe scribe, SimulationRules rules, RandomStream random)
{
    private static readonly string SuicideCodes = Guide.Codes("suicide-risk");
    private static readonly string ViolenceCodes = Guide.Codes("violence-risk");

    /// <summary>Writes what was assessed in a call about a person.</summary>
    public void Write(CallStory story)
    {
        if (story.Person.Patient is not { } patient)
        {
            return;
        }

        if (story.Caller != "self")
        {
            scribe.Begin("RelatedPerson", story.Id, Terms.Caller).Reference("patient", patient).OpenList("relationship").ConceptItem(Terms.RelationshipCodes, story.Caller).CloseList();
            scribe.Finish();
        }

        var isUnclear = story.Urgency == "uafklaret";
        var isJudgedAgain = random.Chance(rules.Number("judged-again", "", isUnclear ? "uafklaret" : "other"));
        if (isJudgedAgain && !isUnclear)
        {
            Urgency($"{story.Id}-u0", story, patient, story.During(30), "uafklaret");
        }

        Urgency($"{story.Id}-u", story, patient, story.During(60), story.Urgency);
        if (isJudgedAgain && isUnclear)
        {
            Urgency($"{story.Id}-u2", story, patient, story.During(95), "akut");
        }

        if (random.Chance(rules.Number("suicide-assessed", "", story.Urgency)))
        {
            var risk = rules.Draw("suicide-risk", story.Urgency, random);
            Risk($"{story.Id}-s", Terms.SuicideRisk, "selvmordsrisiko", SuicideCodes, risk, story, patient, risk == "akut-oeget" ? "Nogen bliver hos personen, til hjælpen er fremme" : null);
        }

        if (random.Chance(rules.Number("violence-assessed", "", story.Urgency)))
        {
            var risk = rules.Draw("violence-risk", story.Urgency, random);
            Risk($"{story.Id}-v", Terms.ViolenceRisk, "voldsrisiko", ViolenceCodes, risk, story, patient, risk == "meget-hoej" ? "Politiet er underrettet" : null);
        }
    }

    /// <summary>One judgement of urgency.</summary>
    public void Urgency(string id, string patient, string encounter, DateTimeOffset at, string performer, string level)
    {
        scribe.Begin("Observation", id, Terms.Urgency).Text("status", "final").Concept("code", Terms.ObservationCodes, "hastegrad").Reference("subject", patient)
            .Reference("encounter", encounter).Time("effectiveDateTime", at).OpenList("performer").ReferenceItem(performer).CloseList()
            .Concept("valueCodeableConcept", Terms.UrgencyCodes, level);
        scribe.Finish();
    }

    private void Urgency(string id, CallStory story, string patient, DateTimeOffset at, string level) => Urgency(id, patient, $"Encounter/{story.Id}", at, story.Visitator, level);

    private void Risk(string id, string profile, string code, string system, string risk, CallStory story, string patient, string? mitigation)
    {
        scribe.Begin("RiskAssessment", id, profile).Text("status", "final").Concept("code", Terms.ObservationCodes, code).Reference("subject", patient)
            .Reference("encounter", $"Encounter/{story.Id}").Time("occurrenceDateTime", story.During(70)).Reference("performer", story.Visitator)
            .OpenList("prediction").OpenItem().Concept("qualitativeRisk", system, risk).Close().CloseList().Text("mitigation", mitigation)
            .OpenList("note").OpenItem().Text("text", "Samlet klinisk vurdering i opkaldet (simuleret)").Close().CloseList();
        scribe.Finish();
    }
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Answers to the few questions after a call or a stay; most of them anonymous.</summary>
internal sealed class ExperienceWriter(SimulationScribe scribe, SimulationRules rules, RandomStream random)
{
    private const string Questionnaire = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-experience";
    private static readonly string AnswerCodes = Guide.Codes("experience-answer");

    /// <summary>Writes an answer, in a part of the cases.</summary>
    /// <param name="story">The call.</param>
    /// <param name="contact">Encounter/id of the contact it led to; null when there was none.</param>
    public void Write(CallStory story, string? contact)
    {
        if (!random.Chance(rules.Number("experience", "", "answered")))
        {
            return;
        }

        var isNamed = story.Person.Patient is not null && random.Chance(rules.Number("experience", "", "named"));
        var composer = scribe.Begin("QuestionnaireResponse", story.Id, Terms.Experience).Text("questionnaire", Questionnaire).Text("status", "completed");
        if (isNamed)
        {
            composer.Reference("subject", story.Person.Patient).Reference("encounter", contact ?? $"Encounter/{story.Id}");
        }

        composer.Time("authored", story.TalkEnd.AddHours(20 + random.Below(140))).OpenList("item").OpenItem().Text("linkId", "kontakt").OpenList("answer").OpenItem()
            .Text("valueString", contact is null ? "Et opkald" : "Et ophold eller en samtale i et tilbud").Close().CloseList().Close();
        Ask(composer, "lyttet");
        Ask(composer, "tryg");
        Ask(composer, "hjulpet");
        composer.OpenItem().Text("linkId", "naeste-skridt").OpenList("answer").OpenItem().Flag("valueBoolean", random.Chance(rules.Number("experience", "", "knew-next"))).Close().CloseList().Close().CloseList();
        scribe.Finish();
    }

    private void Ask(ResourceComposer composer, string question) =>
        composer.OpenItem().Text("linkId", question).OpenList("answer").OpenItem().Coding("valueCoding", AnswerCodes, rules.Draw("experience-answer", "", random)).Close().CloseList().Close();
}

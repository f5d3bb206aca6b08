using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Referrals to municipal akuttilbud, what became of them, and the contacts and nights that they led to.</summary>
internal sealed class ReferralWriter(SimulationScribe scribe, SimulationRules rules, AssessmentWriter assessments, RandomStream random)
{
    private static readonly string HelpCodes = Guide.Codes("help");
    private static readonly string LegalBasisCodes = Guide.Codes("legal-basis");
    private static readonly string ContactModeCodes = Guide.Codes("contact-mode");
    private static readonly string TransportCodes = Guide.Codes("transport");
    private static readonly string TaskReasonCodes = Guide.Codes("task-reason");
    private static readonly string TaskOutputCodes = Guide.Codes("task-output");
    private static readonly string OfferTypeCodes = Guide.Codes("offer-type");
    private static readonly string ChildrenAtHome = Guide.Structure("children-at-home");
    private static readonly string Transport = Guide.Structure("transport");
    private static readonly string OvernightWish = Guide.Structure("overnight-wish");

    /// <summary>Writes the referral of a call that led to one.</summary>
    /// <returns>Encounter/id of the contact that followed; null when there was none.</returns>
    public string? Write(CallStory story)
    {
        if (story.Person.Patient is not { } patient || story.Disposition is not ("akuttilbud" or "municipal-offer"))
        {
            return null;
        }

        var written = story.TalkEnd;
        var nights = int.Parse(rules.Draw("referral-nights", "", random), CultureInfo.InvariantCulture);
        var outcome = rules.Draw("referral-outcome", "", random);
        Referral(story, patient, written, nights, outcome);

        var answered = written.AddSeconds(rules.Value("answer-delay", "", random));
        var arrives = answered.AddSeconds(rules.Value("arrival-delay", "", random));
        if (outcome is not ("completed" or "in-progress" or "returned"))
        {
            Task(story, patient, written, outcome is "no-show" ? Limit(story, written).AddMinutes(1) : answered, outcome, output: null);
            return null;
        }

        var contact = $"{story.Id}-o1";
        var over = nights > 0 ? Nights(story, patient, arrives, nights) : Visit(contact, story, patient, arrives);
        Task(story, patient, written, outcome == "in-progress" ? arrives : over, outcome, contact);
        return $"Encounter/{contact}";
    }

    private void Referral(CallStory story, string patient, DateTimeOffset written, int nights, string outcome)
    {
        var isConsent = random.Chance(rules.Number("referral", "", "consent"));
        var isUrgent = story.Urgency is "livstruende" or "akut";
        var composer = scribe.Begin("ServiceRequest", story.Id, Terms.Referral).OpenList("extension")
            .OpenExtension(Terms.ReferralUrgency).Concept("valueCodeableConcept", Terms.UrgencyCodes, story.Urgency).Close()
            .OpenExtension(Terms.LegalBasis).OpenList("extension").OpenExtension("basis").Concept("valueCodeableConcept", LegalBasisCodes, isConsent ? "samtykke" : "akut-fare").Close();
        if (isConsent)
        {
            composer.OpenExtension("source").Text("valueString", "Mundtligt i opkaldet").Close();
        }

        composer.CloseList().Close().OpenExtension(Terms.ContactWish).OpenList("extension")
            .OpenExtension("mode").Concept("valueCodeableConcept", ContactModeCodes, nights > 0 ? "attendance" : rules.Draw("contact-mode", "", random)).Close()
            .OpenExtension("telecom").Open("valueContactPoint").Text("system", "phone").Text("value", SimulationScribe.Telephone).Close().Close()
            .OpenExtension("relativeMayBeContacted").Flag("valueBoolean", random.Chance(rules.Number("referral", "", "relative-may-be-contacted"))).Close().CloseList().Close()
            .OpenExtension(ChildrenAtHome).Flag("valueBoolean", random.Chance(rules.Number("referral", "", "children-at-home"))).Close()
            .OpenExtension(Transport).Concept("valueCodeableConcept", TransportCodes, rules.Draw("transport", "", random)).Close()
            .OpenExtension(OvernightWish).Number("valueUnsignedInt", nights).Close().CloseList()
            .Text("status", outcome switch { "completed" => "completed", "accepted" or "in-progress" => "active", _ => "revoked" }).Text("intent", "order").Text("priority", isUrgent ? "asap" : "routine")
            .Concept("code", HelpCodes, nights > 0 ? "akut-ophold" : "akut-stoette").Reference("subject", patient).Reference("encounter", $"Encounter/{story.Id}")
            .Period("occurrencePeriod", written, Limit(story, written)).Time("authoredOn", written).Reference("requester", story.Visitator)
            .OpenList("performer").ReferenceItem($"HealthcareService/{story.Person.Region.Municipal(story.Person.Municipality, "akuttilbud")}").CloseList()
            .Text("patientInstruction", "Ring 112 eller til lægevagten, hvis det bliver værre");
        scribe.Finish();
    }

    // Within hours when it is acute (S1:5133-5146), otherwise the day after next.
    private static DateTimeOffset Limit(CallStory story, DateTimeOffset written) => written.AddHours(story.Urgency is "livstruende" or "akut" ? 6 : 48);

    private void Task(CallStory story, string patient, DateTimeOffset written, DateTimeOffset changed, string state, string? output)
    {
        var status = state switch
        {
            "completed" => "completed",
            "declined" => "rejected",
            "accepted" => "accepted",
            "in-progress" => "in-progress",
            "no-show" or "returned" => "failed",
            _ => "cancelled",
        };
        var reason = state switch
        {
            "declined" => rules.Draw("decline-reason", "", random),
            "no-show" => "not-reached",
            "returned" => "worsened",
            "cancelled-by-citizen" => "changed-mind",
            "cancelled-by-sender" => "admitted",
            _ => null,
        };
        var composer = scribe.Begin("Task", story.Id, Terms.ReferralTask).Text("status", status);
        if (reason is not null)
        {
            composer.Concept("statusReason", TaskReasonCodes, reason, text: reason == "other" ? "Andet (simuleret)" : null);
        }

        composer.Concept("businessStatus", Terms.TaskStateCodes, state).Text("intent", "order").Concept("code", Terms.TaskCode, "fulfill")
            .Reference("focus", $"ServiceRequest/{story.Id}").Reference("for", patient).Time("authoredOn", written).Time("lastModified", changed)
            .Reference("requester", $"Organization/{story.Person.Region.Part("amk")}").Reference("owner", $"Organization/{story.Person.Region.Municipal(story.Person.Municipality)}")
            .Open("restriction").Period("period", written, Limit(story, written)).Close();
        if (output is not null)
        {
            composer.OpenList("output").OpenItem().Concept("type", TaskOutputCodes, "stay").Reference("valueReference", $"Encounter/{output}").Close().CloseList();
        }

        scribe.Finish();
    }

    private DateTimeOffset Visit(string id, CallStory story, string patient, DateTimeOffset arrives)
    {
        var end = arrives.AddSeconds(rules.Value("visit", "", random));
        Contact(id, "AMB", story, patient, arrives, end, first: null);
        return end;
    }

    // Each night is a contact of its own, and each morning has a new judgement.
    private DateTimeOffset Nights(CallStory story, string patient, DateTimeOffset arrives, int nights)
    {
        var (from, until) = (arrives, arrives);
        for (var night = 1; night <= nights; night++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{story.Id}-o{night}");
            var day = DanishTime.Day(from);
            var morning = YearClock.At(day, 8, 30);
            until = morning <= from.AddHours(2) ? YearClock.At(day.AddDays(1), 8, 30) : morning;
            Contact(id, "SS", story, patient, from, until, night == 1 ? null : $"Encounter/{story.Id}-o1");
            var level = night < nights ? "subakut" : "vejledning";
            assessments.Urgency($"{id}-u", patient, $"Encounter/{id}", until, $"PractitionerRole/{story.Person.Region.Municipal(story.Person.Municipality, "medarbejder")}", level);
            from = until;
        }

        return until;
    }

    private void Contact(string id, string form, CallStory story, string patient, DateTimeOffset from, DateTimeOffset until, string? first)
    {
        scribe.Begin(SimulatedYear.StayKind, id, Terms.Stay).Text("status", "finished").Coding("class", Terms.ActCode, form).OpenList("type").ConceptItem(OfferTypeCodes, "akuttilbud").CloseList()
            .Reference("subject", patient).OpenList("basedOn").ReferenceItem($"ServiceRequest/{story.Id}").CloseList().Period("period", from, until)
            .Reference("serviceProvider", $"Organization/{story.Person.Region.Municipal(story.Person.Municipality)}").Reference("partOf", first);
        scribe.Finish();
    }
}

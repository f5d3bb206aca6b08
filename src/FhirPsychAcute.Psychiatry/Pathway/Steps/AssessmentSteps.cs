using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>Urgency, scores, risk conclusions, summaries, triage forms, and reviews of coercion: Observation, RiskAssessment, ClinicalImpression, QuestionnaireResponse.</summary>
internal static class AssessmentSteps
{
    private static readonly string Codes = Guide.Codes("observation");

    public static PathwayStep? Observation(ResourceDocument observation, string address, StepContext context)
    {
        var root = observation.Root;
        var code = root.Child("code").CodeOf(Codes);
        var isReview = observation.Claims(Guide.Structure("coercion-review")) || observation.Claims(Guide.Structure("guard-note"));

        // A person's blood tests are no part of this path.
        if (code is null && !isReview && !ClaimsGuide(observation) && !root.HasCode("category", "http://terminology.hl7.org/CodeSystem/observation-category", "survey"))
        {
            return null;
        }

        var value = ValueOf(root.Child("value"), context);
        var name = context.Words(root.Child("code"));
        var kind = isReview ? StepKind.Review : code == "hastegrad" ? StepKind.Urgency : StepKind.Assessment;
        return Step(observation, address, kind, value.Length == 0 ? name : $"{name}: {value}", context, "effective", "issued") is not { } step ? null : step with
        {
            Code = root.Child("code"),
            Urgency = code == "hastegrad" ? root.Child("value").CodeOf(Guide.Codes("urgency-level")) : null,
            CameFrom = [.. root.ReferencesIn("partOf"), .. root.ReferencesIn("basedOn"), .. root.ReferencesIn("derivedFrom"), .. root.ReferencesIn("encounter")],
        };
    }

    public static PathwayStep? Risk(ResourceDocument assessment, string address, StepContext context)
    {
        var root = assessment.Root;
        var risk = string.Join(", ", root.ChildrenNamed("prediction").ToList().Select(prediction => context.Words(prediction.Child("qualitativeRisk"))).Where(static words => words.Length > 0));
        var name = context.Words(root.Child("code")) is { Length: > 0 } words ? words : context.Say("pathway.risk");
        return Step(assessment, address, StepKind.Assessment, risk.Length == 0 ? name : $"{name}: {risk}", context, "occurrence") is not { } step ? null : step with
        {
            Code = root.Child("code"),
            CameFrom = [.. root.ReferencesIn("basis"), .. root.ReferencesIn("encounter")],
        };
    }

    public static PathwayStep? Impression(ResourceDocument impression, string address, StepContext context)
    {
        var root = impression.Root;
        var summary = root.ChildValue("summary");
        var text = summary is null ? context.Say("pathway.summary") : $"{context.Say("pathway.summary")}: {summary}";
        return Step(impression, address, StepKind.Summary, text, context, "effective", "date") is not { } step ? null : step with
        {
            Code = root.Child("code"),
            CameFrom = [.. root.ReferencesIn("encounter")],
        };
    }

    public static PathwayStep? Form(ResourceDocument response, string address, StepContext context)
    {
        var root = response.Root;
        var isTriage = root.ChildValue("questionnaire")?.StartsWith($"{Guide.Canonical}/Questionnaire/psychacute-triage", StringComparison.Ordinal) == true;
        return Step(response, address, StepKind.Assessment, context.Say(isTriage ? "pathway.triage-form" : "pathway.form"), context, "authored") is not { } step ? null : step with
        {
            CameFrom = [.. root.ReferencesIn("encounter")],
        };
    }

    private static PathwayStep? Step(ResourceDocument resource, string address, string kind, string text, StepContext context, params ReadOnlySpan<string> times) =>
        context.TimeOf(resource, times) is not { } time ? null : new PathwayStep(address, resource, kind, time.Start, text)
        {
            End = time.End,
            Actor = context.ActorOf([.. resource.Root.ReferencesIn("performer"), resource.Root.ReferenceIn("assessor"), resource.Root.ReferenceIn("author"), context.ProviderOfEncounter(resource.Root)]),
        };

    private static string ValueOf(Element value, StepContext context)
    {
        if (!value.Exists)
        {
            return "";
        }

        return value.Type.Name switch
        {
            "CodeableConcept" => context.Words(value),
            "Quantity" => $"{value.ChildValue("value")} {value.ChildValue("unit")}".Trim(),
            "boolean" => context.Say(value.Value == "true" ? "pathway.yes" : "pathway.no"),
            "dateTime" or "time" or "string" or "integer" => value.Value ?? "",
            _ => "",
        };
    }

    private static bool ClaimsGuide(ResourceDocument resource)
    {
        foreach (var profile in resource.Root.Child("meta") is { Exists: true } meta ? meta.ChildrenNamed("profile").ToList() : [])
        {
            if (profile.Value?.StartsWith(Guide.Canonical, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}

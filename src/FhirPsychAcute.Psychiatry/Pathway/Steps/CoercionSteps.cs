using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>Detentions, measures, the drugs given in them, after-talks, complaints, the adviser's appointment and what the patient was told.</summary>
internal static class CoercionSteps
{
    private static readonly string Category = Guide.Codes("procedure-category");
    private static readonly string MeasureCodes = Guide.Codes("coercion-measure");

    /// <summary>Whether a measure takes a person's liberty: tvangsindlæggelse, tvangstilbageholdelse, tilbageførsel (psykiatriloven §§ 5-10 a).</summary>
    public static bool IsDetention(ResourceDocument procedure) =>
        procedure.Claims(Guide.Structure("detention"))
        || procedure.Root.Child("code").CodeOf(MeasureCodes) is "tvangsindlaeggelse-roede" or "tvangsindlaeggelse-gule" or "tvangstilbageholdelse" or "tilbagefoersel";

    public static PathwayStep? Procedure(ResourceDocument procedure, string address, StepContext context)
    {
        var root = procedure.Root;
        var category = root.Child("category").CodeOf(Category);
        var measure = root.Child("code").CodeOf(MeasureCodes);
        if ((category is null && measure is null) || context.TimeOf(procedure, "performed") is not { } time)
        {
            return null;
        }

        var isDone = root.ChildValue("status") != "not-done";
        if (category == "eftersamtale")
        {
            return new PathwayStep(address, procedure, StepKind.AfterTalk, time.Start, context.Say(isDone ? "pathway.after-talk" : "pathway.after-talk-not-held"))
            {
                End = time.End,
                Actor = ActorOf(root, context),
                CameFrom = [.. root.ReferencesIn("partOf"), .. root.ReferencesIn("encounter")],
            };
        }

        var name = context.Words(root.Child("code"));
        return new PathwayStep(address, procedure, IsDetention(procedure) ? StepKind.Detention : StepKind.Measure, time.Start,
            isDone ? context.Lasted(name, time) : context.Say("pathway.not-done", name))
        {
            End = time.End,
            IsOpen = root.ChildValue("status") is "in-progress" or "on-hold",
            Code = root.Child("code"),
            Actor = ActorOf(root, context),
            CameFrom = [.. root.ReferencesIn("partOf"), .. root.ReferencesIn("basedOn"), .. root.ReferencesIn("encounter")],
        };
    }

    /// <summary>A drug given in a measure; others are no part of the path.</summary>
    public static PathwayStep? Medication(ResourceDocument given, string address, StepContext context)
    {
        var root = given.Root;
        var measure = root.ReferencesIn("partOf").FirstOrDefault();
        return measure is null || context.TimeOf(given, "effective") is not { } time ? null
            : new PathwayStep(address, given, StepKind.Measure, time.Start, context.Say("pathway.drug", context.Words(root.Child("medication"))))
            {
                End = time.End,
                Code = root.Child("medication") is { Exists: true, Type.Name: "CodeableConcept" } drug ? drug : default,
                Actor = context.ActorOf(context.Resources.Find(measure)?.Root.ReferenceIn("location"), context.ProviderOfEncounter(root)),
                CameFrom = [measure],
            };
    }

    public static PathwayStep? Complaint(ResourceDocument task, string address, StepContext context)
    {
        var root = task.Root;
        if (context.TimeOf(task, "authoredOn") is not { } time)
        {
            return null;
        }

        var state = root.Child("businessStatus");
        var code = state.CodeOf(Guide.Codes("complaint-state"));
        return new PathwayStep(address, task, StepKind.Complaint, time.Start, context.Say("pathway.complaint", context.Words(root.Child("code")), context.Words(state)))
        {
            End = root.PeriodIn("executionPeriod").End,
            IsOpen = root.ChildValue("status") is "requested" or "received" or "in-progress",
            Code = root.Child("code"),
            State = state,
            Turn = root.ChildValue("status") switch { "received" => "sender", "requested" or "in-progress" => "receiver", _ => null },
            Actor = context.ActorOf(root.ReferenceIn("owner"), root.ReferenceIn("requester")),
            Remarks = code is "tilsidesat" or "delvist" ? [StepRemark.SetAside] : [],
            CameFrom = [.. root.ReferencesIn("partOf"), .. root.ReferencesIn("focus")],
        };
    }

    /// <summary>The appointment of an adviser; other teams are no steps.</summary>
    public static PathwayStep? Adviser(ResourceDocument team, string address, StepContext context)
    {
        foreach (var participant in team.Root.ChildrenNamed("participant"))
        {
            if (participant.CodeIn("role", Guide.Codes("role")) == "patientraadgiver" && (participant.PeriodIn("period").Start ?? team.Root.PeriodIn("period").Start) is { } appointed)
            {
                return new PathwayStep(address, team, StepKind.Right, appointed, context.Say("pathway.adviser"))
                {
                    Actor = context.ActorOf([participant.ReferenceIn("member"), participant.ReferenceIn("onBehalfOf"), .. team.Root.ReferencesIn("managingOrganization"), context.ProviderOfEncounter(team.Root)]),
                    CameFrom = [.. Measures(team.Root), .. team.Root.ReferencesIn("encounter")],
                };
            }
        }

        return null;
    }

    private static IEnumerable<string> Measures(Element root)
    {
        foreach (var extension in root.ChildrenNamed("extension").ToList())
        {
            if (extension.ChildValue("url") == Guide.Structure("measure") && extension.ReferenceIn("value") is { } measure)
            {
                yield return measure;
            }
        }
    }

    private static Actor ActorOf(Element root, StepContext context) =>
        context.ActorOf([root.ReferenceIn("location"), .. root.ChildrenNamed("performer").ToList().Select(static performer => performer.ReferenceIn("actor")), context.ProviderOfEncounter(root)]);
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>Plans, messages, consents, alerts and follow-ups.</summary>
internal static class OtherSteps
{
    public static PathwayStep? Plan(ResourceDocument plan, string address, StepContext context)
    {
        var root = plan.Root;
        if (context.TimeOf(plan, "created", "period") is not { } time)
        {
            return null;
        }

        var name = context.AllWords(root, "category") is { Length: > 0 } words ? words : root.ChildValue("title") ?? context.Say("pathway.plan");
        return new PathwayStep(address, plan, StepKind.Plan, time.Start, root.ChildValue("status") == "revoked" ? context.Say("pathway.plan-revoked", name) : name)
        {
            End = time.End,
            Code = root.Child("category"),
            Actor = context.ActorOf(root.ReferenceIn("author"), context.ProviderOfEncounter(root)),
            CameFrom = [.. root.ReferencesIn("supportingInfo"), .. root.ReferencesIn("encounter")],
            Also = [.. root.ReferencesIn("careTeam").Select(context.Resources.Find).OfType<ResourceDocument>()],
        };
    }

    public static PathwayStep? Message(ResourceDocument communication, string address, StepContext context)
    {
        var root = communication.Root;
        if (context.TimeOf(communication, "sent", "received") is not { } time)
        {
            return null;
        }

        var isNotification = communication.Claims(Guide.Structure("coercion-notification"));
        var to = context.ActorOf(root.ReferencesIn("recipient")).Name;
        var text = isNotification ? context.Say("pathway.notification") : to is null ? context.Say("pathway.message") : context.Say("pathway.message-to", to);
        return new PathwayStep(address, communication, isNotification ? StepKind.Right : StepKind.Message, time.Start, root.ChildValue("status") == "not-done" ? context.Say("pathway.not-done", text) : text)
        {
            Code = root.Child("category"),
            Actor = context.ActorOf(root.ReferenceIn("sender"), context.ProviderOfEncounter(root)),
            CameFrom = [.. root.ReferencesIn("basedOn"), .. root.ReferencesIn("about"), .. root.ReferencesIn("encounter")],
        };
    }

    public static PathwayStep? Consent(ResourceDocument consent, string address, StepContext context)
    {
        var root = consent.Root;
        if (context.TimeOf(consent, "dateTime") is not { } time)
        {
            return null;
        }

        var id = consent.Claims(Guide.Structure("advance-preference")) || root.Child("scope").CodeOf("http://terminology.hl7.org/CodeSystem/consentscope") == "adr" ? "pathway.preference"
            : root.Child("provision") is { Exists: true } provision && provision.ChildValue("type") == "deny" ? "pathway.refusal"
            : "pathway.consent";
        var text = context.Say(id);
        return new PathwayStep(address, consent, StepKind.Consent, time.Start, root.ChildValue("status") is "inactive" or "rejected" ? context.Say("pathway.withdrawn", text) : text)
        {
            Actor = context.ActorOf(root.ReferencesIn("organization")),
        };
    }

    public static PathwayStep? Alert(ResourceDocument issue, string address, StepContext context)
    {
        var root = issue.Root;
        return context.TimeOf(issue, "identified") is not { } time ? null : new PathwayStep(address, issue, StepKind.Alert, time.Start, context.Say("pathway.alert", context.Words(root.Child("code"))))
        {
            End = time.End,
            Code = root.Child("code"),
            Actor = context.ActorOf(root.ReferenceIn("author")),
            CameFrom = [.. root.ReferencesIn("implicated").SelectMany(address => Steps(address, context))],
        };
    }

    public static PathwayStep? FollowUp(ResourceDocument task, string address, StepContext context)
    {
        var root = task.Root;
        if (!task.Claims(Guide.Structure("follow-up")) || context.TimeOf(task, "executionPeriod", "authoredOn") is not { } time)
        {
            return null;
        }

        var name = context.Words(root.Child("code")) is { Length: > 0 } words ? words : root.ChildValue("description") ?? context.Say("pathway.follow-up");
        return new PathwayStep(address, task, StepKind.FollowUp, time.Start, name)
        {
            End = time.End,
            IsOpen = root.ChildValue("status") is "requested" or "received" or "accepted" or "in-progress",
            Code = root.Child("code"),
            State = root.Child("businessStatus"),
            Actor = context.ActorOf(root.ReferenceIn("owner"), root.ReferenceIn("requester")),
            CameFrom = [.. root.ReferencesIn("basedOn"), .. root.ReferencesIn("focus"), .. root.ReferencesIn("encounter")],
        };
    }

    // The task of a referral is told with the referral.
    private static IEnumerable<string> Steps(string address, StepContext context) =>
        context.Resources.Find(address) is { Type.Name: "Task" } task ? [address, .. task.Root.ReferencesIn("focus")] : [address];
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>Referrals and dispatches with what became of them: ServiceRequest, its Task, the nights that rest on it; and appointments.</summary>
internal static class ReferralSteps
{
    private static readonly string Help = Guide.Codes("help");

    public static PathwayStep? Read(ResourceDocument request, string address, StepContext context)
    {
        var root = request.Root;
        var help = root.Child("code").CodeOf(Help);
        var isReferral = request.Claims(Guide.Structure("referral"));
        var isDispatch = request.Claims(Guide.Structure("dispatch")) || (!isReferral && help is "ambulance" or "politi" or "akutlaegebil" or "udrykning");
        if ((!isReferral && !isDispatch && help is null) || context.TimeOf(request, "authoredOn", "occurrence") is not { } time)
        {
            return null;
        }

        var task = context.Referring("Task", "focus", address).MaxBy(task => task.Root.TimeIn("lastModified") ?? task.Root.TimeIn("authoredOn") ?? DateTimeOffset.MinValue);
        var nights = context.Referring("Encounter", "basedOn", address).Count(static stay =>
            stay.Root.Child("class") is { Exists: true } form && form.ChildValue("code") == "SS" && stay.Root.ChildValue("status") is "finished" or "in-progress");
        var to = context.ActorOf([task?.Root.ReferenceIn("owner"), .. root.ReferencesIn("performer")]);
        return new PathwayStep(address, request, isDispatch ? StepKind.Dispatch : StepKind.Referral, time.Start, Text(root, task, to, nights, isDispatch, context))
        {
            End = task?.Root.PeriodIn("executionPeriod").End,
            IsOpen = task?.Root.ChildValue("status") is "requested" or "received" or "accepted" or "in-progress",
            Code = root.Child("code"),
            Urgency = root.ExtensionValue(Guide.Structure("referral-urgency")).CodeOf(Guide.Codes("urgency-level")),
            State = task is null ? default : task.Root.Child("businessStatus"),
            Turn = task?.Root.ChildValue("status") switch
            {
                "requested" or "received" or "accepted" or "in-progress" => "receiver",
                "rejected" or "failed" => "sender",
                _ => null,
            },
            Nights = nights == 0 ? null : nights,
            Actor = context.ActorOf(root.ReferenceIn("requester"), context.ProviderOfEncounter(root)),
            Remarks = task is null ? [] : [.. Remarks(root, task.Root, context.At)],
            CameFrom = [.. root.ReferencesIn("encounter"), .. root.ReferencesIn("basedOn"), .. root.ReferencesIn("reasonReference"), .. root.ReferencesIn("supportingInfo")],
            Also = task is null ? [] : [task],
        };
    }

    public static PathwayStep? Appointment(ResourceDocument appointment, string address, StepContext context)
    {
        var root = appointment.Root;
        if ((root.TimeIn("start") ?? root.TimeIn("created")) is not { } start)
        {
            return null;
        }

        var status = root.ChildValue("status");
        return new PathwayStep(address, appointment, StepKind.Appointment, start, context.Say(status switch
        {
            "noshow" => "pathway.appointment-noshow",
            "cancelled" => "pathway.appointment-cancelled",
            "fulfilled" or "arrived" or "checked-in" => "pathway.appointment-kept",
            _ => "pathway.appointment",
        }))
        {
            End = root.TimeIn("end"),
            Code = root.Child("serviceType"),
            Actor = context.ActorOf(root.ChildrenNamed("participant").ToList().Select(static participant => participant.ReferenceIn("actor"))),
            Remarks = status == "noshow" ? [StepRemark.NoShow] : status == "cancelled" ? [StepRemark.Cancelled] : [],
            CameFrom = [.. root.ReferencesIn("basedOn")],
        };
    }

    // What stands out: S1:7981-7987 (offers without a place), S2:43-49 (handed back), and people who never came.
    private static IEnumerable<string> Remarks(Element request, Element task, DateTimeOffset at)
    {
        var limit = task.Child("restriction") is { Exists: true } restriction ? restriction.PeriodIn("period").End : null;
        limit ??= request.PeriodIn("occurrence").End;
        switch (task.ChildValue("status"), task.Child("businessStatus").CodeOf(Guide.Codes("task-state")))
        {
            case ("rejected", _):
                yield return StepRemark.Declined;
                break;
            case ("failed", "returned"):
                yield return StepRemark.Returned;
                break;
            case ("failed", _):
                yield return StepRemark.NoShow;
                break;
            case ("cancelled", _):
                yield return StepRemark.Cancelled;
                break;
            case ("requested" or "received", _) when limit < at:
                yield return StepRemark.NoAnswer;
                break;
            case ("accepted", _) when limit < at:
                yield return StepRemark.Overdue;
                break;
        }
    }

    private static string Text(Element root, ResourceDocument? task, Actor to, int nights, bool isDispatch, StepContext context)
    {
        var help = context.Words(root.Child("code"));
        var text = isDispatch ? context.Say("pathway.dispatch", help)
            : to.Name is { } receiver ? context.Say("pathway.referral-to", help, receiver)
            : context.Say("pathway.referral", help);
        if (task is null)
        {
            return text;
        }

        var state = context.Words(task.Root.Child("businessStatus")) is { Length: > 0 } words ? words : task.Root.ChildValue("status") ?? "";
        if (context.Words(task.Root.Child("statusReason")) is { Length: > 0 } why)
        {
            state = $"{state} ({why})";
        }

        return nights == 0 ? $"{text} → {state}" : $"{text} → {state}, {context.Say(nights == 1 ? "pathway.one-night" : "pathway.nights", nights)}";
    }
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>A referral as its task, its request and the person make it up.</summary>
/// <param name="Task">The task.</param>
/// <param name="TaskAddress"><c>Task/id</c>.</param>
/// <param name="State">Where it stands; null when the task does not say.</param>
/// <param name="Request">The ServiceRequest; null when it is not known.</param>
/// <param name="Person">The Patient; null when it is not known.</param>
/// <param name="Booked">Start of the appointment that was made; null for none.</param>
public sealed record ReferralCase(ResourceDocument Task, string TaskAddress, ReferralState? State, ResourceDocument? Request, ResourceDocument? Person, DateTimeOffset? Booked)
{
    private static readonly string Urgencies = Guide.Codes("urgency-level");
    private static readonly string UrgencyExtension = Guide.Structure("referral-urgency");
    private static readonly string Pseudonyms = Guide.Identifiers("pseudonym");
    private static readonly string Outputs = Guide.Codes("task-output");

    /// <summary>Reads a referral.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="address">Address of the task.</param>
    /// <param name="known">Request, person and appointment, as far as they are known.</param>
    public static ReferralCase Of(ResourceDocument task, string address, ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(known);
        return new ReferralCase(
            task, address, ReferralStates.Of(task), known.Find(task.Root.ReferenceIn("focus")), known.Find(task.Root.ReferenceIn("for")),
            OutputsOf(task, "appointment").Select(known.Find).Where(static found => found?.Root.ChildValue("status") is "booked" or "proposed" or "pending" or "arrived" or "fulfilled" or "checked-in")
                .Select(static found => found!.Root.TimeIn("start")).Max());
    }

    /// <summary>Code of <c>psychacute-urgency-level</c>; null when it is not known.</summary>
    public string? Urgency => Request is null ? null : Request.Root.ExtensionValue(UrgencyExtension).CodeOf(Urgencies);

    /// <summary>Whether somebody is sent out instead of received: nobody is expected to arrive.</summary>
    public bool IsDispatch => Request?.Claims(Guide.Structure("dispatch")) == true;

    /// <summary>Whether the person is known by a pseudonym alone. A person of whom nothing is known here is not called anonymous.</summary>
    public bool IsAnonymous
    {
        get
        {
            var identifiers = Person?.Root.ChildrenNamed("identifier").ToList() ?? [];
            return identifiers.Count > 0 && identifiers.TrueForAll(identifier => identifier.ChildValue("system") == Pseudonyms);
        }
    }

    /// <summary>The time limit: Task.restriction, otherwise the end of the window in which the help is needed; null when neither is told.</summary>
    public DateTimeOffset? Limit => End(Task, "restriction") ?? (Request is null ? null : Request.Root.PeriodIn("occurrence").End);

    /// <summary>When the person is expected at the latest: the time limit, or a time that was agreed after it.</summary>
    public DateTimeOffset? Expected => Booked is { } booked && (Limit is not { } limit || booked > limit) ? booked : Limit;

    /// <summary>Addresses of what the task led to, of one kind (<c>stay</c>, <c>appointment</c>, <c>message</c>).</summary>
    public static IEnumerable<string> OutputsOf(ResourceDocument task, string kind)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var output in task.Root.ChildrenNamed("output").ToList())
        {
            if (output.HasCode("type", Outputs, kind) && output.Child("value") is { Exists: true } value && ElementReading.Unversioned(value.ChildValue("reference")) is { } reference)
            {
                yield return reference;
            }
        }
    }

    private static DateTimeOffset? End(ResourceDocument task, string name) =>
        task.Root.Child(name) is { Exists: true } restriction ? restriction.PeriodIn("period").End : null;
}

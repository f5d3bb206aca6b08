using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>A free time taken for a referral: the appointment (<c>psychacute-appointment</c>), and the slot that is free no more. Both are stored with the answer, or none.</summary>
public static class ReferralBooking
{
    /// <summary>The search for a slot and whose calendar it is in.</summary>
    public static Gathering Slot(string id) => new("Slot", ("_id", id), ("_include", "Slot:schedule"));

    /// <summary>Takes the slot.</summary>
    /// <param name="task">The referral's task.</param>
    /// <param name="known">What <see cref="Slot"/> found.</param>
    /// <param name="slot">Address of the slot.</param>
    /// <param name="appointmentId">Logical id that the appointment gets.</param>
    /// <returns>What is stored along; null when the slot is not free, or in nobody's calendar.</returns>
    public static IReadOnlyList<Companion>? Take(ResourceDocument task, ResourceSet known, string slot, string appointmentId)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(known);
        if (known.Find(slot) is not { } found || found.Root.ChildValue("status") != "free" || known.Find(found.Root.ReferenceIn("schedule")) is not { } schedule
            || schedule.Root.ReferencesIn("actor").FirstOrDefault(static actor => !actor.StartsWith("Patient/", StringComparison.Ordinal)) is not { } offer)
        {
            return null;
        }

        using var composer = new ResourceComposer();
        composer.Begin("Appointment", appointmentId, Guide.Structure("appointment")).Text("status", "booked");
        composer.Copy("start", found.Root.Child("start")).Copy("end", found.Root.Child("end"));
        composer.OpenList("slot").ReferenceItem(slot).CloseList();
        if (task.Root.ReferenceIn("focus") is { } referral)
        {
            composer.OpenList("basedOn").ReferenceItem(referral).CloseList();
        }

        composer.OpenList("participant");
        foreach (var actor in (IEnumerable<string?>)[task.Root.ReferenceIn("for"), offer])
        {
            composer.OpenItem().Reference("actor", actor).Text("status", "accepted").Close();
        }

        composer.CloseList();
        return [new(composer.ToDocument(task.Schema)), new(new ResourceEditor(found).SetValue(found.Root.Child("status"), "busy").ToDocument())];
    }
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>One follow-up contact (profile psychacute-follow-up) as it stood at a time.</summary>
/// <param name="Address">The Task.</param>
/// <param name="Person">For whom.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Due">First moment after the time that was planned; null where none is.</param>
/// <param name="Done">When it took place; null where it has not, or nothing says when.</param>
/// <param name="Owner">Who contacts; null where nothing says so.</param>
public sealed record FollowUp(string Address, string Person, FollowUpState State, DateTimeOffset? Due, DateTimeOffset? Done, string? Owner)
{
    /// <summary>Reads a Task.</summary>
    /// <param name="task">The Task.</param>
    /// <param name="address">Its address.</param>
    /// <param name="at">As of when.</param>
    /// <returns>Null for a task that was entered in error, is for nobody, or did not exist yet.</returns>
    public static FollowUp? Read(ResourceDocument task, string address, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(task);
        var root = task.Root;
        if (root.ChildValue("status") is not { } status || status == "entered-in-error" || root.ReferenceIn("for") is not { } person || root.TimeIn("authoredOn") > at)
        {
            return null;
        }

        var due = root.Child("restriction") is { Exists: true } restriction && restriction.Child("period") is { Exists: true } period ? LastOf(period) : null;
        var done = root.Child("executionPeriod") is { Exists: true } execution ? execution.TimeIn("end") : null;
        // The version of that time is not read: what ended later was still ahead.
        var ended = done ?? root.TimeIn("lastModified");
        var isOver = status is "completed" or "failed" or "cancelled" or "rejected" && !(ended > at);
        var state = !isOver ? (due <= at ? FollowUpState.Overdue : FollowUpState.Planned)
            : status switch { "completed" => FollowUpState.Done, "failed" => FollowUpState.Unreachable, _ => FollowUpState.Cancelled };
        return new FollowUp(address, person, state, due, state == FollowUpState.Done ? done : null, root.ReferenceIn("owner"));
    }

    // A day lasts until its end; a time of day is when it should have happened. A period without an end is due when it begins.
    private static DateTimeOffset? LastOf(Element period) =>
        period.RangeIn("end") is not { } end ? period.TimeIn("start") : end.To - end.From <= TimeSpan.FromMinutes(1) ? end.From : end.To;
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The states by code: which Task.status goes with each (invariant <c>psychacute-task-1</c>), which end the referral.</summary>
public static class ReferralStates
{
    /// <summary>Code system of Task.businessStatus.</summary>
    public static string System { get; } = Guide.Codes("task-state");

    private static readonly (ReferralState State, string Code, string Status, bool IsFinal)[] Table =
    [
        (ReferralState.Sent, "sent", "requested", false),
        (ReferralState.Received, "received", "received", false),
        (ReferralState.Accepted, "accepted", "accepted", false),
        (ReferralState.Declined, "declined", "rejected", true),
        (ReferralState.Booked, "booked", "accepted", false),
        (ReferralState.Arrived, "arrived", "in-progress", false),
        (ReferralState.InProgress, "in-progress", "in-progress", false),
        (ReferralState.NoShow, "no-show", "failed", true),
        (ReferralState.Returned, "returned", "failed", true),
        (ReferralState.Completed, "completed", "completed", true),
        (ReferralState.CancelledByCitizen, "cancelled-by-citizen", "cancelled", true),
        (ReferralState.CancelledBySender, "cancelled-by-sender", "cancelled", true),
        (ReferralState.EnteredInError, "entered-in-error", "entered-in-error", true),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<ReferralState> All => Table.Select(static row => row.State);

    /// <summary>Code in <see cref="System"/>; of entered-in-error the Task.status.</summary>
    public static string Code(this ReferralState state) => Table[(int)state].Code;

    /// <summary>The Task.status that goes with it.</summary>
    public static string TaskStatus(this ReferralState state) => Table[(int)state].Status;

    /// <summary>Whether it ends the referral: nothing follows but that it was entered in error.</summary>
    public static bool IsFinal(this ReferralState state) => Table[(int)state].IsFinal;

    /// <summary>What it is called, in Danish and English.</summary>
    public static TranslatedText Name(this ReferralState state)
    {
        var id = $"referral.state.{state.Code()}";
        var english = PsychiatryMessages.Catalogue.Get(Language.English, id);
        return new TranslatedText(english, english, PsychiatryMessages.Catalogue.Get(Language.Danish, id));
    }

    /// <summary>The display of its code: the Danish name with a capital letter.</summary>
    public static string Display(this ReferralState state)
    {
        var name = PsychiatryMessages.Catalogue.Get(Language.Danish, $"referral.state.{state.Code()}");
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}";
    }

    /// <summary>The state of that code; null when there is none.</summary>
    public static ReferralState? Find(string? code)
    {
        foreach (var row in Table)
        {
            if (row.Code == code)
            {
                return row.State;
            }
        }

        return null;
    }

    /// <summary>The state that a Task is in; null when it has none of them.</summary>
    public static ReferralState? Of(ResourceDocument task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Root.ChildValue("status") == "entered-in-error" ? ReferralState.EnteredInError : Find(task.Root.CodeIn("businessStatus", System));
    }
}

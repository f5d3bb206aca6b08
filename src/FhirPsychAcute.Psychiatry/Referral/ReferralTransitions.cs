using static FhirPsychAcute.Psychiatry.Referral.ReferralParty;
using static FhirPsychAcute.Psychiatry.Referral.ReferralState;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// Every step that a referral may take, and who may take it: the states of the facts (section D, Statuses) over the R4 Task state machine. A receiver who acts without saying
/// first that the referral was received or accepted has done both, so those steps may be left out: nobody is to be kept waiting at the door for the sake of a status. Telephone
/// help has no arrival. What has ended stays so: a person who comes after all is a new contact, which needs no referral.
/// </summary>
public static class ReferralTransitions
{
    private const ReferralParty ReceiverOrSystem = Receiver | ReferralParty.System;
    private const ReferralParty Either = Receiver | Sender;
    private const ReferralParty CitizenThroughEither = Receiver | Sender | Citizen;

    /// <summary>The steps; any other is refused. Entered-in-error may follow on every state.</summary>
    public static IReadOnlyList<ReferralTransition> All { get; } =
    [
        new(Sent, Received, ReceiverOrSystem),
        new(Sent, Accepted, Receiver),
        new(Sent, Declined, Receiver, NeedsReason: true),
        new(Sent, Booked, Either),
        new(Sent, Arrived, ReceiverOrSystem),
        new(Sent, CancelledByCitizen, CitizenThroughEither),
        new(Sent, CancelledBySender, Sender),

        new(Received, Accepted, Receiver),
        new(Received, Declined, Receiver, NeedsReason: true),
        new(Received, Booked, Either),
        new(Received, Arrived, ReceiverOrSystem),
        new(Received, NoShow, Receiver),
        new(Received, Returned, Receiver, NeedsReason: true),
        new(Received, CancelledByCitizen, CitizenThroughEither),
        new(Received, CancelledBySender, Sender),

        new(Accepted, Booked, Either),
        new(Accepted, Arrived, ReceiverOrSystem),
        new(Accepted, InProgress, Receiver),
        new(Accepted, NoShow, Receiver),
        new(Accepted, Returned, Receiver, NeedsReason: true),
        new(Accepted, CancelledByCitizen, CitizenThroughEither),
        new(Accepted, CancelledBySender, Sender),

        // The time was given up, another is to be found.
        new(Booked, Accepted, Either),
        new(Booked, Arrived, ReceiverOrSystem),
        new(Booked, InProgress, Receiver),
        new(Booked, NoShow, Receiver),
        new(Booked, Returned, Receiver, NeedsReason: true),
        new(Booked, CancelledByCitizen, CitizenThroughEither),
        new(Booked, CancelledBySender, Sender),

        new(Arrived, InProgress, Receiver),
        new(Arrived, Completed, Receiver),
        new(Arrived, Returned, Receiver, NeedsReason: true),

        new(InProgress, Completed, Receiver),
        new(InProgress, Returned, Receiver, NeedsReason: true),

        .. ReferralStates.All.Where(static state => state != EnteredInError).Select(static state => new ReferralTransition(state, EnteredInError, Either)),
    ];

    /// <summary>The step from one state to another; null when it may not be taken.</summary>
    public static ReferralTransition? Find(ReferralState from, ReferralState to)
    {
        foreach (var transition in All)
        {
            if (transition.From == from && transition.To == to)
            {
                return transition;
            }
        }

        return null;
    }

    /// <summary>The steps that may follow on a state.</summary>
    public static IEnumerable<ReferralTransition> After(ReferralState from) => All.Where(transition => transition.From == from);

    /// <summary>Whose move it is: the parties who may bring the referral on, as the receiver while it waits for an answer. None where it has ended.</summary>
    public static ReferralParty TurnOf(ReferralState state) => state.IsFinal() ? None : Receiver;
}

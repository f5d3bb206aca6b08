namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Where a referral stands: the codes of <c>psychacute-task-state</c>, and Task.status entered-in-error (profiles/README, States of a referral).</summary>
public enum ReferralState
{
    /// <summary>The sender has sent it.</summary>
    Sent,
    /// <summary>The receiver has seen it.</summary>
    Received,
    /// <summary>The receiver takes it on.</summary>
    Accepted,
    /// <summary>The receiver does not take it on.</summary>
    Declined,
    /// <summary>A time is agreed.</summary>
    Booked,
    /// <summary>The person has arrived.</summary>
    Arrived,
    /// <summary>The help is being given.</summary>
    InProgress,
    /// <summary>The person did not arrive.</summary>
    NoShow,
    /// <summary>Handed back to the region.</summary>
    Returned,
    /// <summary>The help was given.</summary>
    Completed,
    /// <summary>The person no longer wants it.</summary>
    CancelledByCitizen,
    /// <summary>The sender has withdrawn it.</summary>
    CancelledBySender,
    /// <summary>It should never have been recorded.</summary>
    EnteredInError,
}

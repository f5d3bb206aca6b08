namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The parties to a referral. One who acts may be several of them: a region may refer to an offer of its own.</summary>
[Flags]
public enum ReferralParty
{
    /// <summary>None of them.</summary>
    None = 0,
    /// <summary>Task.owner, or somebody who works there.</summary>
    Receiver = 1,
    /// <summary>Task.requester, or somebody who works there.</summary>
    Sender = 2,
    /// <summary>Task.for, or somebody related to that person.</summary>
    Citizen = 4,
    /// <summary>A device: a record system that passes on what happened.</summary>
    System = 8,
}

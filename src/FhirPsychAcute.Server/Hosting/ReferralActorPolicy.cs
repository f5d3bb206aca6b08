namespace FhirPsychAcute.Server;

/// <summary>What becomes of a change of a referral that does not say who makes it.</summary>
public enum ReferralActorPolicy
{
    /// <summary>It is stored, and the trail says that the actor is unknown.</summary>
    Accept,
    /// <summary>It is refused.</summary>
    Require,
}

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>What an operator may set about referrals.</summary>
public sealed record ReferralSettings
{
    /// <summary>Whether a change that does not say who makes it is refused. Default no: the trail then says that the actor is unknown.</summary>
    public bool IsActorRequired { get; init; }
}

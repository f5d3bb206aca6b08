namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>A step that a referral may take.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it comes to stand.</param>
/// <param name="Parties">Who may take it.</param>
/// <param name="NeedsReason">Whether Task.statusReason has to say why.</param>
public sealed record ReferralTransition(ReferralState From, ReferralState To, ReferralParty Parties, bool NeedsReason = false);

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Referrals and their tasks that break a rule of their profile.</summary>
public sealed class ReferralVariants
{
    [Theory]
    [InlineData("ServiceRequest-eksempel-henvisning", "\"priority\": \"routine\"", "\"priority\": \"asap\"", "psychacute-referral-1")]
    [InlineData("Task-eksempel-afvist-forloeb", "\"status\": \"rejected\"", "\"status\": \"accepted\"", "psychacute-task-1")]
    [InlineData("Task-eksempel-afvist-forloeb", "statusReason", null, "psychacute-task-2")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Messages that break a rule of their profile.</summary>
public sealed class MessageVariants
{
    [Theory]
    [InlineData("Bundle-eksempel-korrespondance", "\"care-communication-message\"", "\"hospital-notification-message\"", "psychacute-message-3")]
    [InlineData("Bundle-eksempel-korrespondance", "\"category\": [", "\"priority\": \"asap\", \"category\": [", "psychacute-care-communication-1 psychacute-care-communication-2")]
    [InlineData("Bundle-eksempel-korrespondance", "\"psychiatry-social-disability\"", "\"acute-ambulant\"", "psychacute-care-communication-1")]
    [InlineData("Bundle-eksempel-korrespondance", "\"psychiatry-social-disability\"", "\"other\"", "psychacute-care-communication-2")]
    [InlineData("Bundle-eksempel-korrespondance", "\"category\": [", "\"reasonCode\": [{\"coding\": [{\"system\": \"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level\", \"code\": \"akut\"}]}], \"category\": [", "psychacute-message-4")]
    [InlineData("Bundle-eksempel-advis", "\"hospital-notification-message\"", "\"care-communication-message\"", "psychacute-hospital-notification-1")]
    [InlineData("Bundle-eksempel-advis", "urn:oid:1.2.208.176.1.2", "urn:oid:1.2.208.176.1.6.1.1", "psychacute-hospital-notification-2")]
    [InlineData("Bundle-eksempel-advis", "\"episodeOfCare\": [", "\"reasonCode\": [{\"text\": \"Tanker om selvmord\"}], \"episodeOfCare\": [", "psychacute-hospital-notification-3")]
    [InlineData("Bundle-eksempel-advis", "\"status\": \"in-progress\"", "\"status\": \"finished\"", "psychacute-notification-encounter-2")]
    [InlineData("Bundle-eksempel-advis", "\"status\": \"in-progress\"", "\"status\": \"onleave\"", "psychacute-notification-encounter-1")]
    [InlineData("Bundle-eksempel-kvittering", "entry.1.resource.issue.0.details", null, "psychacute-acknowledgement-2")]
    [InlineData("Bundle-eksempel-kvittering", "entry.0.resource.response", null, "psychacute-acknowledgement-1")]
    [InlineData("Bundle-eksempel-kvittering", "\"acknowledgement-message\"", "\"care-communication-message\"", "psychacute-acknowledgement-1")]
    public void A_wrong_variant_breaks_exactly_its_rules(string example, string right, string? wrong, string keys) =>
        ProfileRules.AssertBreaks(example, right, wrong, keys);
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// Alerts that come and go with a step of a referral: a reported no-show raises one; an answer, an arrival or an end settles those that are open. A task that comes as a record of the
/// past raises none: nothing was reported to anybody here.
/// </summary>
internal static class AlertCompanions
{
    /// <summary>What has to be known: of a no-show the request and the person; of other steps after the time limit the findings that may be open.</summary>
    public static IEnumerable<Gathering> Needs(WriteChange change, ResourceSet known)
    {
        if (change.Before is null || ReferralStates.Of(change.After) is not { } to || ReferralStates.Of(change.Before) == to)
        {
            yield break;
        }

        if (to == ReferralState.NoShow)
        {
            foreach (var reference in (IEnumerable<string?>)[change.After.Root.ReferenceIn("focus"), change.After.Root.ReferenceIn("for"), .. ReferralCase.OutputsOf(change.After, "appointment")])
            {
                if (reference?.Split('/') is [var type and ("ServiceRequest" or "Patient" or "Appointment"), var id] && known.Find(reference) is null)
                {
                    yield return new Gathering(type, ("_id", id));
                }
            }
        }
        else if (to is not (ReferralState.Received or ReferralState.EnteredInError) && (ReferralCase.Of(change.After, change.Address, known).Limit is not { } limit || limit <= change.Now))
        {
            yield return new Gathering("DetectedIssue", ("implicated", change.Address));
        }
    }

    /// <summary>What is stored along.</summary>
    public static IEnumerable<Companion> Of(WriteChange change, ResourceSet known, ReferralRules rules)
    {
        if (change.Before is null || ReferralStates.Of(change.After) is not { } to)
        {
            return [];
        }

        if (to != ReferralState.NoShow)
        {
            return known.Referring("DetectedIssue", "implicated", change.Address).Where(finding => IsSettledBy(finding, to)).Select(finding => Settled(finding, change, to)).ToList();
        }

        var referral = ReferralCase.Of(change.After, change.Address, known);
        if (ReferralAlerts.Reported(referral, rules, change.Now) is not { } alert)
        {
            return [];
        }

        var identifier = $"{ReferralAlert.IdentifierSystem}|{alert.Identifier}";
        return [new(alert.Finding(), identifier), new(alert.Notice(change.Now), identifier)];
    }

    private static bool IsSettledBy(ResourceDocument finding, ReferralState to)
    {
        var rule = finding.Root.Child("code").CodeOf(Guide.Codes("clock"));
        return finding.Root.ChildValue("status") == "preliminary" && finding.Claims(Guide.Structure("clock-finding")) && rule is not null && to switch
        {
            ReferralState.Received or ReferralState.EnteredInError => false,
            ReferralState.Accepted or ReferralState.Booked or ReferralState.Declined => rule == "overdue-alert",
            _ => rule == "overdue-alert" || rule.StartsWith("no-show-", StringComparison.Ordinal),
        };
    }

    // Invariant psychacute-clock-2: what is final says what was done.
    private static Companion Settled(ResourceDocument finding, WriteChange change, ReferralState to)
    {
        var done = PsychiatryMessages.Catalogue.Get(Language.Danish, "referral.alert.settled", to.Name());
        using var composer = new ResourceComposer();
        composer.Begin("DetectedIssue").OpenList("mitigation").OpenItem().Open("action").Text("text", done).Close().Time("date", change.Now).Close().CloseList();
        var mitigation = composer.ToDocument(finding.Schema).Root.Child("mitigation");
        var editor = new ResourceEditor(finding).SetValue(finding.Root.Child("status"), "final").Add(finding.Root, "mitigation", mitigation.RawJson.Span);
        return new Companion(editor.ToDocument());
    }
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Sharing;

/// <summary>What a consent says about giving a plan to a party.</summary>
internal enum ConsentAnswer
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>The party may have it.</summary>
    Permits,

    /// <summary>The party must not have it.</summary>
    Refuses,
}

/// <summary>
/// Reads consents to sharing (<c>psychacute-sharing-consent</c>): in force on the day, about the party, about plans, for care. What is not narrowed down is permitted as it stands
/// (R4 Consent.provision); an exception within counts before what surrounds it.
/// </summary>
internal static class SharingConsent
{
    private const string Scope = "http://terminology.hl7.org/CodeSystem/consentscope";
    private const string Purpose = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    // No consent has exceptions from exceptions deeper than this.
    private const int MaxDepth = 8;

    // Care and its co-ordination (v3-PurposeOfUse).
    private static readonly string[] Care = ["TREAT", "ETREAT", "CLINTRCH", "CAREMGT", "COC", "PATRQT", "HOPERAT"];

    /// <summary>The consent that decides about a party: the latest that says something; null where none does.</summary>
    /// <param name="consents">All consents of the person.</param>
    /// <param name="party">The party.</param>
    /// <param name="at">When the plan is given.</param>
    public static (ConsentAnswer Answer, ResourceDocument? Consent) Of(IEnumerable<ResourceDocument> consents, PlanParty party, DateTimeOffset at)
    {
        foreach (var consent in consents.Where(consent => IsInForce(consent, at)).OrderByDescending(static consent => consent.Root.TimeIn("dateTime") ?? DateTimeOffset.MinValue))
        {
            if (Ask(consent.Root.Child("provision"), party, at, ConsentAnswer.Silent, 0) is not ConsentAnswer.Silent and var answer)
            {
                return (answer, consent);
            }
        }

        return (ConsentAnswer.Silent, null);
    }

    private static bool IsInForce(ResourceDocument consent, DateTimeOffset at) =>
        consent.Root.ChildValue("status") == "active"
        && consent.Root.Child("scope").CodeOf(Scope) == "patient-privacy"
        && (consent.Root.TimeIn("dateTime") is not { } given || given <= at);

    private static ConsentAnswer Ask(Element provision, PlanParty party, DateTimeOffset at, ConsentAnswer around, int depth)
    {
        if (!provision.Exists || depth > MaxDepth || !IsAbout(provision, party, at, isException: depth > 0))
        {
            return ConsentAnswer.Silent;
        }

        var answer = provision.ChildValue("type") switch { "permit" => ConsentAnswer.Permits, "deny" => ConsentAnswer.Refuses, _ => around };
        foreach (var exception in provision.ChildrenNamed("provision").ToList())
        {
            if (Ask(exception, party, at, answer, depth + 1) is not ConsentAnswer.Silent and var inner)
            {
                return inner;
            }
        }

        return answer;
    }

    private static bool IsAbout(Element provision, PlanParty party, DateTimeOffset at, bool isException)
    {
        var (start, end) = provision.PeriodIn("period");
        if (start > at || EndOf(provision) < at || end < start)
        {
            return false;
        }

        var actors = provision.ChildrenNamed("actor").ToList();
        var names = actors.Exists(actor => actor.ReferenceIn("reference") is { } named && party.Addresses.Contains(named, StringComparer.Ordinal));

        // A permission names who may have it (psychacute-consent-1); a refusal or an exception without actors is about everybody.
        if (!names && (actors.Count > 0 || (!isException && provision.ChildValue("type") == "permit")))
        {
            return false;
        }

        var codes = provision.ChildrenNamed("code").ToList();
        var purposes = provision.ChildrenNamed("purpose").ToList();
        return (codes.Count == 0 || codes.Exists(static code => code.CodeOf(Guide.Codes("consent-scope")) == "planer"))
            && (purposes.Count == 0 || purposes.Exists(static purpose => purpose.CodeOf(Purpose) is { } code && Care.Contains(code, StringComparer.Ordinal)));
    }

    // A day is included whole.
    private static DateTimeOffset? EndOf(Element provision) => provision.Child("period") is { Exists: true } period && period.RangeIn("end") is { } range ? range.To : null;
}

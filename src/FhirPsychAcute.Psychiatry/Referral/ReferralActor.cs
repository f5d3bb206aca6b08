using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Who acts on a referral, as a Provenance tells it, and which party to the referral that is.</summary>
internal static class ReferralActor
{
    /// <summary>The parties that the agents of a Provenance are or act for. A region that refers to an offer of its own may be both sender and receiver.</summary>
    /// <param name="provenance">Names the agents.</param>
    /// <param name="task">The referral's task.</param>
    /// <param name="affiliation">Follows who works where.</param>
    public static ReferralParty Parties(ResourceDocument provenance, ResourceDocument task, Affiliation affiliation)
    {
        var receiver = affiliation.Of(task.Root.Child("owner"), upwards: false);
        var sender = affiliation.Of(task.Root.Child("requester"), upwards: false);
        var citizen = affiliation.Of(task.Root.Child("for"), upwards: false);
        var parties = ReferralParty.None;
        foreach (var agent in provenance.Root.ChildrenNamed("agent"))
        {
            foreach (var actor in (ReadOnlySpan<Element>)[agent.Child("who"), agent.Child("onBehalfOf")])
            {
                var names = affiliation.Of(actor, upwards: true);
                parties |= names.Overlaps(receiver) ? ReferralParty.Receiver : ReferralParty.None;
                parties |= names.Overlaps(sender) ? ReferralParty.Sender : ReferralParty.None;
                parties |= names.Overlaps(citizen) ? ReferralParty.Citizen : ReferralParty.None;
                parties |= names.Any(static name => name.StartsWith("Device/", StringComparison.Ordinal)) ? ReferralParty.System : ReferralParty.None;
            }
        }

        return parties;
    }

    /// <summary>Whether a Provenance names anybody at all.</summary>
    public static bool IsNamed(ResourceDocument provenance)
    {
        foreach (var agent in provenance.Root.ChildrenNamed("agent"))
        {
            if (agent.Child("who") is { Exists: true } who && (who.Child("reference").Exists || who.Child("identifier").Exists))
            {
                return true;
            }
        }

        return false;
    }
}

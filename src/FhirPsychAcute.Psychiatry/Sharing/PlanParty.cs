using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Sharing;

/// <summary>A party of a plan: one member of the care team that it names.</summary>
/// <param name="Member">Address of the member; null where the team only says a name.</param>
/// <param name="Name">What the party is called: the organisation, else the role.</param>
/// <param name="Resource">The member; null where it is not stored.</param>
/// <param name="Actor">The organisation behind it.</param>
/// <param name="EndedOn">When the member ceased to be a party; null when it has not.</param>
public sealed record PlanParty(string? Member, string Name, ResourceDocument? Resource, Actor Actor, DateTimeOffset? EndedOn)
{
    /// <summary>Whether it is a relative or another person near the patient.</summary>
    public bool IsRelative => Resource?.Type.Name == "RelatedPerson";

    /// <summary>Whether it is the patient.</summary>
    public bool IsPatient => Resource?.Type.Name == "Patient";

    /// <summary>The addresses under which a consent may name the party: itself, the role's person, the organisation.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The parties of the teams that a plan names, each once.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="resources">The teams, their members and the organisations behind them.</param>
    /// <param name="sectors">Whom organisations belong to.</param>
    /// <param name="language">Language of the names of roles.</param>
    public static IReadOnlyList<PlanParty> Of(ResourceDocument plan, ResourceSet resources, Sectors sectors, FhirPsychAcute.Conformance.Outcomes.Language language)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(sectors);
        var parties = new List<PlanParty>();
        foreach (var team in plan.Root.ReferencesIn("careTeam").Select(resources.Find).OfType<ResourceDocument>())
        {
            if (team.Root.ChildValue("status") is "entered-in-error" or "inactive")
            {
                continue;
            }

            foreach (var participant in team.Root.ChildrenNamed("participant").ToList())
            {
                var member = participant.ReferenceIn("member");
                if (member is not null && parties.Exists(party => party.Member == member))
                {
                    continue;
                }

                var resource = resources.Find(member);
                var actor = sectors.Of(member) is { Organization: not null } found ? found : sectors.Of(participant.ReferenceIn("onBehalfOf"));
                var role = participant.ChildrenNamed("role").ToList().Select(concept => concept.Words(language)).OfType<string>().FirstOrDefault();
                var name = actor.Name ?? role ?? participant.Child("member").ChildValue("display") ?? member ?? "?";
                parties.Add(new PlanParty(member, role is not null && actor.Name is not null ? $"{actor.Name} ({role})" : name, resource, actor, participant.PeriodIn("period").End)
                {
                    Addresses = [.. new[] { member, actor.Organization, resource?.Root.ReferenceIn("practitioner") }.OfType<string>()],
                });
            }
        }

        return parties;
    }

    /// <summary>
    /// Whether something can be sent to it: it is stored, an organisation can be told apart by a number or reached by telephone or endpoint, a relative can be reached.
    /// </summary>
    public bool HasAddress(ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        if (Resource is null)
        {
            return false;
        }

        if (IsPatient)
        {
            return true;
        }

        if (IsRelative)
        {
            return Resource.Root.Child("telecom").Exists || Resource.Root.Child("address").Exists;
        }

        return resources.Find(Actor.Organization) is { } organization
            && (organization.Root.Child("identifier").Exists || organization.Root.Child("telecom").Exists || organization.Root.Child("endpoint").Exists);
    }
}

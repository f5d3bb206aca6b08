using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The trail of a referral: one Provenance per step, of the version that took it (profile <c>psychacute-referral-provenance</c>).</summary>
internal static class ReferralProvenance
{
    private const string AgentTypes = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>The Provenance of a step.</summary>
    /// <param name="change">The change that takes it.</param>
    /// <param name="told">What the writer told beside the resource; its agents and everything else that it says are kept. Null: the actor is unknown.</param>
    /// <param name="to">Where the referral comes to stand.</param>
    public static ResourceDocument Compose(WriteChange change, ResourceDocument? told, ReferralState to)
    {
        using var composer = new ResourceComposer();
        composer.Begin("Provenance", null, Guide.Structure("referral-provenance"));
        composer.OpenList("target").ReferenceItem(change.VersionAddress).CloseList();
        if (told is null || !Kept(composer, told, "occurred"))
        {
            composer.Time("occurredDateTime", change.After.Root.TimeIn("lastModified"));
        }

        composer.Time("recorded", change.Now);
        if (told is not null)
        {
            Kept(composer, told, "policy");
            Kept(composer, told, "location");
        }

        if (told is null || !Kept(composer, told, "reason"))
        {
            Reason(composer, change.After);
        }

        composer.Concept("activity", ReferralStates.System, to.Code(), to.Display());
        Agents(composer, told);
        if (told is not null)
        {
            Kept(composer, told, "entity");
            Kept(composer, told, "signature");
        }

        return composer.ToDocument(change.After.Schema);
    }

    private static void Agents(ResourceComposer composer, ResourceDocument? told)
    {
        composer.OpenList("agent");
        if (told is null)
        {
            composer.OpenItem().Concept("type", AgentTypes, "author").Open("who").OpenList("extension");
            composer.OpenExtension(AbsentReason).Text("valueCode", "unknown").Close().CloseList().Close().Close();
        }
        else
        {
            foreach (var agent in told.Root.ChildrenNamed("agent").ToList())
            {
                if (agent.Child("type").Exists)
                {
                    composer.CopyItem(agent);
                    continue;
                }

                composer.OpenItem().Concept("type", AgentTypes, "author");
                Kept(composer, agent, "role");
                composer.Copy("who", agent.Child("who")).Copy("onBehalfOf", agent.Child("onBehalfOf")).Close();
            }
        }

        composer.CloseList();
    }

    private static void Reason(ResourceComposer composer, ResourceDocument task)
    {
        if (task.Root.Child("statusReason") is { Exists: true } reason)
        {
            composer.OpenList("reason").CopyItem(reason).CloseList();
        }
    }

    private static bool Kept(ResourceComposer composer, ResourceDocument told, string name) => Kept(composer, told.Root, name);

    // As it was told: a list stays a list, a choice keeps its type.
    private static bool Kept(ResourceComposer composer, Element parent, string name)
    {
        var items = parent.ChildrenNamed(name).ToList();
        if (items.Count == 0)
        {
            return false;
        }

        if (name == "occurred")
        {
            composer.Copy(items[0].Type.Name == "Period" ? "occurredPeriod" : "occurredDateTime", items[0]);
        }
        else if (name == "location")
        {
            composer.Copy(name, items[0]);
        }
        else
        {
            composer.OpenList(name);
            foreach (var item in items)
            {
                composer.CopyItem(item);
            }

            composer.CloseList();
        }

        return true;
    }
}

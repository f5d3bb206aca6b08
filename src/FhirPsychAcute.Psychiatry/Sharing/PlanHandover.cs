using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Sharing;

/// <summary>
/// The message by which a party is handed a plan (profile <c>psychacute-plan-handover</c>): the plan as it was on that day lies in it, without staff names for recipients outside the
/// hospital; and the Provenance of all of them.
/// </summary>
public static class PlanHandover
{
    /// <summary>System of the identifier that keeps the same version of a plan from being handed to the same party twice.</summary>
    public static string System { get; } = Guide.Identifiers("plan-handover");

    /// <summary>Value of that identifier: plan, version, party.</summary>
    public static string Key(ResourceDocument plan, PlanParty party)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(party);
        return $"{plan.Id}-{plan.VersionId}-{party.Member?.Replace('/', '-')}";
    }

    /// <summary>The message, without id.</summary>
    /// <param name="sharing">What was decided.</param>
    /// <param name="decision">For this party.</param>
    /// <param name="sender">Address of the organisation that sends it, or of the plan's author.</param>
    /// <param name="view">What this party may see.</param>
    public static ResourceDocument Message(PlanSharing sharing, ShareDecision decision, string sender, IResourceView view)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(view);
        var plan = sharing.Request.Plan;
        var (snapshot, inside) = Snapshot(view.Of(plan));
        using var json = new ResourceComposer();
        json.Begin("Communication", null, Guide.Structure("plan-handover"));
        json.OpenList("contained").CopyItem(snapshot.Root);
        foreach (var resource in inside)
        {
            json.CopyItem(resource);
        }

        json.CloseList().OpenList("extension").OpenExtension(Guide.Structure("legal-basis")).OpenList("extension");
        json.OpenExtension("basis").Concept("valueCodeableConcept", Guide.Codes("legal-basis"), decision.Basis, GuideCodes.Text(Guide.Codes("legal-basis"), decision.Basis)?.Danish).Close();
        if (decision.Source.Length > 0)
        {
            json.OpenExtension("source").Text("valueString", view.Of(decision.Source)).Close();
        }

        if (decision.Consent?.Address() is { } consent)
        {
            json.OpenExtension("consent").Reference("valueReference", consent).Close();
        }

        json.CloseList().Close().CloseList();
        json.OpenList("identifier").IdentifierItem(System, Key(plan, decision.Party)).CloseList();
        json.Text("status", "completed");
        json.OpenList("category").ConceptItem("http://terminology.hl7.org/CodeSystem/communication-category", "notification", "Notification").CloseList();
        json.OpenList("medium").ConceptItem("http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", "WRITTEN", "written").CloseList();
        json.Copy("subject", plan.Root.Child("subject"));
        json.OpenList("about").ReferenceItem($"{plan.Address()}/_history/{plan.VersionId}");
        if (decision.Consent?.Address() is { } rests)
        {
            json.ReferenceItem(rests);
        }

        json.CloseList().Copy("encounter", plan.Root.Child("encounter")).Time("sent", sharing.Request.At);
        json.OpenList("recipient");
        foreach (var address in new[] { decision.Party.Actor.Organization, decision.Party.Member }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            json.ReferenceItem(address);
        }

        json.CloseList().Reference("sender", sender).OpenList("payload").OpenItem().Reference("contentReference", $"#{snapshot.Id}").Close().CloseList();
        return json.ToDocument(plan.Schema);
    }

    /// <summary>The Provenance of the messages: which plan, on what ground, by whom (http://hl7.org/fhir/R4/provenance.html).</summary>
    /// <param name="sharing">What was decided.</param>
    /// <param name="sent">The decisions whose messages go, with the messages' versioned addresses.</param>
    /// <param name="told">Agents that the caller told in X-Provenance; null for none.</param>
    /// <param name="recorded">When it is stored.</param>
    public static ResourceDocument Provenance(
        PlanSharing sharing, IReadOnlyList<(ShareDecision Decision, string Address)> sent, ResourceDocument? told, DateTimeOffset recorded)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        ArgumentNullException.ThrowIfNull(sent);
        var plan = sharing.Request.Plan;
        using var json = new ResourceComposer();
        json.Begin("Provenance").OpenList("target").ReferenceItem($"{plan.Address()}/_history/{plan.VersionId}");
        foreach (var (_, address) in sent)
        {
            json.ReferenceItem(address);
        }

        json.CloseList().Time("occurredDateTime", sharing.Request.At).Time("recorded", recorded).OpenList("reason");
        foreach (var ground in sent.Select(static item => (item.Decision.Basis, item.Decision.Source)).Distinct())
        {
            json.ConceptItem(Guide.Codes("legal-basis"), ground.Basis, GuideCodes.Text(Guide.Codes("legal-basis"), ground.Basis)?.Danish, ground.Source.Length == 0 ? null : ground.Source);
        }

        json.CloseList().Concept("activity", "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", "Disclose Record Lifecycle Event").OpenList("agent");
        var agents = told?.Root.ChildrenNamed("agent").ToList() ?? [];
        foreach (var agent in agents)
        {
            json.CopyItem(agent);
        }

        if (agents.Count == 0)
        {
            json.OpenItem().Concept("type", "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "performer", "Performer");
            json.Reference("who", sharing.Request.Actor ?? plan.Root.ReferenceIn("author")).Close();
        }

        json.CloseList().OpenList("entity");
        foreach (var consent in sent.Select(static item => item.Decision.Consent?.Address()).OfType<string>().Prepend(plan.Address()!).Distinct(StringComparer.Ordinal))
        {
            json.OpenItem().Text("role", "source").Reference("what", consent).Close();
        }

        return json.CloseList().ToDocument(plan.Schema);
    }

    // The plan as it goes into a message: without version and labels (R4 dom-4, dom-5), what it contains beside it (dom-2).
    private static (ResourceDocument Plan, IReadOnlyList<Element> Contained) Snapshot(ResourceDocument plan)
    {
        var editor = new ResourceEditor(plan);
        var contained = plan.Root.ChildrenNamed("contained").ToList();
        foreach (var resource in contained)
        {
            editor.Remove(resource);
        }

        if (plan.Root.Child("meta") is { Exists: true } meta)
        {
            foreach (var label in meta.Children)
            {
                if (label.Name is "versionId" or "lastUpdated" or "security")
                {
                    editor.Remove(label);
                }
            }
        }

        var taken = contained.Select(static resource => resource.ChildValue("id")).ToHashSet(StringComparer.Ordinal);
        var id = "plan";
        for (var number = 2; taken.Contains(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"plan-{number}");
        }

        editor.SetValue(plan.Root.Child("id"), id);
        return (editor.ToDocument(), contained);
    }
}

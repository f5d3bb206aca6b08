using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>How much of a path is told, and how.</summary>
/// <param name="Base">FHIR base for the fullUrls of the resources.</param>
/// <param name="View">What the reader may see.</param>
/// <param name="Offset">Steps passed over.</param>
/// <param name="Count">Most steps told.</param>
/// <param name="HasResources">Whether the resources come along.</param>
public sealed record PathwayPage(string Base, IResourceView View, int Offset, int Count, bool HasResources);

/// <summary>
/// A path as a Parameters resource (OperationDefinition <c>psychacute-pathway</c>): <c>summary</c>, one <c>step</c> each, one <c>lead-up</c> for each detention, and <c>resources</c>, a Bundle of
/// the steps' resources with the places and people that they name.
/// </summary>
public static class PathwayAnswer
{
    // What a step's resource names and a reader needs to understand it.
    private static readonly string[] Companions = ["Organization", "PractitionerRole", "Practitioner", "HealthcareService", "Location", "RelatedPerson", "CareTeam"];

    /// <summary>Writes it.</summary>
    /// <returns>The Parameters as UTF-8 JSON.</returns>
    public static byte[] Write(PatientPathway pathway, ResourceSet resources, PathwayPage page)
    {
        ArgumentNullException.ThrowIfNull(pathway);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(page);
        using var json = new ResourceComposer();
        var steps = pathway.Listed.Skip(page.Offset).Take(page.Count).ToList();
        json.Begin("Parameters").OpenList("parameter");
        json.OpenItem().Text("name", "total").Number("valueUnsignedInt", pathway.Listed.Count).Close();
        if (page.Offset + steps.Count < pathway.Listed.Count)
        {
            json.OpenItem().Text("name", "next-offset").Number("valueUnsignedInt", page.Offset + steps.Count).Close();
        }

        Summary(json, pathway.Summary, pathway);
        foreach (var step in steps)
        {
            Step(json, step, page.View, pathway);
        }

        foreach (var leadUp in pathway.LeadUps)
        {
            WriteLeadUp(json, leadUp, page.View, pathway);
        }

        if (page.HasResources)
        {
            json.OpenItem().Text("name", "resources").OpenResource("resource", "Bundle").Text("type", "collection").OpenList("entry");
            foreach (var resource in Resources(pathway, steps, resources))
            {
                var shown = page.View.Of(resource);
                json.OpenItem().Text("fullUrl", FullUrl(page.Base, shown, resources.AddressOf(resource))).Copy("resource", shown.Bytes.Span).Close();
            }

            json.CloseList().Close().Close();
        }

        json.CloseList();
        return json.Finish().ToArray();
    }

    private static void Summary(ResourceComposer json, PathwaySummary summary, PatientPathway pathway)
    {
        json.OpenItem().Text("name", "summary").OpenList("part");
        Numbers(json, summary);
        foreach (var (sector, count) in summary.Sectors)
        {
            json.OpenItem().Text("name", "sector").OpenList("part");
            Coding(json, "sector", "sector", sector, pathway);
            Number(json, "steps", count);
            json.CloseList().Close();
        }

        json.CloseList().Close();
    }

    private static void Numbers(ResourceComposer json, PathwaySummary summary)
    {
        Number(json, "contacts", summary.Contacts);
        Number(json, "calls", summary.Calls);
        Number(json, "calls-unanswered", summary.CallsUnanswered);
        Number(json, "calls-led-nowhere", summary.CallsLedNowhere);
        Number(json, "referrals", summary.Referrals);
        Number(json, "referrals-declined", summary.ReferralsDeclined);
        Number(json, "referrals-lost", summary.ReferralsLost);
        Number(json, "nights", summary.Nights);
        Number(json, "detentions", summary.Detentions);
        Number(json, "measures", summary.Measures);
        if (summary.DaysFromCallToDetention is { } days)
        {
            Number(json, "days-from-call-to-detention", days);
        }
    }

    private static void Step(ResourceComposer json, PathwayStep step, IResourceView view, PatientPathway pathway)
    {
        json.OpenItem().Text("name", "step").OpenList("part");
        json.OpenItem().Text("name", "start").Time("valueDateTime", step.Start).Close();
        if (step.End is { } end)
        {
            json.OpenItem().Text("name", "end").Time("valueDateTime", end).Close();
        }

        if (step.IsOpen)
        {
            json.OpenItem().Text("name", "open").Flag("valueBoolean", value: true).Close();
        }

        Coding(json, "kind", "pathway-kind", step.Kind, pathway);
        if (step.Code is { Exists: true, Type.Name: "CodeableConcept" })
        {
            Concept(json, "code", step.Code, view);
        }

        json.OpenItem().Text("name", "text").Text("valueString", view.Of(step.Text)).Close();
        Coding(json, "sector", "sector", step.Actor.Sector, pathway);
        if (step.Actor.Organization is { } organization)
        {
            json.OpenItem().Text("name", "organization").Reference("valueReference", organization, step.Actor.Name is { } name ? view.Of(name) : null).Close();
        }

        if (step.Urgency is { } urgency)
        {
            Coding(json, "urgency", "urgency-level", urgency, pathway);
        }

        if (step.State is { Exists: true, Type.Name: "CodeableConcept" })
        {
            Concept(json, "state", step.State, view);
        }

        if (step.Turn is { } turn)
        {
            json.OpenItem().Text("name", "turn").Text("valueCode", turn).Close();
        }

        if (step.Nights is { } nights)
        {
            Number(json, "nights", nights);
        }

        foreach (var remark in step.Remarks)
        {
            Coding(json, "remark", "pathway-remark", remark, pathway);
        }

        References(json, "came-from", step.CameFrom);
        References(json, "led-to", step.LedTo);
        json.OpenItem().Text("name", "resource").Reference("valueReference", step.Address).Close();
        json.CloseList().Close();
    }

    private static void WriteLeadUp(ResourceComposer json, LeadUp leadUp, IResourceView view, PatientPathway pathway)
    {
        json.OpenItem().Text("name", "lead-up").OpenList("part");
        json.OpenItem().Text("name", "detention").Reference("valueReference", leadUp.Detention.Address, view.Of(leadUp.Detention.Text)).Close();
        json.OpenItem().Text("name", "window").Open("valuePeriod").Time("start", leadUp.From).Time("end", leadUp.Detention.Start).Close().Close();
        Number(json, "days", leadUp.Days);
        json.OpenItem().Text("name", "rule").Text("valueString", leadUp.Rule.Sentence.In(pathway.Request.Language)).Close();
        json.OpenItem().Text("name", "source").Text("valueString", leadUp.Rule.Source).Close();
        json.OpenItem().Text("name", "verified").Flag("valueBoolean", leadUp.Rule.IsVerified).Close();
        Numbers(json, leadUp.Summary);
        References(json, "step", leadUp.Steps.Select(static step => step.Address));
        foreach (var step in leadUp.StandingOut)
        {
            json.OpenItem().Text("name", "stands-out").OpenList("part");
            json.OpenItem().Text("name", "start").Time("valueDateTime", step.Start).Close();
            json.OpenItem().Text("name", "text").Text("valueString", view.Of(step.Text)).Close();
            foreach (var remark in step.Remarks)
            {
                Coding(json, "remark", "pathway-remark", remark, pathway);
            }

            json.OpenItem().Text("name", "step").Reference("valueReference", step.Address).Close();
            json.CloseList().Close();
        }

        json.CloseList().Close();
    }

    private static IEnumerable<ResourceDocument> Resources(PatientPathway pathway, List<PathwayStep> steps, ResourceSet resources)
    {
        var taken = new HashSet<ResourceDocument>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<ResourceDocument>();
        void Take(ResourceDocument? resource)
        {
            if (resource is not null && taken.Add(resource))
            {
                queue.Enqueue(resource);
            }
        }

        foreach (var patient in pathway.Request.Patients)
        {
            Take(resources.Find(patient));
        }

        foreach (var step in steps)
        {
            Take(step.Resource);
            foreach (var also in step.Also)
            {
                Take(also);
            }
        }

        while (queue.TryDequeue(out var resource))
        {
            yield return resource;
            for (var index = 1; index < resource.ElementCount; index++)
            {
                var element = resource.ElementAt(index);
                if (element.Name == "reference" && element.Value is { } reference && resources.Find(reference) is { } named && Companions.Contains(named.Type.Name, StringComparer.Ordinal))
                {
                    Take(named);
                }
            }
        }
    }

    // What is shown under a pseudonym has an address that leads nowhere; what came in a Bundle keeps the address that it has there.
    private static string? FullUrl(string root, ResourceDocument shown, string address) =>
        Pseudonym.FullUrl(shown) ?? (address.StartsWith("urn:", StringComparison.Ordinal) ? address : address.Length == 0 ? null : $"{root}/{address}");

    private static void Coding(ResourceComposer json, string name, string system, string code, PatientPathway pathway) =>
        json.OpenItem().Text("name", name).Coding("valueCoding", Guide.Codes(system), code, GuideCodes.Text(Guide.Codes(system), code)?.In(pathway.Request.Language)).Close();

    // Words beside a code may name somebody.
    private static void Concept(ResourceComposer json, string name, Element concept, IResourceView view)
    {
        json.OpenItem().Text("name", name).Open("valueCodeableConcept").OpenList("coding");
        foreach (var coding in concept.ChildrenNamed("coding"))
        {
            json.OpenItem().Text("system", coding.ChildValue("system")).Text("version", coding.ChildValue("version")).Text("code", coding.ChildValue("code"))
                .Text("display", coding.ChildValue("display") is { } display ? view.Of(display) : null).Close();
        }

        json.CloseList().Text("text", concept.ChildValue("text") is { } text ? view.Of(text) : null).Close().Close();
    }

    private static void Number(ResourceComposer json, string name, int number) => json.OpenItem().Text("name", name).Number("valueInteger", number).Close();

    private static void References(ResourceComposer json, string name, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            json.OpenItem().Text("name", name).Reference("valueReference", address).Close();
        }
    }
}

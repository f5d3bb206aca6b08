using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>The AuditEvent of an operation on a person's record (http://hl7.org/fhir/R4/auditevent.html): what is known of who asked what about whom, when, and whether they got it.</summary>
public static class AccessRecord
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>Writes it.</summary>
    /// <param name="operation">Name of the operation, without dollar sign.</param>
    /// <param name="patient"><c>Patient/id</c>; null where it is not known.</param>
    /// <param name="focus">Another resource that was asked about (<c>CarePlan/id</c>); null for none.</param>
    /// <param name="status">HTTP status of the answer.</param>
    /// <param name="told">Agents that the caller told in X-Provenance; null: who asked is unknown.</param>
    /// <param name="time">When.</param>
    /// <param name="schema">Definitions.</param>
    public static ResourceDocument Compose(string operation, string? patient, string? focus, int status, ResourceDocument? told, DateTimeOffset time, SchemaCatalog schema)
    {
        using var json = new ResourceComposer();
        json.Begin("AuditEvent");
        json.Coding("type", "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation");
        json.OpenList("subtype").OpenItem().Text("system", "http://hl7.org/fhir/restful-interaction").Text("code", "operation").Text("display", "operation").Close();
        json.OpenItem().Text("system", $"{Guide.Canonical}/OperationDefinition").Text("code", $"psychacute-{operation}").Text("display", $"${operation}").Close().CloseList();
        json.Text("action", "E").Time("recorded", time);

        // Minor failure: the caller can do otherwise; serious failure: the server could not.
        json.Text("outcome", status < 400 ? "0" : status < 500 ? "4" : "8").OpenList("agent");
        var agents = told?.Root.ChildrenNamed("agent").ToList() ?? [];
        foreach (var agent in agents)
        {
            json.OpenItem().Copy("type", agent.Child("type")).Copy("who", agent.Child("who")).Flag("requestor", value: true).Close();
        }

        if (agents.Count == 0)
        {
            json.OpenItem().Open("who").OpenList("extension").OpenExtension(AbsentReason).Text("valueCode", "unknown").Close().CloseList().Close().Flag("requestor", value: true).Close();
        }

        json.CloseList().Open("source").Open("observer").Text("display", "FhirPsychAcute").Close().Close();
        if (patient is not null || focus is not null)
        {
            json.OpenList("entity");
            Entity(json, patient, "1", "Patient");
            Entity(json, focus, "4", "Domain Resource");
            json.CloseList();
        }

        return json.ToDocument(schema);
    }

    private static void Entity(ResourceComposer json, string? address, string role, string display)
    {
        if (address is not null)
        {
            json.OpenItem().Reference("what", address).Coding("type", "http://terminology.hl7.org/CodeSystem/audit-entity-type", role == "1" ? "1" : "2", role == "1" ? "Person" : "System Object");
            json.Coding("role", "http://terminology.hl7.org/CodeSystem/object-role", role, display).Close();
        }
    }
}

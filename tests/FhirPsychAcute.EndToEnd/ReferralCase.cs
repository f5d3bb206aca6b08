using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A referral on a server, sent as a sender sends it: one transaction with the request and its task, in the state sent, around people and places of its own.</summary>
internal sealed class ReferralCase
{
    private const string Guide = "https://fhirpsychacute.dk/ig";
    private JsonNode task = new JsonObject();

    public required string TaskId { get; init; }

    public required string RequestId { get; init; }

    public required string PatientId { get; init; }

    public required string SenderId { get; init; }

    public required string ReceiverId { get; init; }

    public required string SenderRoleId { get; init; }

    public required string ReceiverRoleId { get; init; }

    /// <summary>Sends a referral.</summary>
    /// <param name="server">The server.</param>
    /// <param name="urgency">akut or subakut.</param>
    /// <param name="anonymous">Whether the person is known by a pseudonym only.</param>
    public static async Task<ReferralCase> SendAsync(RunningServer server, string urgency = "akut", bool anonymous = false)
    {
        var own = Guid.NewGuid().ToString("N");
        var identifier = anonymous
            ? $$"""{ "use": "temp", "system": "https://fhirpsychacute.dk/sid/pseudonym", "value": "{{own[..12]}}" }"""
            : """{ "use": "official", "system": "urn:oid:1.2.208.176.1.2", "value": "2902024000" }""";
        var name = anonymous ? "" : """, "name": [{ "use": "official", "family": "Eksempel", "given": ["Mette"] }]""";
        var bundle = $$"""
            { "resourceType": "Bundle", "type": "transaction", "entry": [
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000001", "request": { "method": "POST", "url": "Patient" }, "resource": { "resourceType": "Patient", "identifier": [{{identifier}}]{{name}} } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002", "request": { "method": "POST", "url": "Organization" }, "resource": { "resourceType": "Organization", "name": "Lægevagten (fiktiv)" } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000003", "request": { "method": "POST", "url": "Organization" }, "resource": { "resourceType": "Organization", "name": "Kommunen (fiktiv)" } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000004", "request": { "method": "POST", "url": "PractitionerRole" }, "resource": { "resourceType": "PractitionerRole", "active": true, "organization": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" } } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000005", "request": { "method": "POST", "url": "PractitionerRole" }, "resource": { "resourceType": "PractitionerRole", "active": true, "organization": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000003" } } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000006", "request": { "method": "POST", "url": "ServiceRequest" }, "resource": {
                "resourceType": "ServiceRequest", "meta": { "profile": ["{{Guide}}/StructureDefinition/psychacute-referral"] },
                "extension": [
                  { "url": "{{Guide}}/StructureDefinition/psychacute-referral-urgency", "valueCodeableConcept": { "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-urgency-level", "code": "{{urgency}}" }] } },
                  { "url": "{{Guide}}/StructureDefinition/psychacute-legal-basis", "extension": [
                    { "url": "basis", "valueCodeableConcept": { "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-legal-basis", "code": "samtykke" }] } },
                    { "url": "source", "valueString": "Mundtligt i opkaldet" }] }],
                "status": "active", "intent": "order", "priority": "{{(urgency == "akut" ? "asap" : "routine")}}",
                "code": { "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-help", "code": "akut-stoette" }] },
                "subject": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000001" },
                "occurrencePeriod": { "start": "2026-03-12T22:06:00+01:00", "end": "2026-03-13T02:00:00+01:00" }, "authoredOn": "2026-03-12T22:06:00+01:00",
                "requester": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }, "performer": [{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000003" }],
                "patientInstruction": "Ring igen, hvis det bliver værre" } },
              { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000007", "request": { "method": "POST", "url": "Task" }, "resource": {
                "resourceType": "Task", "meta": { "profile": ["{{Guide}}/StructureDefinition/psychacute-referral-task"] }, "status": "requested",
                "businessStatus": { "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-task-state", "code": "sent" }] }, "intent": "order",
                "code": { "coding": [{ "system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill" }] },
                "focus": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000006" }, "for": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000001" },
                "authoredOn": "2026-03-12T22:06:00+01:00", "lastModified": "2026-03-12T22:06:00+01:00",
                "requester": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }, "owner": { "reference": "urn:uuid:00000000-0000-4000-8000-000000000003" },
                "restriction": { "period": { "end": "2026-03-13T02:00:00+01:00" } } } }] }
            """;
        var reply = await server.PostAsync("", bundle);
        Assert.True(reply.Status == 200, reply.Body);
        var ids = reply.Entries.Select(entry => entry!["response"]!["location"]!.GetValue<string>().Split('/')[^3]).ToList();
        return new ReferralCase
        {
            PatientId = ids[0],
            SenderId = ids[1],
            ReceiverId = ids[2],
            SenderRoleId = ids[3],
            ReceiverRoleId = ids[4],
            RequestId = ids[5],
            TaskId = ids[6],
            task = (await server.GetAsync($"Task/{ids[6]}")).Json,
        };
    }

    /// <summary>The task in a state.</summary>
    public string Task(string status, string state, string? reason = null, string? note = null, bool output = false)
    {
        var changed = task.DeepClone();
        changed["status"] = status;
        changed["businessStatus"]!["coding"]![0]!["code"] = state;
        changed["lastModified"] = "2026-03-12T22:30:00+01:00";
        if (reason is not null)
        {
            changed["statusReason"] = JsonNode.Parse($$"""{ "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-task-reason", "code": "{{reason}}" }] }""");
        }

        if (note is not null)
        {
            changed["note"] = new JsonArray(new JsonObject { ["text"] = note });
        }

        if (output)
        {
            changed["output"] = JsonNode.Parse($$"""[{ "type": { "coding": [{ "system": "{{Guide}}/CodeSystem/psychacute-task-output", "code": "message" }] }, "valueString": "Afsluttet" }]""");
        }

        return changed.ToJsonString();
    }

    /// <summary>The header that says who acts.</summary>
    public static (string Name, string Value) By(string actor) =>
        ("X-Provenance", JsonSerializer.Serialize(new { resourceType = "Provenance", agent = new[] { new { who = new { reference = actor } } } }));
}

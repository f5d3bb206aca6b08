using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>A referral in memory: Task/1, ServiceRequest/1, Patient/1, sent by Organization/laegevagt to Organization/kommune.</summary>
internal static class ReferralResources
{
    private const string Ig = "https://fhirpsychacute.dk/ig";

    public static ReferralRules Thresholds { get; } = new(new RuleFolder());

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static ResourceDocument Parse(string json)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema);
        Assert.True(parsed.IsValid, parsed.IsValid ? "" : parsed.Issues[0].Message);
        return parsed.Document!;
    }

    /// <summary>Task/1.</summary>
    /// <param name="state">Code of its state.</param>
    /// <param name="version">meta.versionId.</param>
    /// <param name="limit">The time limit.</param>
    /// <param name="more">Further properties, with a comma before them.</param>
    /// <param name="owner">Reference of the receiver.</param>
    public static ResourceDocument Task(string state, int version = 1, string limit = "2026-03-13T02:00:00+01:00", string more = "", string owner = "Organization/kommune") => Parse($$"""
        { "resourceType": "Task", "id": "1", "meta": { "versionId": "{{version}}", "profile": ["{{Ig}}/StructureDefinition/psychacute-referral-task"] },
          "status": "{{ReferralStates.Find(state)!.Value.TaskStatus()}}", "businessStatus": { "coding": [{ "system": "{{Ig}}/CodeSystem/psychacute-task-state", "code": "{{state}}" }] },
          "intent": "order", "code": { "coding": [{ "system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill" }] },
          "focus": { "reference": "ServiceRequest/1" }, "for": { "reference": "Patient/1" }, "authoredOn": "2026-03-12T22:06:00+01:00", "lastModified": "2026-03-12T22:30:00+01:00",
          "requester": { "reference": "Organization/laegevagt" }, "owner": { "reference": "{{owner}}" }, "restriction": { "period": { "end": "{{limit}}" } }{{more}} }
        """);

    /// <summary>ServiceRequest/1.</summary>
    public static ResourceDocument Request(string urgency = "akut") => Parse($$"""
        { "resourceType": "ServiceRequest", "id": "1", "meta": { "profile": ["{{Ig}}/StructureDefinition/psychacute-referral"] },
          "extension": [
            { "url": "{{Ig}}/StructureDefinition/psychacute-referral-urgency", "valueCodeableConcept": { "coding": [{ "system": "{{Ig}}/CodeSystem/psychacute-urgency-level", "code": "{{urgency}}" }] } },
            { "url": "{{Ig}}/StructureDefinition/psychacute-legal-basis", "extension": [
              { "url": "basis", "valueCodeableConcept": { "coding": [{ "system": "{{Ig}}/CodeSystem/psychacute-legal-basis", "code": "samtykke" }] } },
              { "url": "source", "valueString": "Mundtligt i opkaldet" }] }],
          "status": "active", "intent": "order", "priority": "asap", "subject": { "reference": "Patient/1" }, "requester": { "reference": "Organization/laegevagt" } }
        """);

    /// <summary>Patient/1.</summary>
    public static ResourceDocument Person(bool anonymous = false) => Parse($$"""
        { "resourceType": "Patient", "id": "1", "identifier": [{ "system": "{{(anonymous ? "https://fhirpsychacute.dk/sid/pseudonym" : "urn:oid:1.2.208.176.1.2")}}", "value": "{{(anonymous ? "a-17" : "2902024000")}}" }] }
        """);

    public static ReferralCase Case(string state, string urgency = "akut", bool anonymous = false, params ResourceDocument[] more)
    {
        var task = Task(state);
        return ReferralCase.Of(task, "Task/1", new ResourceSet([Request(urgency), Person(anonymous), .. more]));
    }
}

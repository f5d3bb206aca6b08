using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Messaging;

/// <summary>What is sent is valid against this guide's profiles and MedCom's, and says no more than it must.</summary>
public sealed class SendingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 10, 0, 0, TimeSpan.FromHours(1));

    [ConformanceFact("packages/medcom.fhir.dk.carecommunication-5.0.2.tgz", "packages/medcom.fhir.dk.acknowledgement-2.0.3.tgz")]
    public void A_care_communication_is_valid_against_MedComs_profiles()
    {
        var outgoing = CareCommunication(static text => text);

        Assert.Empty(outgoing.Issues);
        Assert.Empty(GuideValidator.ErrorsWithMedCom(Text(outgoing)));
    }

    [ConformanceFact("packages/medcom.fhir.dk.carecommunication-5.0.2.tgz", "packages/medcom.fhir.dk.acknowledgement-2.0.3.tgz")]
    public void A_reply_carries_the_exchange_and_is_valid()
    {
        var first = CareCommunication(static text => text);
        Message.Read(first.Bundle!, out var previous);

        var reply = CareCommunication(static text => text, previous);

        Message.Read(reply.Bundle!, out var message);
        Assert.Equal(["new-message", "reply-message"], message!.OfType("Provenance").Select(provenance => provenance.CodeIn("activity", MedCom.Activities)));
        Assert.Empty(GuideValidator.ErrorsWithMedCom(Text(reply)));
    }

    [Fact]
    public void Own_notes_and_the_contact_stay_here()
    {
        var outgoing = CareCommunication(static text => text.Replace("\"category\":", "\"note\":[{\"text\":\"Kun til os\"}],\"encounter\":{\"reference\":\"Encounter/1\"},\"category\":", StringComparison.Ordinal));

        Assert.DoesNotContain("Kun til os", Text(outgoing), StringComparison.Ordinal);
        Assert.DoesNotContain("Encounter/1", Text(outgoing), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"category\":", "\"priority\":\"asap\",\"category\":", "Communication.priority")]
    [InlineData("\"psychiatry-social-disability\"", "\"acute-ambulant\"", "Communication.category[0]")]
    public void What_is_acute_by_itself_is_not_sent(string text, string other, string place)
    {
        var outgoing = CareCommunication(json => json.Replace(text, other, StringComparison.Ordinal));

        Assert.Null(outgoing.Bundle);
        Assert.Equal(("message.out-acute", place), (outgoing.Issues[0].MessageId, outgoing.Issues[0].Expression));
    }

    [Theory]
    [InlineData("in-progress", "IMP", null, "admit-inpatient")]
    [InlineData("in-progress", "EMER", null, "admit-emergency")]
    [InlineData("in-progress", "IMP", "admit-inpatient", "revise-admit-inpatient")]
    [InlineData("in-progress", "IMP", "revise-admit-inpatient", "revise-admit-inpatient")]
    [InlineData("onleave", "IMP", "admit-inpatient", "start-leave-inpatient")]
    [InlineData("in-progress", "IMP", "start-leave-inpatient", "end-leave-inpatient")]
    [InlineData("finished", "IMP", "admit-inpatient", "discharge-inpatient-home")]
    [InlineData("finished", "EMER", "admit-emergency", "discharge-emergency-home")]
    [InlineData("entered-in-error", "IMP", "admit-inpatient", "cancel-admit-inpatient")]
    public void What_happened_to_a_stay_is_told_by_MedComs_activity_and_nothing_psychiatric(string status, string code, string? last, string activity)
    {
        var outgoing = Notification(status, code, last);

        Assert.Empty(outgoing.Issues);
        Message.Read(outgoing.Bundle!, out var message);
        Assert.Equal(activity, message!.Activity);
        Assert.DoesNotContain("selvmord", Text(outgoing), StringComparison.Ordinal);
        Assert.DoesNotContain("psykiatri", Text(outgoing), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(GuideValidator.Errors(Text(outgoing)));
    }

    [Theory]
    [InlineData("in-progress", "revision")]
    [InlineData("entered-in-error", "removal")]
    public void A_message_that_revises_or_takes_back_another_names_it(string status, string role)
    {
        Message.Read(Notification(status, "IMP", "admit-inpatient").Bundle!, out var message);

        var entity = message!.Provenance.Child("entity");
        Assert.Equal((role, "MessageHeader/tidligere"), (entity.ChildValue("role"), entity.ReferenceIn("what")));
        Message.Read(Notification("finished", "IMP", "admit-inpatient").Bundle!, out var discharge);
        Assert.False(discharge!.Provenance.Child("entity").Exists);
    }

    [Theory]
    [InlineData("in-progress", "VR", "message.out-no-stay")]
    [InlineData("planned", "IMP", "message.out-no-activity")]
    [InlineData("entered-in-error", "IMP", "message.out-no-activity")]
    public void A_stay_that_MedCom_has_no_notification_for_is_not_told(string status, string code, string text) =>
        Assert.Contains(Notification(status, code, null).Issues, issue => issue.MessageId == text);

    private static Outgoing CareCommunication(Func<string, string> change, Message? previous = null)
    {
        var example = Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/examples/Bundle-eksempel-korrespondance.json")));
        Message.Read(example, out var message);
        var stored = new ResourceSet(message!.Entries.Select(static entry => ResourceDocument.Extract(entry.Resource)));
        var communication = Parse(change(Encoding.UTF8.GetString(ResourceDocument.Extract(message.Focus).Bytes.Span).Replace("\": ", "\":", StringComparison.Ordinal)));
        return new CareCommunicationSending(DefinitionStore.R4.Schema, NewId).Of(
            communication, stored, ResourceDocument.Extract(message.Sender), ResourceDocument.Extract(message.Receiver), previous, At);
    }

    private static Outgoing Notification(string status, string code, string? last)
    {
        var example = Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/examples/Bundle-eksempel-advis.json")));
        Message.Read(example, out var message);
        var stay = Parse($$"""
            {"resourceType":"Encounter","id":"1","status":"{{status}}","statusHistory":[{"status":"onleave","period":{"start":"2026-05-05T10:00:00+02:00"} }],
             "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"{{code}}"},"serviceType":{"text":"Psykiatri"},"reasonCode":[{"text":"Tanker om selvmord"}],
             "episodeOfCare":[{"identifier":{"system":"https://www.esundhed.dk/Registre/Landspatientregisteret","value":"urn:uuid:9e5a4b6c-bf5d-5a4e-9ea8-5d6f7a8b9c01"} }],
             "period":{"start":"2026-05-04T11:20:00+02:00","end":"2026-05-06T10:00:00+02:00"} }
            """);
        return new HospitalNotificationSending(DefinitionStore.R4.Schema, NewId).Of(
            stay, ResourceDocument.Extract(message!.OfType("Patient").First()), ResourceDocument.Extract(message.Sender), ResourceDocument.Extract(message.Receiver), null, last, last is null ? null : "tidligere", At);
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private static ResourceDocument Parse(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema).Document!;

    private static string Text(Outgoing outgoing) => Encoding.UTF8.GetString(outgoing.Bundle!.Bytes.Span);
}

using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Messaging;

/// <summary>Acknowledgements are valid against this guide's profile and MedCom's.</summary>
public sealed class AcknowledgementTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 10, 0, 5, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Bundle-eksempel-korrespondance")]
    [InlineData("Bundle-eksempel-advis")]
    public void A_positive_acknowledgement_is_valid(string example) => Assert.Empty(GuideValidator.Errors(Text(Positive(example))));

    [Theory]
    [InlineData("Bundle-eksempel-korrespondance")]
    [InlineData("Bundle-eksempel-advis")]
    public void A_negative_acknowledgement_is_valid(string example) => Assert.Empty(GuideValidator.Errors(Text(Negative(example))));

    [ConformanceTheory("packages/medcom.fhir.dk.carecommunication-5.0.2.tgz", "packages/medcom.fhir.dk.acknowledgement-2.0.3.tgz")]
    [InlineData("Bundle-eksempel-korrespondance")]
    [InlineData("Bundle-eksempel-advis")]
    public void Both_are_valid_against_MedComs_profiles_too(string example)
    {
        Assert.Empty(GuideValidator.ErrorsWithMedCom(Text(Positive(example))));
        Assert.Empty(GuideValidator.ErrorsWithMedCom(Text(Negative(example))));
    }

    [Fact]
    public void The_exchange_so_far_and_the_answer_are_in_it_the_newest_last()
    {
        var acknowledgement = Positive("Bundle-eksempel-korrespondance");

        Assert.Empty(Message.Read(acknowledgement, out var read));
        Assert.Equal(MedCom.AcknowledgementEvent, read!.Event);
        Assert.Equal("acknowledgement", read.Activity);
        Assert.Equal(["new-message", "acknowledgement"], read.OfType("Provenance").Select(provenance => provenance.CodeIn("activity", MedCom.Activities)));
        Assert.Equal("Eksempelby Kommune (fiktiv)", read.Sender.ChildValue("name"));
        Assert.Equal("Region Eksempel (fiktiv)", read.Receiver.ChildValue("name"));
    }

    private static ResourceDocument Positive(string example) => Maker().Of(Read(example), [], false, At);

    private static ResourceDocument Negative(string example)
    {
        var refusal = MessageRefusal.Of(MessageRefusal.ReceiverUnknown, "not-found", "Bundle.entry[0].resource.destination", "message.receiver-unknown", "99900000003");
        return Maker().Of(Read(example), [refusal], false, At);
    }

    private static Acknowledgement Maker() => new(DefinitionStore.R4.Schema, static () => Guid.NewGuid().ToString());

    private static Message Read(string example)
    {
        var bundle = ResourceDocument.Parse(File.ReadAllBytes(Checkout.Locate($"profiles/compiled/examples/{example}.json")), DefinitionStore.R4.Schema).Document!;
        Assert.Empty(Message.Read(bundle, out var message));
        return message!;
    }

    private static string Text(ResourceDocument document) => Encoding.UTF8.GetString(document.Bytes.Span);
}

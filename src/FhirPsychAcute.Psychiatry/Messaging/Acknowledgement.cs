using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>Makes the acknowledgement of a message (MedCom acknowledgement 2.0.3; this guide's psychacute-acknowledgement).</summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class Acknowledgement(SchemaCatalog schema, Func<string> newId)
{
    /// <summary>The acknowledgement: without reasons a positive one.</summary>
    /// <param name="message">The message that it answers.</param>
    /// <param name="reasons">Why it is not accepted; their texts are Danish.</param>
    /// <param name="isTransient">Whether it may be accepted when it is sent again.</param>
    /// <param name="at">When.</param>
    public ResourceDocument Of(Message message, IReadOnlyList<MessageRefusal> reasons, bool isTransient, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(reasons);
        using var composer = new ResourceComposer();
        var header = newId();
        var outcome = reasons.Count == 0 ? null : newId();
        var receiver = MessageOrganization.Of(message.Receiver, newId());
        var sender = MessageOrganization.Of(message.Sender, newId());
        composer.Begin("Bundle", newId(), Guide.Structure("acknowledgement"));
        composer.Text("type", "message").Time("timestamp", at).OpenList("entry");
        MessageEntry.Open(composer, "MessageHeader", header, MedCom.Root + "acknowledgement/StructureDefinition/medcom-messaging-acknowledgementHeader");
        MessageEntry.Narrative(composer, reasons.Count == 0 ? "Kvittering: modtaget" : "Kvittering: afvist");
        MessageEntry.Envelope(composer, MedCom.AcknowledgementEvent, from: receiver, to: sender);
        composer.Open("response").Text("identifier", message.HeaderId)
            .Text("code", reasons.Count == 0 ? "ok" : isTransient ? "transient-error" : "fatal-error")
            .Reference("details", outcome is null ? null : $"OperationOutcome/{outcome}").Close();
        MessageEntry.Close(composer);
        if (outcome is not null)
        {
            Outcome(composer, outcome, reasons);
        }

        // MedCom: every message of the exchange so far has its Provenance, the newest last.
        MessageEntry.Provenance(composer, newId(), new(message.HeaderId, message.Occurred ?? at, message.Activity ?? "new-message", sender.Id, null));
        MessageEntry.Provenance(composer, newId(), new(header, at, "acknowledgement", receiver.Id, message.HeaderId));
        receiver.Write(composer);
        if (sender.Id != receiver.Id)
        {
            sender.Write(composer);
        }

        return composer.CloseList().ToDocument(schema);
    }

    /// <summary>Whether a refusal may turn into an acceptance when the message is sent again unchanged.</summary>
    public static bool IsTransient(IReadOnlyList<MessageRefusal> reasons) => reasons.Count > 0 && reasons.All(static reason => reason.Code == MessageRefusal.OutOfOperation);

    private static void Outcome(ResourceComposer composer, string id, IReadOnlyList<MessageRefusal> reasons)
    {
        MessageEntry.Open(composer, "OperationOutcome", id, MedCom.Root + "acknowledgement/StructureDefinition/medcom-acknowledgement-operationoutcome");
        composer.OpenList("issue");
        foreach (var reason in reasons)
        {
            composer.OpenItem().Text("severity", "error").Text("code", reason.Issue.Code)
                .Open("details").OpenList("coding").OpenItem().Text("system", MedCom.Errors).Text("code", reason.Code).Close().CloseList()
                .Text("text", reason.Issue.Text(Language.Danish)).Close();
            if (reason.Issue.Expression is { } expression)
            {
                composer.OpenList("expression").Item(expression).CloseList();
            }

            composer.Close();
        }

        composer.CloseList();
        MessageEntry.Close(composer);
    }
}

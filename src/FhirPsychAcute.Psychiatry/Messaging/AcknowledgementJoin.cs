using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Joins an acknowledgement to the message that was sent: it is stored, and a message that was not accepted says so on its Communication, as a note with a Provenance
/// (MedCom acknowledgement 2.0.3: the sender must see it).
/// </summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class AcknowledgementJoin(SchemaCatalog schema, Func<string> newId)
{
    /// <summary>Id of the message that it answers; null when it names none.</summary>
    public static string? Answered(Message acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        return acknowledgement.Header.Child("response") is { Exists: true } response ? response.ChildValue("identifier") : null;
    }

    /// <summary>The transaction that stores it.</summary>
    /// <param name="acknowledgement">What came in; valid against psychacute-acknowledgement.</param>
    /// <param name="communication">The Communication that was sent; null where the message was about something else.</param>
    /// <param name="at">When.</param>
    public ResourceDocument Joined(Message acknowledgement, ResourceDocument? communication, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        using var composer = new ResourceComposer();
        composer.Begin("Bundle").Text("type", "transaction").OpenList("entry");
        new MessageStorage(schema, newId).Answer(composer, acknowledgement);
        if (acknowledgement.Header.Child("response").ChildValue("code") is not "ok" && communication?.Address() is { } address)
        {
            Note(composer, acknowledgement, communication, address, at);
        }

        return composer.CloseList().ToDocument(schema);
    }

    private void Note(ResourceComposer composer, Message acknowledgement, ResourceDocument communication, string address, DateTimeOffset at)
    {
        var transient = acknowledgement.Header.Child("response").ChildValue("code") == "transient-error";
        var why = string.Join("; ", acknowledgement.OfType("OperationOutcome").SelectMany(static outcome => outcome.ChildrenNamed("issue").ToList()).Select(Reason));
        var text = PsychiatryMessages.Catalogue.Get(Language.Danish, transient ? "message.note-transient" : "message.note-fatal", why);
        using var note = new ResourceComposer();
        var json = note.BeginValue().Time("time", at).Text("text", text).Finish();
        composer.OpenItem().Text("fullUrl", $"urn:uuid:{newId()}").Copy("resource", new ResourceEditor(communication).Add(communication.Root, "note", json.Span).ToBytes());
        composer.Open("request").Text("method", "PUT").Text("url", address).Text("ifMatch", $"W/\"{communication.VersionId}\"").Close().Close();

        composer.OpenItem().Text("fullUrl", $"urn:uuid:{newId()}").OpenResource("resource", "Provenance");
        composer.OpenList("target").ReferenceItem(address).CloseList().Time("recorded", at).Concept("activity", MedCom.Activities, "acknowledgement");
        composer.OpenList("agent").OpenItem().Open("who").Text("display", acknowledgement.Sender.ChildValue("name") ?? "Modtageren").Close().Close().CloseList();
        composer.OpenList("entity").OpenItem().Text("role", "source").Reference("what", $"Bundle/{acknowledgement.Id}").Close().CloseList();
        composer.Close().Open("request").Text("method", "POST").Text("url", "Provenance").Close().Close();
    }

    private static string Reason(Element issue)
    {
        var details = issue.Child("details");
        var code = details.Exists ? details.CodeOf(MedCom.Errors) : null;
        return (details.Exists ? details.ChildValue("text") : null) ?? issue.ChildValue("diagnostics") ?? code ?? issue.ChildValue("code") ?? "?";
    }
}

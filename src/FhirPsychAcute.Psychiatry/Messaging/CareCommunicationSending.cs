using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Makes the message of a stored psychacute-care-communication (MedCom carecommunication 5.0.2). Nothing acute is sent this way, and of the person no more than number
/// and name.
/// </summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class CareCommunicationSending(SchemaCatalog schema, Func<string> newId)
{
    private const string Core = MedCom.Root + "core/StructureDefinition/";
    private const string Profiles = MedCom.Root + "carecommunication/StructureDefinition/medcom-careCommunication-";

    /// <summary>Addresses of what the message needs from the store: person, parties, authors, and what the Communication is about.</summary>
    public static IReadOnlyList<string> Needs(ResourceDocument communication)
    {
        ArgumentNullException.ThrowIfNull(communication);
        var root = communication.Root;
        string[] single = ["subject", "sender", "recipient", "about", "basedOn", "reasonReference", "encounter", "inResponseTo"];
        return [.. single.SelectMany(name => root.ReferencesIn(name)), .. Authors(root)];
    }

    /// <summary>Addresses of what the resources found need in turn: a role's person and organisation.</summary>
    public static IReadOnlyList<string> NeedsNext(ResourceSet found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return [.. found.OfType("PractitionerRole").SelectMany(static role => new[] { role.Root.ReferenceIn("practitioner"), role.Root.ReferenceIn("organization") }).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The search for judgements of urgency that were made in the contact which the Communication belongs to; null without one.</summary>
    public static Gathering? Urgencies(ResourceDocument communication)
    {
        ArgumentNullException.ThrowIfNull(communication);
        return communication.Root.ReferenceIn("encounter") is { } encounter
            ? new Gathering("Observation", ("encounter", encounter), ("_profile", Guide.Structure("urgency")))
            : null;
    }

    /// <summary>The message.</summary>
    /// <param name="communication">The stored Communication.</param>
    /// <param name="found">What <see cref="Needs"/>, <see cref="NeedsNext"/> and <see cref="Urgencies"/> ask for.</param>
    /// <param name="sender">Organisation that sends; null for the Communication's own, or its author's.</param>
    /// <param name="receiver">Organisation that receives; null for the Communication's recipient.</param>
    /// <param name="previous">The message that this one answers, as it was stored; null when it answers none.</param>
    /// <param name="at">When.</param>
    public Outgoing Of(ResourceDocument communication, ResourceSet found, ResourceDocument? sender, ResourceDocument? receiver, Message? previous, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(communication);
        ArgumentNullException.ThrowIfNull(found);
        var root = communication.Root;
        if (Acute(root, found) is { } acute)
        {
            return Outgoing.Refused(PsychiatryMessages.Error(IssueCode.BusinessRule, "message.out-acute") with { Expression = acute.Path, Source = "MedCom carecommunication 5.0.2" });
        }

        sender ??= Organization(found, root.ReferenceIn("sender")) ?? Authors(root).Select(author => Organization(found, author)).FirstOrDefault(static one => one is not null);
        receiver ??= Organization(found, root.ReferenceIn("recipient"));
        var patient = found.Find(root.ReferenceIn("subject"))?.Root ?? default;
        var name = patient.Exists ? Outgoing.OfficialName(patient) : default;
        var identifier = patient.Exists ? patient.Child("identifier") : default;
        var segments = SegmentsKnown.Segments(root);
        OutcomeIssue?[] faults =
        [
            communication.Claims(Guide.Structure("care-communication")) ? null : Fault("Communication.meta.profile", "message.out-no-care-communication"),
            Outgoing.Unaddressable(sender, "sender"),
            Outgoing.Unaddressable(receiver, "receiver"),
            name.Exists && identifier.Exists ? null : Fault("Communication.subject", "message.out-no-person"),
            segments.Count > 0 && Authors(root).Count > 0 ? null : Fault("Communication.payload", "message.out-no-segments"),
            .. Authors(root).Where(author => found.Find(author) is null).Select(static _ => (OutcomeIssue?)Fault("Communication.payload.extension", "message.out-no-author")),
        ];
        if (faults.OfType<OutcomeIssue>().ToList() is { Count: > 0 } wrong)
        {
            return Outgoing.Refused(wrong);
        }

        var (from, to) = (MessageOrganization.Of(sender!.Root, ""), MessageOrganization.Of(receiver!.Root, ""));
        using var composer = new ResourceComposer();
        var header = newId();
        composer.Begin("Bundle", newId(), Guide.Structure("care-communication-message")).Text("type", "message").Time("timestamp", at).OpenList("entry");
        Header(composer, header, from, to, communication.Address()!);
        Outgoing.Patient(composer, patient, identifier, name);
        Communication(composer, root);
        People(composer, root, found, from);
        foreach (var organization in Organizations(from, to, previous))
        {
            organization.Write(composer);
        }

        foreach (var step in previous is null ? [] : Exchange(previous))
        {
            MessageEntry.Provenance(composer, newId(), step);
        }

        MessageEntry.Provenance(composer, newId(), new(header, at, previous is null ? "new-message" : "reply-message", from.Id, previous?.HeaderId)
        {
            Profile = Profiles + "provenance",
            Segments = [.. segments.Keys],
        });
        return Outgoing.Of(composer.CloseList().ToDocument(schema));
    }

    private static OutcomeIssue Fault(string expression, string text) => PsychiatryMessages.Error(IssueCode.Required, text) with { Expression = expression };

    // By itself, by what it is about, or by a judgement of urgency made in the same contact that no later one has taken back.
    private static Element? Acute(Element communication, ResourceSet found)
    {
        if (Acuteness.OfCommunication(communication) is { } own)
        {
            return own;
        }

        foreach (var name in new[] { "about", "basedOn", "reasonReference" })
        {
            foreach (var reference in communication.ChildrenNamed(name).ToList())
            {
                if (found.Find(reference.ChildValue("reference")) is { } about && Acuteness.Urgent(about.Root) is not null)
                {
                    return reference;
                }
            }
        }

        var last = found.OfType("Observation").Where(static judgement => judgement.Claims(Guide.Structure("urgency"))).MaxBy(static judgement => judgement.Root.TimeIn("effective"));
        return last is not null && Acuteness.Urgent(last.Root) is not null ? communication.Child("encounter") : null;
    }

    private static List<string> Authors(Element communication)
    {
        var authors = new List<string>();
        foreach (var payload in communication.ChildrenNamed("payload"))
        {
            if (payload.ExtensionValue(Core + "medcom-core-practitioner-extension") is { Exists: true } author && author.ChildValue("reference") is { } reference && !authors.Contains(reference))
            {
                authors.Add(reference);
            }
        }

        return authors;
    }

    private static ResourceDocument? Organization(ResourceSet found, string? reference) => found.Find(reference) switch
    {
        { Type.Name: "Organization" } organization => organization,
        { Type.Name: "PractitionerRole" } role => found.Find(role.Root.ReferenceIn("organization")),
        _ => null,
    };

    private static void Header(ResourceComposer composer, string id, MessageOrganization from, MessageOrganization to, string focus)
    {
        MessageEntry.Open(composer, "MessageHeader", id, Profiles + "messageHeader");
        MessageEntry.Narrative(composer, "Korrespondance");
        MessageEntry.Envelope(composer, MedCom.CareCommunicationEvent, from, to);
        composer.OpenList("focus").ReferenceItem(focus).CloseList();
        composer.Text("definition", MedCom.Root + "messagedefinitions/MessageDefinition/MedComCareCommunicationMessageDefinition|5.0");
        MessageEntry.Close(composer);
    }

    // What MedCom's profile knows, and nothing that is only for this side: no notes, no sender and recipient of our own, no contact.
    private static void Communication(ResourceComposer composer, Element stored)
    {
        composer.OpenItem().Text("fullUrl", $"{MessageEntry.Base}/Communication/{stored.ChildValue("id")}").OpenResource("resource", "Communication", stored.ChildValue("id"));
        composer.Open("meta").OpenList("profile").Item(Guide.Structure("care-communication")).Item(Profiles + "communication").CloseList().Close();
        MessageEntry.Narrative(composer, "Korrespondance");
        List(composer, stored, "identifier");
        composer.Text("status", "unknown");
        List(composer, stored, "category");
        composer.Copy("priority", stored.Child("priority")).Copy("subject", stored.Child("subject")).Copy("topic", stored.Child("topic"));
        List(composer, stored, "payload");
        MessageEntry.Close(composer);
    }

    private static void List(ResourceComposer composer, Element parent, string name)
    {
        composer.OpenList(name);
        foreach (var item in parent.ChildrenNamed(name))
        {
            composer.CopyItem(item);
        }

        composer.CloseList();
    }

    private static void People(ResourceComposer composer, Element communication, ResourceSet found, MessageOrganization from)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var author in Authors(communication))
        {
            var role = found.Find(author)!;
            var person = role.Type.Name == "Practitioner" ? role : found.Find(role.Root.ReferenceIn("practitioner"));
            if (role.Type.Name == "PractitionerRole")
            {
                MessageEntry.Open(composer, "PractitionerRole", role.Id!, Core + "medcom-core-practitionerrole");
                MessageEntry.Narrative(composer, "Afsender");
                composer.Reference("practitioner", person?.Address()).Reference("organization", $"Organization/{from.Id}");
                Role(composer, role.Root);
                MessageEntry.Close(composer);
            }

            if (person is not null && written.Add(person.Id!))
            {
                // Staff whose name is hidden stay so; MedCom asks for a name.
                var name = person.Root.Child("name");
                MessageEntry.Open(composer, "Practitioner", person.Id!, Core + "medcom-core-practitioner");
                MessageEntry.Narrative(composer, Outgoing.NameText(name));
                composer.OpenList("name");
                _ = name.Exists ? composer.CopyItem(name) : composer.OpenItem().Text("text", Outgoing.NameText(name)).Close();
                composer.CloseList();
                MessageEntry.Close(composer);
            }
        }
    }

    // medcom-careCommunication-7: what an author is, by a code that the receiver knows or in words, never both.
    private static void Role(ResourceComposer composer, Element role)
    {
        string? words = null;
        foreach (var code in role.ChildrenNamed("code"))
        {
            words ??= code.ChildValue("text");
            foreach (var coding in code.ChildrenNamed("coding"))
            {
                if (coding.ChildValue("system")?.StartsWith(MedCom.Root, StringComparison.Ordinal) == true)
                {
                    composer.OpenList("code").OpenItem().OpenList("coding").CopyItem(coding).CloseList().Close().CloseList();
                    return;
                }

                words ??= coding.ChildValue("display");
            }
        }

        composer.OpenList("code").OpenItem().Text("text", words ?? "Medarbejder").Close().CloseList();
    }

    private static List<MessageOrganization> Organizations(MessageOrganization from, MessageOrganization to, Message? previous)
    {
        List<MessageOrganization> all = from.Id == to.Id ? [from] : [from, to];
        foreach (var organization in previous?.OfType("Organization") ?? [])
        {
            var one = MessageOrganization.Of(organization, "");
            if (all.TrueForAll(known => known.Id != one.Id))
            {
                all.Add(one);
            }
        }

        return all;
    }

    // MedCom: a reply carries the Provenance of every message before it.
    private static IEnumerable<MessageEntry.Trail> Exchange(Message previous)
    {
        foreach (var provenance in previous.OfType("Provenance"))
        {
            var target = provenance.ReferencesIn("target").FirstOrDefault() ?? "";
            var agent = provenance.Child("agent") is { Exists: true } by ? previous.Resolve(by.ReferenceIn("who")) : default;
            var entities = provenance.ChildrenNamed("entity").ToList();
            yield return new(
                target[(target.LastIndexOf('/') + 1)..], provenance.TimeIn("occurred") ?? default, provenance.CodeIn("activity", MedCom.Activities) ?? "new-message",
                (agent.Exists ? agent : previous.Sender).ChildValue("id")!,
                entities.Where(static entity => entity.ChildValue("role") == "revision").Select(static entity => entity.ReferenceIn("what")).OfType<string>().Select(static what => what[(what.LastIndexOf('/') + 1)..]).FirstOrDefault())
            {
                Profile = Profiles + "provenance",
                Segments = [.. entities.Where(static entity => entity.ChildValue("role") == "source" && entity.Child("what").Child("identifier").Exists).Select(static entity => entity.Child("what").Child("identifier").ChildValue("value")).OfType<string>()],
            };
        }
    }
}

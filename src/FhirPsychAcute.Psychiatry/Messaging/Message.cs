using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>A message Bundle whose envelope can be read: who sends it to whom, under which ids (http://hl7.org/fhir/R4/messaging.html; MedCom messaging 4.0.2).</summary>
public sealed class Message
{
    private readonly Dictionary<string, Element> byReference = new(StringComparer.Ordinal);
    private readonly List<(string? FullUrl, Element Resource)> entries = [];

    private Message(ResourceDocument bundle) => Bundle = bundle;

    /// <summary>The message as received.</summary>
    public ResourceDocument Bundle { get; }

    /// <summary>Bundle.id: identifies the envelope.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The MessageHeader.</summary>
    public Element Header { get; private set; }

    /// <summary>MessageHeader.id: identifies the message.</summary>
    public string HeaderId { get; private set; } = "";

    /// <summary>Code of the event; empty where it is none of MedCom's.</summary>
    public string Event { get; private set; } = "";

    /// <summary>The sender as the message has it; no element when it is not in the message.</summary>
    public Element Sender { get; private set; }

    /// <summary>The primary receiver as the message has it; no element when it is not in the message.</summary>
    public Element Receiver { get; private set; }

    /// <summary>The resource that the message is about; no element when it is not in the message.</summary>
    public Element Focus { get; private set; }

    /// <summary>The Provenance of this message; no element without.</summary>
    public Element Provenance { get; private set; }

    /// <summary>What the message does (<see cref="MedCom.Activities"/>); null when it does not say.</summary>
    public string? Activity => Provenance.Exists ? Provenance.CodeIn("activity", MedCom.Activities) : null;

    /// <summary>When it was sent: as its Provenance says, else by Bundle.timestamp.</summary>
    public DateTimeOffset? Occurred => (Provenance.Exists ? Provenance.TimeIn("occurred") : null) ?? Bundle.Root.TimeIn("timestamp");

    /// <summary>The resources in order, with their fullUrls.</summary>
    public IReadOnlyList<(string? FullUrl, Element Resource)> Entries => entries;

    /// <summary>Reads the envelope.</summary>
    /// <param name="bundle">A resource whose structure is right.</param>
    /// <param name="message">The message; null when it cannot be answered by an acknowledgement.</param>
    /// <returns>Why there is none; empty when there is one.</returns>
    public static IReadOnlyList<OutcomeIssue> Read(ResourceDocument bundle, out Message? message)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        message = null;
        if (bundle.Type.Name != "Bundle" || bundle.Root.ChildValue("type") != "message")
        {
            return [Fault(IssueCode.Value, bundle.Type.Name == "Bundle" ? "Bundle.type" : bundle.Type.Name, "message.no-message")];
        }

        var read = new Message(bundle);
        read.ReadEntries();
        if (!read.Header.Exists)
        {
            return [Fault(IssueCode.Required, "Bundle.entry[0].resource", "message.no-header")];
        }

        var faults = new List<OutcomeIssue>();
        if (bundle.Id is null)
        {
            faults.Add(Fault(IssueCode.Required, "Bundle.id", "message.no-bundle-id"));
        }

        if (read.Header.ChildValue("id") is null)
        {
            faults.Add(Fault(IssueCode.Required, "Bundle.entry[0].resource.id", "message.no-header-id"));
        }

        if (!read.Sender.Exists)
        {
            faults.Add(Fault(IssueCode.Required, "Bundle.entry[0].resource.sender", "message.no-sender"));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        (read.Id, read.HeaderId) = (bundle.Id!, read.Header.ChildValue("id")!);
        message = read;
        return [];
    }

    /// <summary>The resource of the message that a reference in it means; no element when it is not in the message.</summary>
    public Element Resolve(string? reference) => reference is not null && byReference.TryGetValue(reference, out var found) ? found : default;

    /// <summary>Resources of a type in the message.</summary>
    public IEnumerable<Element> OfType(string type)
    {
        foreach (var (_, resource) in entries)
        {
            if (resource.Type.Name == type)
            {
                yield return resource;
            }
        }
    }

    /// <summary>FHIRPath of a resource of the message.</summary>
    public string PathOf(Element resource)
    {
        var index = entries.FindIndex(entry => entry.Resource == resource);
        return string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{index}].resource");
    }

    private static OutcomeIssue Fault(string code, string expression, string text) => PsychiatryMessages.Error(code, text) with { Expression = expression };

    private void ReadEntries()
    {
        foreach (var entry in Bundle.Root.ChildrenNamed("entry"))
        {
            if (entry.Child("resource") is not { Exists: true } resource)
            {
                continue;
            }

            var fullUrl = entry.ChildValue("fullUrl");
            entries.Add((fullUrl, resource));

            // References of MedCom's messages are relative, with absolute fullUrls; of two with one address the first counts.
            if (fullUrl is not null)
            {
                byReference.TryAdd(fullUrl, resource);
            }

            if (resource.ChildValue("id") is { } id)
            {
                byReference.TryAdd($"{resource.Type.Name}/{id}", resource);
            }
        }

        if (entries is not [(_, { Type.Name: "MessageHeader" } header), ..])
        {
            return;
        }

        Header = header;
        Event = header.CodeIn("event", MedCom.Events) ?? "";
        Sender = Resolve(header.ReferenceIn("sender"));
        Focus = Resolve(header.ReferenceIn("focus"));
        Receiver = Resolve(PrimaryReceiver(header));
        var own = header.ChildValue("id");
        foreach (var provenance in OfType("Provenance"))
        {
            if (own is not null && provenance.ReferencesIn("target").Any(target => Resolve(target) == header || target == $"MessageHeader/{own}"))
            {
                Provenance = provenance;
            }
        }
    }

    private static string? PrimaryReceiver(Element header)
    {
        string? first = null;
        foreach (var destination in header.ChildrenNamed("destination"))
        {
            var receiver = destination.ReferenceIn("receiver");
            if (destination.ExtensionValue(MedCom.DestinationUseExtension) is { Exists: true } use && use.CodeOf(MedCom.DestinationUse) == "primary")
            {
                return receiver;
            }

            first ??= receiver;
        }

        return first;
    }
}

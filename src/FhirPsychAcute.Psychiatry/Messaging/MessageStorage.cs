using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Makes the transaction that stores a message: its content, each resource once, the envelope and its header under their own ids, and the answer given. References
/// within the message come to point at what is stored.
/// </summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class MessageStorage(SchemaCatalog schema, Func<string> newId)
{
    /// <summary>System of the tag by which an envelope is found: its code is the id of the MessageHeader within.</summary>
    public static string HeaderTag { get; } = Guide.Identifiers("message-header");

    private static readonly Dictionary<Element, string> NoAddresses = [];

    /// <summary>The search for the envelope that brought a header.</summary>
    public static Gathering EnvelopeOf(string headerId) => new("Bundle", ("_tag", $"{HeaderTag}|{headerId}"));

    /// <summary>The search for headers that answer a message.</summary>
    public static Gathering AnswersTo(string headerId) => new("MessageHeader", ("response-id", headerId));

    /// <summary>The transaction for a message received.</summary>
    /// <param name="message">The message.</param>
    /// <param name="answer">Its acknowledgement.</param>
    /// <param name="known">Where the content of the message is stored already: the stored address by the place of the entry. Such entries are not stored again.</param>
    public ResourceDocument Received(Message message, ResourceDocument answer, IReadOnlyDictionary<Element, string> known)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(known);
        using var composer = new ResourceComposer();
        composer.Begin("Bundle").Text("type", "transaction").OpenList("entry");
        Envelope(composer, message.Bundle, message.HeaderId);
        Content(composer, message, known);
        Message.Read(answer, out var answering);
        Answer(composer, answering!);
        return composer.CloseList().ToDocument(schema);
    }

    /// <summary>The transaction for a message that this server sends: envelope, header and Provenance; its content is stored already.</summary>
    /// <param name="message">The message.</param>
    /// <param name="known">Stored addresses of its content by the place of the entry.</param>
    public ResourceDocument Sent(Message message, IReadOnlyDictionary<Element, string> known)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(known);
        using var composer = new ResourceComposer();
        composer.Begin("Bundle").Text("type", "transaction").OpenList("entry");
        Envelope(composer, message.Bundle, message.HeaderId);
        Header(composer, message, known);
        if (message.Provenance.Exists)
        {
            Entry(composer, $"urn:uuid:{newId()}", Rewritten(message, message.Provenance, NoAddresses), "POST", "Provenance");
        }

        return composer.CloseList().ToDocument(schema);
    }

    /// <summary>Writes the entries of an acknowledgement, sent or received.</summary>
    internal void Answer(ResourceComposer composer, Message acknowledgement)
    {
        Envelope(composer, acknowledgement.Bundle, acknowledgement.HeaderId);
        Header(composer, acknowledgement, NoAddresses);
    }

    private void Content(ResourceComposer composer, Message message, IReadOnlyDictionary<Element, string> known)
    {
        // References must not be settled by the fullUrls of the message, which stand in the stored envelope too.
        var addresses = new Dictionary<Element, string>(known);
        foreach (var (_, resource) in message.Entries)
        {
            if (resource != message.Header)
            {
                addresses.TryAdd(resource, $"urn:uuid:{newId()}");
            }
        }

        addresses[message.Header] = $"MessageHeader/{message.HeaderId}";
        var conditions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, resource) in message.Entries)
        {
            if (resource == message.Header || known.ContainsKey(resource))
            {
                continue;
            }

            // Of the exchange so far only this message's own step is stored by itself; the earlier ones stand in the envelope.
            if (resource.Type.Name == "Provenance" && resource != message.Provenance)
            {
                continue;
            }

            // Of what is known already only the way of the message is new.
            var type = resource.Type.Name;
            if (known.ContainsKey(message.Focus) && type is not ("Organization" or "Provenance"))
            {
                continue;
            }

            // One stay is one Encounter: each notification of it is its next version.
            if (resource == message.Focus && StayNotified.Condition(resource) is { } stay)
            {
                Entry(composer, addresses[resource], WithoutId(Rewritten(message, resource, addresses)), "PUT", $"Encounter?{stay}");
                continue;
            }

            var query = Condition(resource);
            if (query is not null && !conditions.Add($"{type}?{query}"))
            {
                query = null;
            }

            Entry(composer, addresses[resource], Rewritten(message, resource, addresses), "POST", type, query);
        }

        Header(composer, message, addresses);
    }

    private void Header(ResourceComposer composer, Message message, IReadOnlyDictionary<Element, string> addresses) =>
        Entry(composer, $"urn:uuid:{newId()}", Rewritten(message, message.Header, addresses), "PUT", $"MessageHeader/{message.HeaderId}", ifNew: true);

    private void Envelope(ResourceComposer composer, ResourceDocument bundle, string headerId)
    {
        using var tag = new ResourceComposer();
        var editor = new ResourceEditor(bundle);
        var tagged = tag.BeginValue().Text("system", HeaderTag).Text("code", headerId).Finish();
        if (bundle.Root.Child("meta") is { Exists: true } meta)
        {
            editor.Add(meta, "tag", tagged.Span);
        }
        else
        {
            using var around = new ResourceComposer();
            editor.Add(bundle.Root, "meta", around.BeginValue().OpenList("tag").OpenItem().Text("system", HeaderTag).Text("code", headerId).Close().CloseList().Finish().Span);
        }

        Entry(composer, $"urn:uuid:{newId()}", editor.ToBytes(), "PUT", $"Bundle/{bundle.Id}", ifNew: true);
    }

    private static void Entry(ResourceComposer composer, string fullUrl, ReadOnlySpan<byte> resource, string method, string url, string? ifNoneExist = null, bool ifNew = false)
    {
        composer.OpenItem().Text("fullUrl", fullUrl).Copy("resource", resource);
        composer.Open("request").Text("method", method).Text("url", url).Text("ifNoneExist", ifNoneExist).Text("ifNoneMatch", ifNew ? "*" : null).Close().Close();
    }

    // A resource of the message by itself, its references at what is stored; those to what is not in the message stay as they are.
    private static byte[] Rewritten(Message message, Element resource, IReadOnlyDictionary<Element, string> addresses)
    {
        var document = ResourceDocument.Extract(resource);
        var editor = new ResourceEditor(document);
        foreach (var reference in References(document.Root))
        {
            if (message.Resolve(reference.Value) is { Exists: true } target && addresses.TryGetValue(target, out var address))
            {
                editor.SetValue(reference, address);
            }
        }

        return editor.ToBytes();
    }

    private byte[] WithoutId(byte[] resource)
    {
        var document = ResourceDocument.Parse(resource, schema).Document!;
        return document.Root.Child("id") is { Exists: true } id ? new ResourceEditor(document).Remove(id).ToBytes() : resource;
    }

    private static IEnumerable<Element> References(Element element)
    {
        foreach (var child in element.Children.ToList())
        {
            if (child.Name == "reference" && child.HasValue && element.Type.Name == "Reference")
            {
                yield return child;
            }
            else if (child.HasChildren)
            {
                foreach (var inner in References(child))
                {
                    yield return inner;
                }
            }
        }
    }

    // People and organisations are known by the identifier that the field knows them by; everything else is a thing of this message alone.
    private static string? Condition(Element resource)
    {
        if (resource.Type.Name is not ("Patient" or "Organization" or "Practitioner" or "PractitionerRole" or "CareTeam"))
        {
            return null;
        }

        string? chosen = null;
        foreach (var identifier in resource.ChildrenNamed("identifier"))
        {
            if (identifier.ChildValue("system") is { Length: > 0 } system && identifier.ChildValue("value") is { Length: > 0 } value)
            {
                var token = Uri.EscapeDataString(Gathering.Token(system, value));
                chosen = system is MedCom.Sor or MedCom.Cpr ? token : chosen ?? token;
            }
        }

        return chosen is null ? null : $"identifier={chosen}";
    }
}

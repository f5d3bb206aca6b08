using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>What stands against taking a message, beside what validation against its profile finds.</summary>
public static class MessageCheck
{
    /// <summary>Most resources in a message; one from the field has some ten, and a long exchange some forty.</summary>
    public const int MaxEntries = 500;

    // How many reasons a sender is told; the rest follows from the first ones.
    private const int MaxReasons = 20;

    /// <summary>The search for organisations that the receiver of a message may be; null where the message names none by SOR or GLN.</summary>
    public static Gathering? Receivers(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var tokens = Identifiers(message.Receiver).Select(static identifier => Gathering.Token(identifier.System, identifier.Value)).ToList();
        return tokens.Count == 0 ? null : new Gathering("Organization", ("identifier", string.Join(',', tokens)));
    }

    /// <summary>The reasons against it; empty when it may be taken.</summary>
    /// <param name="message">The message.</param>
    /// <param name="kind">What kind it is; null when its event is not taken here.</param>
    /// <param name="receivers">What <see cref="Receivers"/> found.</param>
    /// <param name="served">SOR and GLN numbers that this server receives for; empty for every organisation that it knows.</param>
    public static IReadOnlyList<MessageRefusal> Reasons(Message message, MessageKind? kind, ResourceSet receivers, IReadOnlyCollection<string> served)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(receivers);
        ArgumentNullException.ThrowIfNull(served);
        var reasons = new List<MessageRefusal>();
        if (kind is null)
        {
            var code = message.Event.Length == 0 ? "?" : message.Event;
            return [MessageRefusal.Of(MessageRefusal.NotTaken, IssueCode.NotSupported, "Bundle.entry[0].resource.event", "message.event-unknown", code)];
        }

        if (message.Entries.Count > MaxEntries)
        {
            return [MessageRefusal.Of(MessageRefusal.TooLong, IssueCode.TooLong, "Bundle.entry", "message.too-many-entries", message.Entries.Count, MaxEntries)];
        }

        Receiver(message, receivers, served, reasons);
        if (!message.Focus.Exists || message.Focus.Type.Name != kind.Focus)
        {
            reasons.Add(MessageRefusal.Of(MessageRefusal.ContentWrong, IssueCode.Required, "Bundle.entry[0].resource.focus", "message.no-focus", kind.Focus));
        }

        if (!message.Provenance.Exists)
        {
            reasons.Add(MessageRefusal.Of(MessageRefusal.ContentWrong, IssueCode.Required, "Bundle.entry", "message.no-provenance"));
        }

        foreach (var (_, resource) in message.Entries)
        {
            if (!kind.Types.Contains(resource.Type.Name, StringComparer.Ordinal))
            {
                reasons.Add(MessageRefusal.Of(MessageRefusal.NotTaken, IssueCode.NotSupported, message.PathOf(resource), "message.type-not-taken", resource.Type.Name, kind.Event));
            }
        }

        if (kind.Event == MedCom.CareCommunicationEvent && Acuteness.Of(message) is { } acute)
        {
            reasons.Insert(0, MessageRefusal.Of(MessageRefusal.NotTaken, IssueCode.BusinessRule, acute.Path, "message.acute"));
        }

        return reasons.Count <= MaxReasons ? reasons : reasons[..MaxReasons];
    }

    /// <summary>SOR and GLN numbers of an organisation in a message; GLN under both of the names that dk-core has given their system.</summary>
    internal static IEnumerable<(string System, string Value)> Identifiers(Element organization)
    {
        if (!organization.Exists)
        {
            yield break;
        }

        foreach (var identifier in organization.ChildrenNamed("identifier").ToList())
        {
            if (identifier.ChildValue("value") is not { Length: > 0 } value)
            {
                continue;
            }

            switch (identifier.ChildValue("system"))
            {
                case MedCom.Sor:
                    yield return (MedCom.Sor, value);
                    break;
                case MedCom.Gln or MedCom.GlnOfDanishCore:
                    yield return (MedCom.Gln, value);
                    yield return (MedCom.GlnOfDanishCore, value);
                    break;
            }
        }
    }

    private static void Receiver(Message message, ResourceSet known, IReadOnlyCollection<string> served, List<MessageRefusal> reasons)
    {
        const string Path = "Bundle.entry[0].resource.destination";
        var identifiers = Identifiers(message.Receiver).Select(static identifier => identifier.Value).ToList();
        if (identifiers.Count == 0)
        {
            reasons.Add(MessageRefusal.Of(MessageRefusal.ReceiverMissing, IssueCode.Required, Path, "message.receiver-missing"));
        }
        else if (served.Count > 0 ? !identifiers.Any(served.Contains) : !known.OfType("Organization").Any(static organization => organization.Root.ChildValue("active") != "false"))
        {
            reasons.Add(MessageRefusal.Of(MessageRefusal.ReceiverUnknown, IssueCode.NotFound, Path, "message.receiver-unknown", identifiers[0]));
        }
    }
}

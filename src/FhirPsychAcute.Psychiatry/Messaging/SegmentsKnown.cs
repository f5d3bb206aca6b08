using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Whether a CareCommunication that comes under new ids was received before: Communication.identifier is that of the whole exchange, so a message is known by the
/// identifiers of its segments (MedCom carecommunication 5.0.2, payload.extension identifier).
/// </summary>
public static class SegmentsKnown
{
    /// <summary>The search for the exchange; null where the Communication has no identifier.</summary>
    public static Gathering? Exchange(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Focus.Exists && message.Focus.Child("identifier") is { Exists: true } identifier && identifier.ChildValue("value") is { Length: > 0 } value
            ? new Gathering("Communication", ("identifier", identifier.ChildValue("system") is { } system ? Gathering.Token(system, value) : Gathering.Token("", value)))
            : null;
    }

    /// <summary>Looks for the same segments in the exchange.</summary>
    /// <param name="message">The message.</param>
    /// <param name="exchange">What <see cref="Exchange"/> found.</param>
    /// <param name="refusal">Why it is refused: known segments that say something else now; null otherwise.</param>
    /// <returns>Address of the Communication that says the same; null when the message is new.</returns>
    public static string? Find(Message message, ResourceSet exchange, out MessageRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(exchange);
        refusal = null;
        var received = Segments(message.Focus);
        if (received.Count == 0)
        {
            return null;
        }

        foreach (var communication in exchange.OfType("Communication"))
        {
            var stored = Segments(communication.Root);
            if (stored.Count != received.Count || !received.Keys.All(stored.ContainsKey))
            {
                continue;
            }

            if (received.All(segment => stored[segment.Key] == segment.Value))
            {
                return communication.Address();
            }

            refusal = MessageRefusal.Of(MessageRefusal.ContentWrong, IssueCode.Duplicate, $"{message.PathOf(message.Focus)}.payload", "message.segment-changed");
        }

        return null;
    }

    /// <summary>Identifiers of the segments of a Communication, with what each says.</summary>
    internal static Dictionary<string, string> Segments(Element communication)
    {
        var segments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var payload in communication.ChildrenNamed("payload"))
        {
            if (payload.ExtensionValue(MedCom.SegmentIdentifier) is { Exists: true } identifier && identifier.ChildValue("value") is { } value)
            {
                var content = payload.Child("content");
                segments[value] = !content.Exists ? "" : content.HasValue ? content.Value! : content.ChildValue("data") ?? content.ChildValue("url") ?? "";
            }
        }

        return segments;
    }
}

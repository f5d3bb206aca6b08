using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>The stay that a HospitalNotification is about: known by its contact in the national patient register (MedCom hospitalnotification 3.0.2: episodeOfCare.identifier).</summary>
public static class StayNotified
{
    /// <summary>The search for the stay and what was told of it before; null where the Encounter names no contact.</summary>
    public static Gathering? Before(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Focus.Exists && Token(message.Focus) is { } token
            ? new Gathering("Encounter", ("episode-of-care:identifier", token), ("_profile", Guide.Structure("notification-encounter")), ("_revinclude", "MessageHeader:focus"), ("_revinclude:iterate", "Provenance:target"))
            : null;
    }

    /// <summary>The stored stay when a later message about it was taken already, so that this one must not undo it; null when this one is the newest.</summary>
    public static string? ToldLater(Message message, ResourceSet before)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(before);
        var latest = before.OfType("Provenance").Max(static provenance => provenance.Root.TimeIn("occurred"));
        return latest > message.Occurred ? before.OfType("Encounter").FirstOrDefault()?.Address() : null;
    }

    /// <summary>The search by which the stay is updated, percent-encoded; null where the resource is no Encounter with a contact.</summary>
    internal static string? Condition(Element resource) =>
        resource.Type.Name == "Encounter" && Token(resource) is { } token
            ? $"episode-of-care:identifier={Uri.EscapeDataString(token)}&_profile={Uri.EscapeDataString(Guide.Structure("notification-encounter"))}"
            : null;

    private static string? Token(Element encounter) =>
        encounter.Child("episodeOfCare") is { Exists: true } episode && episode.Child("identifier") is { Exists: true } identifier &&
        identifier.ChildValue("value") is { Length: > 0 } value
            ? Gathering.Token(identifier.ChildValue("system") ?? "", value)
            : null;
}

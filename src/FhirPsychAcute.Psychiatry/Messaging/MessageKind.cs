namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>A kind of message that is taken here.</summary>
/// <param name="Event">Code of the event.</param>
/// <param name="Profile">This guide's profile of the whole message.</param>
/// <param name="Focus">Type of the resource that it is about.</param>
/// <param name="Types">Resource types that it may carry. Nothing else is taken, so that no message can write, say, a Consent or a Subscription.</param>
public sealed record MessageKind(string Event, string Profile, string Focus, IReadOnlyList<string> Types)
{
    /// <summary>The kinds, acknowledgements apart.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        new(
            MedCom.CareCommunicationEvent, Guide.Structure("care-communication-message"), "Communication",
            ["MessageHeader", "Communication", "Patient", "Practitioner", "PractitionerRole", "Organization", "CareTeam", "Encounter", "Provenance"]),
        new(
            MedCom.HospitalNotificationEvent, Guide.Structure("hospital-notification"), "Encounter",
            ["MessageHeader", "Encounter", "Patient", "Organization", "Provenance"]),
    ];

    /// <summary>The kind of an event; null where messages of that kind are not taken.</summary>
    public static MessageKind? Of(string code) => All.FirstOrDefault(kind => kind.Event == code);
}

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>Names that MedCom's messages use (messaging 4.0.2, carecommunication 5.0.2, hospitalnotification 3.0.2, acknowledgement 2.0.3, terminology 2.0.2).</summary>
public static class MedCom
{
    /// <summary>Code system of MessageHeader.event.</summary>
    public const string Events = Root + "terminology/CodeSystem/medcom-messaging-eventCodes";

    /// <summary>Code system of Provenance.activity.</summary>
    public const string Activities = Root + "terminology/CodeSystem/medcom-messaging-activityCodes";

    /// <summary>Code system of an acknowledgement's issues.</summary>
    public const string Errors = Root + "terminology/CodeSystem/medcom-acknowledgement-error-codes";

    /// <summary>A CareCommunication.</summary>
    public const string CareCommunicationEvent = "care-communication-message";

    /// <summary>A HospitalNotification.</summary>
    public const string HospitalNotificationEvent = "hospital-notification-message";

    /// <summary>An Acknowledgement.</summary>
    public const string AcknowledgementEvent = "acknowledgement-message";

    /// <summary>SOR identifiers of organisations.</summary>
    public const string Sor = "urn:oid:1.2.208.176.1.1";

    /// <summary>CPR numbers.</summary>
    public const string Cpr = "urn:oid:1.2.208.176.1.2";

    /// <summary>GLN numbers as dk-core up to 3.4.0 names them, on which MedCom's messages build; dk-core 3.5.0 and later name them with http.</summary>
    public const string Gln = "https://www.gs1.org/gln";

    /// <summary>GLN numbers as dk-core 3.5.0 and later name them.</summary>
    public const string GlnOfDanishCore = "http://www.gs1.org/gln";

    /// <summary>Contacts in the national patient register.</summary>
    public const string Episode = "https://www.esundhed.dk/Registre/Landspatientregisteret";

    internal const string Root = "http://medcomfhir.dk/ig/";
    internal const string Organization = Root + "messaging/StructureDefinition/medcom-messaging-organization";
    internal const string Provenance = Root + "messaging/StructureDefinition/medcom-messaging-provenance";
    internal const string DestinationUseExtension = Root + "messaging/StructureDefinition/medcom-messaging-destinationUseExtension";
    internal const string DestinationUse = Root + "terminology/CodeSystem/medcom-messaging-destinationUse";
    internal const string SegmentIdentifier = Root + "core/StructureDefinition/medcom-core-identifier-extension";
}

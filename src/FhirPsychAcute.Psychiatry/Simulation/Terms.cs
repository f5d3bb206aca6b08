namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Systems and canonicals that every second resource names, made once.</summary>
internal static class Terms
{
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public const string ActPriority = "http://terminology.hl7.org/CodeSystem/v3-ActPriority";
    public const string Participation = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    public const string Snomed = "http://snomed.info/sct";
    public const string Ucum = "http://unitsofmeasure.org";
    public const string Sor = "urn:oid:1.2.208.176.1.1";
    public const string Cpr = "urn:oid:1.2.208.176.1.2";
    public const string XeCpr = "urn:oid:1.2.208.176.1.6.1.1";
    public const string Municipality = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes";
    public const string MunicipalityExtension = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";
    public const string Region = "urn:iso:std:iso:3166:-2";
    public const string PhysicalType = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    public const string TaskCode = "http://hl7.org/fhir/CodeSystem/task-code";

    public static readonly string Pseudonym = Guide.Identifiers("pseudonym");
    public static readonly string Call = Guide.Structure("call");
    public static readonly string Contact = Guide.Structure("contact");
    public static readonly string Urgency = Guide.Structure("urgency");
    public static readonly string Referral = Guide.Structure("referral");
    public static readonly string ReferralTask = Guide.Structure("referral-task");
    public static readonly string Stay = Guide.Structure("stay");
    public static readonly string Patient = Guide.Structure("patient");
    public static readonly string Caller = Guide.Structure("caller");
    public static readonly string SuicideRisk = Guide.Structure("suicide-risk-assessment");
    public static readonly string ViolenceRisk = Guide.Structure("violence-risk-assessment");
    public static readonly string Experience = Guide.Structure("experience-response");
    public static readonly string Episode = Guide.Structure("coercion-episode");
    public static readonly string Detention = Guide.Structure("detention");
    public static readonly string Review = Guide.Structure("coercion-review");
    public static readonly string AfterTalk = Guide.Structure("after-talk");

    public static readonly string Disposition = Guide.Structure("disposition");
    public static readonly string UnansweredReason = Guide.Structure("unanswered-reason");
    public static readonly string Callback = Guide.Structure("callback");
    public static readonly string RecordOpened = Guide.Structure("record-opened");
    public static readonly string QueueInformation = Guide.Structure("queue-information");
    public static readonly string CallLanguage = Guide.Structure("call-language");
    public static readonly string ReferralUrgency = Guide.Structure("referral-urgency");
    public static readonly string LegalBasis = Guide.Structure("legal-basis");
    public static readonly string ContactWish = Guide.Structure("contact-wish");
    public static readonly string LawSection = Guide.Structure("law-section");

    public static readonly string LineCodes = Guide.Codes("call-line");
    public static readonly string DispositionCodes = Guide.Codes("disposition");
    public static readonly string UnansweredCodes = Guide.Codes("unanswered-reason");
    public static readonly string ParticipantCodes = Guide.Codes("participant-type");
    public static readonly string RelationshipCodes = Guide.Codes("caller-relationship");
    public static readonly string ObservationCodes = Guide.Codes("observation");
    public static readonly string UrgencyCodes = Guide.Codes("urgency-level");
    public static readonly string TaskStateCodes = Guide.Codes("task-state");
    public static readonly string MeasureCodes = Guide.Codes("coercion-measure");
    public static readonly string FunctionCodes = Guide.Codes("coercion-function");
    public static readonly string ReasonCodes = Guide.Codes("coercion-reason");
}

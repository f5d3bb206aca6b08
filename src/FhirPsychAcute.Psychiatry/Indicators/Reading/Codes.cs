namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>Code systems that indicators read.</summary>
internal static class Codes
{
    public const string Municipality = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes";
    public const string Region = "urn:iso:std:iso:3166:-2";
    public const string Sct = "http://snomed.info/sct";
    public const string RegionType = "550881000005103";

    public static readonly string Line = Guide.Codes("call-line");
    public static readonly string Disposition = Guide.Codes("disposition");
    public static readonly string UnansweredReason = Guide.Codes("unanswered-reason");
    public static readonly string Participant = Guide.Codes("participant-type");
    public static readonly string Observation = Guide.Codes("observation");
    public static readonly string Urgency = Guide.Codes("urgency-level");
    public static readonly string Measure = Guide.Codes("coercion-measure");
    public static readonly string Reason = Guide.Codes("coercion-reason");
    public static readonly string ProcedureCategory = Guide.Codes("procedure-category");
    public static readonly string TaskState = Guide.Codes("task-state");
    public static readonly string TaskReason = Guide.Codes("task-reason");
    public static readonly string ExperienceAnswer = Guide.Codes("experience-answer");
    public static readonly string OfferType = Guide.Codes("offer-type");
    public static readonly string Indicator = Guide.Codes("indicator");
    public static readonly string Stratifier = Guide.Codes("stratifier");
    public static readonly string Stratum = Guide.Codes("stratum");

    /// <summary>The stratum of facts whose value is not known, so that strata add up to the whole.</summary>
    public const string Unknown = "unknown";
}

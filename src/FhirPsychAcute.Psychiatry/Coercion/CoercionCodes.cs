namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Code systems and extensions of the guide that a case of coercion is read from, and the few codes that are no rule's.</summary>
internal static class CoercionCodes
{
    public static readonly string Measure = Guide.Codes("coercion-measure");
    public static readonly string Proposal = Guide.Codes("coercion-proposal");
    public static readonly string Reason = Guide.Codes("coercion-reason");
    public static readonly string Category = Guide.Codes("procedure-category");
    public static readonly string Observation = Guide.Codes("observation");
    public static readonly string ReviewOutcome = Guide.Codes("review-outcome");
    public static readonly string Admission = Guide.Codes("admission-status");
    public static readonly string ContactType = Guide.Codes("contact-type");
    public static readonly string Role = Guide.Codes("role");
    public static readonly string Instance = Guide.Codes("complaint-instance");
    public static readonly string PlanCategory = Guide.Codes("plan-category");
    public static readonly string Clock = Guide.Codes("clock");

    public static readonly string AdmissionStatusExtension = Guide.Structure("admission-status");
    public static readonly string ExaminedExtension = Guide.Structure("examined");
    public static readonly string ReflectionExtension = Guide.Structure("reflection-time");
    public static readonly string ChildConsentExtension = Guide.Structure("child-consent");
    public static readonly string MeasureExtension = Guide.Structure("measure");
    public static readonly string SuspensiveExtension = Guide.Structure("suspensive-effect");
    public static readonly string OfferedExtension = Guide.Structure("offered");
    public static readonly string GuidanceExtension = Guide.Structure("complaint-guidance");

    /// <summary>psychacute-procedure-category: the measure itself; the talk after it.</summary>
    public const string Coercion = "tvang";
    public const string AfterTalk = "eftersamtale";

    /// <summary>psychacute-role.</summary>
    public const string Adviser = "patientraadgiver";

    /// <summary>psychacute-contact-type.</summary>
    public const string AdviserVisit = "adviser-visit";

    /// <summary>psychacute-complaint-instance: the first instance of every complaint.</summary>
    public const string Board = "pkn";

    /// <summary>psychacute-admission-status.</summary>
    public const string VoluntarilyAdmitted = "frivillig";

    /// <summary>psychacute-coercion-reason: a measure that makes somatic treatment possible, counted apart within its measure (S1:3040-3056).</summary>
    public const string SomaticReason = "somatisk-behandling";

    /// <summary>psychacute-observation: when a detained patient asks to be discharged.</summary>
    public const string DischargeWish = "udskrivningsoenske";
}

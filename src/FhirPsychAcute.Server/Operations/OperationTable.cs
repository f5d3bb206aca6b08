using FhirPsychAcute.Psychiatry;

namespace FhirPsychAcute.Server;

/// <summary>Every operation of the server: paths, the CapabilityStatement and Swagger are made from this table.</summary>
internal static class OperationTable
{
    private const HttpVerb Reading = HttpVerb.Get | HttpVerb.Head | HttpVerb.Post;
    private const OperationLevels TypeAndInstance = OperationLevels.Type | OperationLevels.Instance;
    private const OperationLevels Everywhere = OperationLevels.System | OperationLevels.Type | OperationLevels.Instance;

    /// <summary>The operations.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("validate", "http://hl7.org/fhir/OperationDefinition/Resource-validate", Everywhere, [], Reading, "check a resource against R4 and profiles", ValidateOperation.RunAsync)
        {
            QueryNames = ["profile", "mode"],
            Answers = "OperationOutcome",
            Example = static type => OpenApiDocument.Example(type ?? "Patient"),
        },
        new("find-offer", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-find-offer", OperationLevels.Type, ["HealthcareService"], Reading,
            "offers that fit a citizen, best first", FindOfferOperation.RunAsync)
        {
            QueryNames = ["region", "municipality", "age", "urgency", "mode", "at", "overnight", "type", "language", "count"],
            Answers = "Bundle",
        },
        new("incident-status", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-incident-status", OperationLevels.Instance, ["Group"], Reading,
            "who still waits for a contact after an incident", IncidentStatusOperation.RunAsync)
        {
            QueryNames = ["at"],
        },
        new("lookup", "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup", OperationLevels.Type, ["CodeSystem"], Reading, "what is known of a code", LookupOperation.RunAsync)
        {
            QueryNames = ["system", "code", "version", "displayLanguage", "property"],
        },
        new("validate-code", "http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code", TypeAndInstance, ["CodeSystem"], Reading, "is it a code of the system?", ValidateCodeOperation.OfCodeSystemAsync)
        {
            QueryNames = ["url", "code", "version", "display", "abstract", "displayLanguage"],
        },
        new("subsumes", "http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes", TypeAndInstance, ["CodeSystem"], Reading, "which of two codes stands above the other", SubsumesOperation.RunAsync)
        {
            QueryNames = ["system", "codeA", "codeB", "version"],
        },
        new("expand", "http://hl7.org/fhir/OperationDefinition/ValueSet-expand", TypeAndInstance, ["ValueSet"], Reading, "the codes of a value set", ExpandOperation.RunAsync)
        {
            QueryNames = ["url", "valueSetVersion", "filter", "offset", "count", "includeDesignations", "designation", "activeOnly", "excludeNested", "displayLanguage"],
            Answers = "ValueSet",
        },
        new("validate-code", "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code", TypeAndInstance, ["ValueSet"], Reading, "is the code in the value set?", ValidateCodeOperation.OfValueSetAsync)
        {
            QueryNames = ["url", "valueSetVersion", "system", "code", "display", "abstract", "displayLanguage"],
        },
        new("coercion-overview", Guide.Operation("coercion-overview"), OperationLevels.Type, ["Procedure"], Reading, "open episodes of coercion of a ward or region, most urgent first", CoercionOverviewOperation.RunAsync)
        {
            QueryNames = ["ward", "region", "at", "days"],
        },
        new("coercion-status", Guide.Operation("coercion-status"), OperationLevels.Instance, ["Procedure"], Reading, "every clock of a measure of coercion, and whether it counts", CoercionStatusOperation.RunAsync)
        {
            QueryNames = ["at"],
        },
        new("pathway", Guide.Operation("pathway"), OperationLevels.Instance, ["Patient"], Reading, "a person's path through acute psychiatry, across sectors", PathwayOperation.RunAsync)
        {
            QueryNames = ["from", "to", "kind", "sector", "up-to", "at", "count", "offset", "with-resources", "mask", "reader"],
        },
        new(
            "koordinationsplan-share", Guide.Operation("koordinationsplan-share"), OperationLevels.Instance, ["CarePlan"], HttpVerb.Post,
            "hand a koordinationsplan or an udskrivningsaftale to its parties, on a ground that is recorded", PlanShareOperation.RunAsync)
        {
            QueryNames = ["legal-basis", "necessity", "recipient", "actor", "mask"],
        },
        new("status", Guide.Operation("subscription-status"), OperationLevels.Instance, ["Subscription"], Reading, "how far a subscription has come, what waits, what was given up", SubscriptionStatusOperation.RunAsync)
        {
            Answers = "Bundle",
        },
        new("redeliver", Guide.Operation("redeliver"), OperationLevels.Instance, ["Subscription"], HttpVerb.Post, "sends once more what was given up", RedeliverOperation.RunAsync),
        new("translate", "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate", TypeAndInstance, ["ConceptMap"], Reading, "what a code is called elsewhere", TranslateOperation.RunAsync)
        {
            QueryNames = ["url", "system", "code", "source", "target", "targetsystem", "reverse"],
        },
        new(
            "extract", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-extract", TypeAndInstance, ["QuestionnaireResponse"], Reading,
            "the triage form's answers as resources, in a transaction to post", ExtractOperation.RunAsync)
        {
            Answers = "Bundle",
        },
        new(
            "care-communication", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-care-communication", OperationLevels.Instance, ["Communication"], HttpVerb.Post,
            "send a stored Communication to a municipality as a MedCom message", CareCommunicationOperation.RunAsync)
        {
            QueryNames = ["sender", "receiver"],
            Answers = "Bundle",
        },
        new(
            "hospital-notification", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-hospital-notification", OperationLevels.Instance, ["Encounter"], HttpVerb.Post,
            "tell the municipality that a stay began, is interrupted or ended", HospitalNotificationOperation.RunAsync)
        {
            QueryNames = ["sender", "receiver", "episode"],
            Answers = "Bundle",
        },
        new(
            "process-message", "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message", OperationLevels.System, [], HttpVerb.Post,
            "take a message (CareCommunication, HospitalNotification, Acknowledgement) and answer it", ProcessMessageOperation.RunAsync)
        {
            Answers = "Bundle",
        },
        new("evaluate-measure", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-evaluate-measure", TypeAndInstance, ["Measure"], Reading, "the indicators of a period", EvaluateMeasureOperation.RunAsync)
        {
            QueryNames = ["measure", "periodStart", "periodEnd", "reportType", "subject", "stratifier", "at"],
            Answers = "MeasureReport",
        },
        new(
            "referral-answer", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-referral-answer", OperationLevels.Instance, ["Task"], HttpVerb.Post,
            "answer a referral: received, accepted, declined, arrived ...", ReferralAnswerOperation.RunAsync)
        {
            QueryNames = ["state", "actor", "reason", "reason-text", "note", "time", "encounter", "appointment", "message", "slot"],
            Answers = "Task",
        },
        new(
            "referral-status", "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-referral-status", OperationLevels.Instance, ["ServiceRequest"], Reading,
            "where a referral stands, whose turn it is, and what became of it", ReferralStatusOperation.RunAsync)
        {
            QueryNames = ["at"],
        },
    ];

    /// <summary>The operation of that name at that level; null when there is none.</summary>
    /// <param name="name">Name without dollar sign.</param>
    /// <param name="level">One level.</param>
    /// <param name="type">Resource type; null on system level.</param>
    public static Operation? Find(ReadOnlySpan<char> name, OperationLevels level, string? type)
    {
        foreach (var operation in All)
        {
            if (name.SequenceEqual(operation.Name) && operation.IsOn(level, type))
            {
                return operation;
            }
        }

        return null;
    }
}

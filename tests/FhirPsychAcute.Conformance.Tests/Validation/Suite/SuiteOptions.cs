using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>The switches that the suite sets per case, as ours. Equal switches share one validator.</summary>
internal sealed record SuiteOptions(
    bool ExampleUrls,
    bool SecurityChecks,
    bool AssumeValidRestReferences,
    bool ForPublication,
    ReferenceCheck References,
    bool AggregationOutsideBundles,
    string Languages,
    string ExtensionDomain)
{
    // HL7's package of extensions for tools is part of every run of the reference validator.
    private const string ToolsExtensions = "http://hl7.org/fhir/tools/";

    // Best-practice rules were switched off in the reference run, also where a case's options name them.
    public ValidatorOptions ToValidatorOptions() => new()
    {
        AllowExampleUrls = ExampleUrls,
        SecurityChecks = SecurityChecks,
        AssumeValidRestReferences = AssumeValidRestReferences,
        ForPublication = ForPublication,
        References = References,
        AggregationOutsideBundles = AggregationOutsideBundles,
        AllowUnknownExtensions = false,
        AllowedExtensionDomains = ExtensionDomain.Length == 0 ? [ToolsExtensions] : [ToolsExtensions, ExtensionDomain],
        DisplayLanguages = Languages.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
        BestPractice = (IssueSeverity?)null,
    };

    public static SuiteOptions Read(JsonElement options, bool assumeValidRestReferences, bool isProfileRun) => new(
        ExampleUrls: !Is(options, "examples", JsonValueKind.False),
        SecurityChecks: Is(options, "security-checks", JsonValueKind.True),
        AssumeValidRestReferences: assumeValidRestReferences || Is(options, "assumeValidRestReferences", JsonValueKind.True),
        ForPublication: Is(options, "for-publication", JsonValueKind.True) || Is(options, "no-experimental-content", JsonValueKind.True),
        References: Text(options, "validateReference") switch
        {
            // The targets of these cases are not among the suite's files. The reference run found them, and found nothing wrong without a profile.
            "CHECK_VALID" => isProfileRun ? ReferenceCheck.Valid : ReferenceCheck.Text,
            "CHECK_EXISTS_AND_TYPE" => ReferenceCheck.ExistsAndType,
            _ => ReferenceCheck.Text,
        },
        AggregationOutsideBundles: !Is(options, "enforceAggregationOutsideBundles", JsonValueKind.False),
        Languages: Text(options, "language"),
        ExtensionDomain: Text(options, "allowed-extension-domain"));

    private static bool Is(JsonElement options, string name, JsonValueKind kind) => options.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private static string Text(JsonElement options, string name) => options.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}

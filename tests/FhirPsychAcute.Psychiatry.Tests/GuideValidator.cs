using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>Holds resources against the guide's profiles, and what is wrong with them in short.</summary>
internal static class GuideValidator
{
    private static readonly Lazy<Validator> Alone = new(() => new Validator(ProjectPackage.Library));

    private static readonly Lazy<Validator> WithDanishCore = new(() =>
        new Validator(ProjectPackage.With(ConformanceData.Locate("packages/hl7.fhir.dk.core-3.7.0.tgz"))));

    private static readonly Lazy<Validator> WithMedCom = new(() => new Validator(ProjectPackage.With(MedComPackages.Select(name => ConformanceData.Locate($"packages/{name}.tgz")))));

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>MedCom's packages and what they build on, each in the version that the other asks for.</summary>
    private static IReadOnlyList<string> MedComPackages =>
    [
        "medcom.fhir.dk.carecommunication-5.0.2", "medcom.fhir.dk.acknowledgement-2.0.3", "medcom.fhir.dk.terminology-2.0.2", "medcom.fhir.dk.terminology-2.0.1",
        "medcom.fhir.dk.terminology-1.4.0", "medcom.fhir.dk.messaging-4.0.2", "medcom.fhir.dk.messaging-2.1.0", "medcom.fhir.dk.core-4.0.0", "medcom.fhir.dk.core-3.0.1",
        "medcom.fhir.dk.core-2.0.1", "medcom.fhir.dk.messagedefinitions-1.0.0", "hl7.fhir.dk.core-3.4.0", "hl7.fhir.dk.core-3.2.0", "hl7.fhir.dk.core-2.0.0",
    ];

    /// <summary>Errors by the guide's own profiles: <c>cardinality.too-few Patient.identifier</c>, of an invariant its key as well.</summary>
    public static List<string> Errors(string json) => Findings(Alone.Value, json, IssueSeverity.Error);

    /// <summary>Errors by the guide's profiles and the dk-core profiles that they impose.</summary>
    public static List<string> ErrorsWithDanishCore(string json) => Findings(WithDanishCore.Value, json, IssueSeverity.Error);

    /// <summary>Errors by the guide's profiles and MedCom's, with the versions of dk-core that those build on.</summary>
    public static List<string> ErrorsWithMedCom(string json) => Findings(WithMedCom.Value, json, IssueSeverity.Error);

    /// <summary>Errors and warnings that name an invariant of the guide.</summary>
    public static List<string> BrokenRules(string json) =>
        Findings(Alone.Value, json, IssueSeverity.Warning).Where(finding => finding.StartsWith("invariant.failed psychacute-", StringComparison.Ordinal)).ToList();

    /// <summary>A compiled example without the property at a path, or, with another value there: <c>participant.0.period</c>.</summary>
    public static string Variant(string example, string path, string? value)
    {
        var root = JsonNode.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/examples/{example}.json")))!;
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(root, (node, name) => node is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
        if (value is null)
        {
            Assert.True(parent.AsObject().Remove(names[^1]), $"{example} has no {path}");
        }
        else if (parent is JsonArray items)
        {
            items[int.Parse(names[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString(Unescaped);
    }

    private static List<string> Findings(Validator validator, string json, IssueSeverity least)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionSchema);
        return validator.Validate(parsed).Issues
            .Where(issue => issue.Severity <= least)
            .Select(issue => issue.MessageId == "invariant.failed" ? $"{issue.MessageId} {issue.Arguments[0]} {issue.Expression}" : $"{issue.MessageId} {issue.Expression}")
            .Distinct()
            .ToList();
    }

    private static SchemaCatalog DefinitionSchema => DefinitionStore.R4.Schema;
}

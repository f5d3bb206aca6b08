using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Observations;

/// <summary>
/// Vital signs: an Observation of one of them must conform to R4's profile for it, whether it claims so or not (http://hl7.org/fhir/R4/observation-vitalsigns.html).
/// It is one when its code has the LOINC code of that page or the SNOMED CT concept of the same meaning.
/// </summary>
internal sealed class VitalSignsRule : ResourceRule
{
    private const string Section = "http://hl7.org/fhir/R4/observation-vitalsigns.html";
    private const string Profiles = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly FrozenDictionary<string, string> Loincs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["85353-1"] = "vitalspanel",
        ["9279-1"] = "resprate",
        ["8867-4"] = "heartrate",
        ["2708-6"] = "oxygensat",
        ["8310-5"] = "bodytemp",
        ["8302-2"] = "bodyheight",
        ["9843-4"] = "headcircum",
        ["29463-7"] = "bodyweight",
        ["39156-5"] = "bmi",
        ["85354-9"] = "bp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Snomeds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["86290005"] = "resprate",
        ["364075005"] = "heartrate",
        ["431314004"] = "oxygensat",
        ["276885007"] = "bodytemp",
        ["50373000"] = "bodyheight",
        ["363812007"] = "headcircum",
        ["27113001"] = "bodyweight",
        ["60621009"] = "bmi",
        ["75367002"] = "bp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ResourceType => "Observation";

    /// <inheritdoc/>
    public override void Check(Element resource, ValidationRun run)
    {
        if (resource.Child("code") is not { Exists: true } code)
        {
            return;
        }

        foreach (var coding in code.ChildrenNamed("coding"))
        {
            if (ProfileOf(coding) is { } name && run.Scope.TryResolve(Profiles + name, out var definition))
            {
                if (!run.Check(resource, run.Profiles.Of(definition)))
                {
                    // Why a profile is checked that nobody claims is worth saying only when something is wrong.
                    run.Report(IssueSeverity.Information, IssueCode.Informational, resource, "observation.vital-sign", Section, definition.Url, $"{coding.ChildValue("system")}#{coding.ChildValue("code")}");
                }

                return;
            }
        }
    }

    private static string? ProfileOf(Element coding)
    {
        var system = coding.Child("system");
        var codes = !system.Exists ? null : system.ValueEquals("http://loinc.org"u8) ? Loincs : system.ValueEquals("http://snomed.info/sct"u8) ? Snomeds : null;
        return codes is not null && coding.ChildValue("code") is { } code ? codes.GetValueOrDefault(code) : null;
    }
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reporting;

/// <summary>The CodeableConcept of one value of a stratum, by the property that it belongs to.</summary>
internal static class StratumValue
{
    private static readonly Dictionary<string, string> SystemOf = new(StringComparer.Ordinal)
    {
        ["region"] = Codes.Region,
        ["municipality"] = Codes.Municipality,
        ["line"] = Codes.Line,
        ["urgency"] = Codes.Urgency,
        ["disposition"] = Codes.Disposition,
        ["unanswered-reason"] = Codes.UnansweredReason,
        ["measure"] = Codes.Measure,
        ["reason"] = Codes.Reason,
        ["task-state"] = Codes.TaskState,
        ["task-reason"] = Codes.TaskReason,
    };

    /// <summary>Writes it as a property of the current object.</summary>
    public static void Write(ResourceComposer composer, string property, string dimension, string value, Regions regions, Language language)
    {
        composer.Open(property);
        var system = value != Codes.Unknown && SystemOf.TryGetValue(dimension, out var known) ? known : Codes.Stratum;
        var text = dimension == "region" && system == Codes.Region ? regions.Name(value) : GuideTerms.Text(system, value, language);

        // A region without a code yet, or one that no table has, is told by its name.
        if (dimension != "region" || system != Codes.Region || value.StartsWith("DK-", StringComparison.Ordinal))
        {
            composer.OpenList("coding").OpenItem().Text("system", system).Text("code", value).Text("display", GuideTerms.Display(system, value)).Close().CloseList();
        }

        composer.Text("text", text).Close();
    }
}

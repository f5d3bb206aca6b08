using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Pathway;

/// <summary>A scenario of <c>examples/</c> and the path of its person.</summary>
internal static class Scenario
{
    /// <summary>The resources of a scenario; addresses are their fullUrls.</summary>
    public static ResourceSet Read(string name) => ResourceSet.OfBundle(ProfileRules.Parse(File.ReadAllText(Checkout.Locate($"examples/{name}/transaction.json"))));

    /// <summary>The path of the scenario's person.</summary>
    /// <param name="resources">The scenario.</param>
    /// <param name="at">As of when.</param>
    /// <param name="language">Language of the texts.</param>
    /// <param name="ask">Narrows the question.</param>
    public static PatientPathway Path(ResourceSet resources, string at, Language language = Language.Danish, Func<PathwayRequest, PathwayRequest>? ask = null)
    {
        var request = new PathwayRequest([resources.AddressOf(resources.OfType("Patient").First())], Time(at), language);
        return PatientPathway.Of(resources, ask is null ? request : ask(request), new RuleFolder());
    }

    /// <summary>The steps as a table that people read.</summary>
    public static string Table(IEnumerable<PathwayStep> steps) => string.Join('\n', steps.Select(static step =>
        string.Join(" | ", (string[])[Span(step), step.Kind, step.Actor.Sector, step.Text, .. step.Remarks.Count == 0 ? (string[])[] : [string.Join(' ', step.Remarks)]])));

    /// <summary>A time with its zone.</summary>
    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Span(PathwayStep step)
    {
        var start = DanishTime.Local(step.Start);
        if (step.End is not { } end || end == step.Start)
        {
            return start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        var local = DanishTime.Local(end);
        return start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "–" + local.ToString(local.Date == start.Date ? "HH:mm" : "MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}

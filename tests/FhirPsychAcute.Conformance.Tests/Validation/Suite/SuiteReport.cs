using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>Pass counts for people, and the disagreements with both sides' texts.</summary>
internal static class SuiteReport
{
    public static string Make(IReadOnlyList<SuiteOutcome> outcomes)
    {
        var text = new StringBuilder();
        text.AppendLine("| tier | runs | verdict as the reference | same error expressions | consensus verdicts |").AppendLine("|---|---|---|---|---|");
        foreach (var tier in outcomes.GroupBy(outcome => outcome.Case.Tier).OrderBy(group => group.Key))
        {
            AppendRow(text, tier.Key.ToString(), [.. tier]);
        }

        text.AppendLine().AppendLine("| module (tier A) | runs | verdict as the reference | same error expressions | consensus verdicts |").AppendLine("|---|---|---|---|---|");
        foreach (var module in outcomes.Where(outcome => outcome.Case.Tier == 'A').GroupBy(outcome => outcome.Case.Module, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            AppendRow(text, module.Key, [.. module]);
        }

        text.AppendLine();
        foreach (var outcome in outcomes.Where(outcome => !outcome.VerdictAgrees || !outcome.PlacesAgree)
            .OrderBy(outcome => outcome.Case.Module, StringComparer.Ordinal).ThenBy(outcome => outcome.VerdictAgrees))
        {
            text.Append(outcome.Describe());
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string name, IReadOnlyList<SuiteOutcome> outcomes) =>
        text.AppendLine(CultureInfo.InvariantCulture,
            $"| {name} | {outcomes.Count} | {outcomes.Count(outcome => outcome.VerdictAgrees)} | {outcomes.Count(outcome => outcome.PlacesAgree)} | {outcomes.Count(outcome => outcome.Case.IsConsensus && outcome.VerdictAgrees)} of {outcomes.Count(outcome => outcome.Case.IsConsensus)} |");
}

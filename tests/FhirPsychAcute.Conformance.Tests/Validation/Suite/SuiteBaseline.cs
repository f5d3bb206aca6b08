namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>Cases that are known to differ from the reference validator: <c>case, tab, reason</c>, a line each.</summary>
internal static class SuiteBaseline
{
    public static IReadOnlyDictionary<string, string> Read(string name)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllLines(Checkout.Locate($"tests/FhirPsychAcute.Conformance.Tests/Baselines/{name}.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t', 2);
                reasons.Add(parts[0], parts.Length > 1 ? parts[1].Trim() : "");
            }
        }

        return reasons;
    }

    /// <summary>What the baseline and the outcomes disagree about; empty when nothing.</summary>
    public static string Differences(string name, IEnumerable<SuiteOutcome> outcomes, Func<SuiteOutcome, bool> passes)
    {
        var baseline = Read(name);
        var report = new System.Text.StringBuilder();
        foreach (var outcome in outcomes)
        {
            var passed = passes(outcome);
            if (!passed && !baseline.ContainsKey(outcome.Case.Id))
            {
                report.Append(outcome.Describe());
            }
            else if (passed && baseline.ContainsKey(outcome.Case.Id))
            {
                report.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{outcome.Case.Id} passes now: take it out of {name}.txt");
            }
        }

        return report.ToString();
    }
}

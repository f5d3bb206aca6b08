using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Official;

/// <summary>
/// HL7's 864 example instances of R4 have no errors but those that the baseline names with a reason. OFFICIAL_REPORT names a file that gets every error found.
/// </summary>
public sealed class OfficialExampleSuite
{
    private const string Baseline = "tests/FhirPsychAcute.Conformance.Tests/Baselines/official-examples.txt";

    [OfficialExamplesFact]
    public void The_official_examples_have_no_errors_but_those_that_the_baseline_names()
    {
        var known = File.ReadAllLines(Checkout.Locate(Baseline)).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var validator = new Validator(DefinitionLibrary.R4);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in OfficialExamples.Instances)
        {
            foreach (var issue in validator.Validate(ResourceDocument.Parse(file.Read(), DefinitionLibrary.R4.Schema)).Issues.Where(issue => issue.Severity <= IssueSeverity.Error))
            {
                found.TryAdd($"{file.Name} {issue.MessageId} {issue.Source}", $"{issue.Expression}: {issue.Text(Language.English)}");
            }
        }

        if (Environment.GetEnvironmentVariable("OFFICIAL_REPORT") is { Length: > 0 } report)
        {
            File.WriteAllLines(report, found.Select(pair => $"{pair.Key}\t{pair.Value}"));
        }

        var differences = new StringBuilder();
        foreach (var (key, text) in found.Where(pair => !known.Contains(pair.Key)))
        {
            differences.AppendLine(CultureInfo.InvariantCulture, $"{key}\t{text}");
        }

        foreach (var gone in known.Where(key => !found.ContainsKey(key)))
        {
            differences.AppendLine(CultureInfo.InvariantCulture, $"{gone} is in the baseline, but is not found any more");
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }
}

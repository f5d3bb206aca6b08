using System.Globalization;
using System.Text;

namespace FhirPsychAcute.FhirPath.Tests.Suite;

/// <summary>HL7's FHIRPath suite, against a list of the cases that do not pass and why.</summary>
public sealed class FhirPathSuite
{
    [ConformanceFact("conformance/fhirpath/tests-fhir-r4.xml")]
    public void Every_case_passes_but_those_that_the_baseline_names()
    {
        var baseline = File.ReadAllLines(Checkout.Locate("tests/FhirPsychAcute.FhirPath.Tests/Baselines/fhirpath-suite.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(':', 2)[0].Trim())
            .ToHashSet(StringComparer.Ordinal);
        var report = new StringBuilder();
        foreach (var test in SuiteCase.All())
        {
            var fault = test.Fault();
            if (fault is not null && !baseline.Contains(test.Name))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{test.Name}: {test.Expression.Trim()}: {fault}");
            }
            else if (fault is null && baseline.Contains(test.Name))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{test.Name} passes now: take it out of the baseline");
            }
        }

        Assert.True(report.Length == 0, report.ToString());
    }

    [ConformanceFact("conformance/fhirpath/tests-fhir-r4.xml")]
    public void Checking_against_the_schema_refuses_no_case_that_is_right()
    {
        var report = new StringBuilder();
        foreach (var test in SuiteCase.All().Where(test => test is { Invalid: null, Input: not null }))
        {
            if (test.StrictFault() is { } fault)
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{test.Name}: {test.Expression.Trim()}: {fault}");
            }
        }

        Assert.True(report.Length == 0, report.ToString());
    }

    [ConformanceFact("conformance/fhirpath/tests-fhir-r4.xml")]
    public void The_suite_has_all_its_cases() => Assert.Equal(935, SuiteCase.All().Count);
}

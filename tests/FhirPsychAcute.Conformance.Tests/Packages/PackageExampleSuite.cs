using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Conformance.Tests.Packages;

/// <summary>
/// The example instances of the published Danish packages, each against the profiles that it claims, as its own package's dependencies resolve them, have no errors but
/// those that the baseline names with a reason: each of these is a defect of the package. PACKAGES_REPORT names a file that gets every error found.
/// </summary>
public sealed class PackageExampleSuite
{
    private const string Baseline = "tests/FhirPsychAcute.Conformance.Tests/Baselines/package-examples.txt";

    [ConformanceFact("packages")]
    public void The_examples_of_the_packages_have_no_errors_but_those_that_the_baseline_names()
    {
        var library = DefinitionLibrary.Load(ConformanceData.Locate("packages"));
        var validator = new Validator(library);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var package in library.Packages)
        {
            var byReference = package.Instances.Where(example => example.Id is not null).ToLookup(example => $"{example.ResourceType}/{example.Id}", StringComparer.Ordinal);
            var request = new ValidationRequest
            {
                Scope = package.Scope,

                // The guide's publisher has the other examples at hand, too.
                Resolve = reference => byReference[reference].FirstOrDefault() is { } target ? target.Document.Root : default,
            };
            foreach (var example in package.Instances)
            {
                foreach (var issue in validator.Validate(ResourceDocument.Parse(example.Read(), library.Schema), request).Issues.Where(issue => issue.Severity <= IssueSeverity.Error))
                {
                    found.TryAdd($"{package.Id}/{example.FileName} {issue.Expression} {issue.MessageId} {Rule(issue)}", $"{issue.Text(Language.English)} ({issue.Source})");
                }
            }
        }

        if (Environment.GetEnvironmentVariable("PACKAGES_REPORT") is { Length: > 0 } report)
        {
            File.WriteAllLines(report, found.Select(pair => $"{pair.Key}\t{pair.Value}"));
        }

        var known = Known();
        var differences = new StringBuilder();
        foreach (var (key, text) in found.Where(pair => !known.ContainsKey(pair.Key)))
        {
            differences.AppendLine(CultureInfo.InvariantCulture, $"{key}\t{text}");
        }

        foreach (var gone in known.Keys.Where(key => !found.ContainsKey(key)))
        {
            differences.AppendLine(CultureInfo.InvariantCulture, $"{gone} is in the baseline, but is not found any more");
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    [ConformanceFact("packages")]
    public void A_message_is_checked_by_the_versions_that_its_profile_depends_on_whatever_else_is_loaded()
    {
        var library = DefinitionLibrary.Load(ConformanceData.Locate("packages"));
        var validator = new Validator(library);
        foreach (var name in (string[])["medcom.fhir.dk.carecommunication", "medcom.fhir.dk.acknowledgement"])
        {
            var package = library.Packages.Single(package => package.Id.Name == name);
            foreach (var message in package.Instances.Where(example => example.ResourceType == "Bundle"))
            {
                var errors = validator.Validate(ResourceDocument.Parse(message.Read(), library.Schema)).Issues.Where(issue => issue.Severity <= IssueSeverity.Error);
                Assert.Equal("", string.Join("\n", errors.Select(issue => $"{message} {issue.Expression} {issue.Text(Language.English)}")));
            }
        }
    }

    [Fact]
    public void Every_error_in_the_baseline_has_a_reason() => Assert.All(Known(), entry => Assert.True(entry.Value.Length > 0, entry.Key));

    private static Dictionary<string, string> Known() =>
        File.ReadAllLines(Checkout.Locate(Baseline)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "", StringComparer.Ordinal);

    // What the rule is called within its profile: the element's id, the invariant's key.
    private static string Rule(ValidationIssue issue) => issue.Source[(issue.Source.LastIndexOf('#') + 1)..];
}

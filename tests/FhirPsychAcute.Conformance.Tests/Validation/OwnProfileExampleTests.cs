using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>This project's own examples keep to this project's own profiles.</summary>
public sealed class OwnProfileExampleTests
{
    [Fact]
    public void The_examples_of_the_guide_and_the_scenarios_have_no_error()
    {
        var library = DefinitionLibrary.Load(Checkout.Locate("profiles/compiled"));
        var validator = new Validator(library);
        var errors = new List<string>();
        var read = 0;
        foreach (var file in Files())
        {
            read++;
            foreach (var issue in validator.Validate(ResourceDocument.Parse(File.ReadAllBytes(file), library.Schema)).Issues.Where(issue => issue.Severity <= IssueSeverity.Error))
            {
                errors.Add($"{Path.GetFileName(file)} {issue.Expression}: {issue.Text(Language.English)} ({issue.Source})");
            }
        }

        Assert.True(read > 20);
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors));
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json")
            .Concat(Directory.EnumerateFiles(Checkout.Locate("examples"), "*.json", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}

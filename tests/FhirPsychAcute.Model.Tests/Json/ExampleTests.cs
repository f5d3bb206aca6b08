using FhirPsychAcute.TestData;
using Xunit.Abstractions;

namespace FhirPsychAcute.Model.Tests;

public sealed class ExampleTests(ITestOutputHelper output)
{
    [OfficialExamplesFact]
    public void Every_official_example_and_definition_is_read_without_an_issue_or_is_known_to_be_invalid()
    {
        var faulty = new List<string>();
        foreach (var file in OfficialExamples.All)
        {
            var result = R4.Read(file.Read());
            if (!result.IsValid)
            {
                faulty.Add(file.Name);
                foreach (var issue in result.Issues)
                {
                    output.WriteLine($"{file.Name}: {issue.Code} {issue.Path} {issue.Position}: {issue.Message}");
                }
            }
        }

        // Its id has 67 characters; an id has at most 64.
        Assert.Equal(["SearchParameter-questionnaireresponse-extensions-QuestionnaireResponse-item-subject"], faulty);
    }

    [ConformanceFact("packages")]
    public void Every_example_of_the_Danish_packages_is_read_without_an_issue_or_is_known_to_be_invalid()
    {
        var faulty = new List<string>();
        foreach (var file in PackageExamples.All)
        {
            var result = R4.Read(file.Bytes);
            if (!result.IsValid)
            {
                faulty.Add(file.ToString());
                foreach (var issue in result.Issues)
                {
                    output.WriteLine($"{file}: {issue.Code} {issue.Path} {issue.Position}: {issue.Message}");
                }
            }
        }

        Assert.Equal([], faulty);
    }
}

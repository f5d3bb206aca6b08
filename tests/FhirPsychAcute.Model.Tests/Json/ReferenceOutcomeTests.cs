using System.Text.Json;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Model.Tests;

/// <summary>HL7's own cases: what the reference validator finds right has no structural fault.</summary>
public sealed class ReferenceOutcomeTests
{
    [ConformanceFact("conformance/validator/index.json")]
    public void A_resource_in_which_the_reference_validator_finds_no_error_has_no_structural_fault()
    {
        var faulty = new List<string>();
        var read = 0;
        using var index = JsonDocument.Parse(File.ReadAllBytes(ConformanceData.Locate("conformance/validator/index.json")));
        foreach (var testCase in index.RootElement.EnumerateArray())
        {
            var file = testCase.GetProperty("file").GetString()!;
            if (!file.EndsWith(".json", StringComparison.Ordinal) || !testCase.TryGetProperty("expectBase", out var expected) || expected.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            read++;
            var result = R4.Read(File.ReadAllBytes(ConformanceData.Locate($"conformance/validator/files/{file}")));
            if (!result.IsValid && expected.GetProperty("errors").GetInt32() == 0)
            {
                faulty.Add($"{file}: {result.Issues[0]}");
            }
        }

        Assert.True(read > 100);
        Assert.Equal([], faulty);
    }

    [ConformanceFact("conformance/example-pairs/json")]
    public void Every_example_that_is_published_in_JSON_and_XML_is_read_without_an_issue()
    {
        var files = Directory.GetFiles(ConformanceData.Locate("conformance/example-pairs/json"), "*.json");
        Assert.NotEmpty(files);
        Assert.Equal([], files.Where(file => !R4.Read(File.ReadAllBytes(file)).IsValid).Select(Path.GetFileName));
    }
}

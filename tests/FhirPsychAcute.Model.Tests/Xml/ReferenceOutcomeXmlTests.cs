using System.Text.Json;

namespace FhirPsychAcute.Model.Tests.Xml;

/// <summary>HL7's own cases in XML: what the reference validator finds right has no structural fault, and what it finds wrong in the structure has one at the same place.</summary>
public sealed class ReferenceOutcomeXmlTests
{
    [ConformanceFact("conformance/validator/index.json")]
    public void Structural_faults_are_found_where_the_reference_validator_finds_them_and_nowhere_else()
    {
        var faults = new List<string>();
        var read = 0;
        using var index = JsonDocument.Parse(File.ReadAllBytes(ConformanceData.Locate("conformance/validator/index.json")));
        var files = index.RootElement.EnumerateArray().Select(testCase => testCase.GetProperty("file").GetString()!).Where(file => file.EndsWith(".xml", StringComparison.Ordinal));
        foreach (var file in files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            read++;
            var result = ResourceDocument.ParseXml(File.ReadAllBytes(ConformanceData.Locate($"conformance/validator/files/{file}")), R4.Schema);
            faults.AddRange(result.Issues.Select(issue => $"{file} {issue.Code} {issue.Path} {issue.Position.Line}"));
        }

        Assert.True(read > 90);
        // The reference validator reports each of these, and no other fault of structure in these files.
        Assert.Equal(
            [
                "Observation-ex-pain.xml Structure Observation.status 3",
                "Observation-ex-pain.xml Structure Observation.value.ofType(integer) 5",
                "bundle-dual-subject.xml Structure Bundle.entry[0].resource.subject 22",
                "capabilitystatement-measure-processor.xml Structure CapabilityStatement 71",
                "pat-security-bad-string2.xml Structure Patient.name[0].text 10",
                "patient-extension-bad2.xml Required Patient.extension[0].url 3",
                "xml-bad-entities.xml Invalid Encounter 6",
                "xml-fail.xml Structure Bundle 8",
                "xml-fail.xml Value Bundle.entry[0].resource.id 13",
                "xml-fail.xml Structure Bundle.entry[0].resource.connectionType 22",
                "xml-fail.xml Structure Bundle 45",
            ],
            faults);
    }
}

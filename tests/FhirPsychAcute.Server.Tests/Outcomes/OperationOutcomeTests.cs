using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Tests;

public sealed class OperationOutcomeTests
{
    [Fact]
    public void An_issue_tells_severity_code_text_place_line_and_column()
    {
        var issue = Messages.Error(IssueCode.Value, "id-illegal", "a_b") with
        {
            Expression = "Patient.birthDate",
            Diagnostics = "The value is not a date",
            Position = new SourcePosition(3, 14, 40),
        };

        Assert.Equal(
            """{"resourceType":"OperationOutcome","issue":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line","valueInteger":3},{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col","valueInteger":14}],"severity":"error","code":"value","details":{"text":"'a_b' cannot be an id: 1 to 64 letters (A to Z), digits, hyphens and dots."},"diagnostics":"The value is not a date (line 3, column 14)","expression":["Patient.birthDate"]}]}""",
            Encoding.UTF8.GetString(OperationOutcomeWriter.ToBytes([issue], Language.English)));
    }

    [Fact]
    public void Cpr_numbers_in_arguments_and_diagnostics_are_masked()
    {
        var issue = Messages.Error(IssueCode.NotFound, "resource-unknown", "Patient/2902024000") with { Diagnostics = "290202-4000" };

        Assert.DoesNotContain("4000", Encoding.UTF8.GetString(OperationOutcomeWriter.ToBytes([issue], Language.Danish)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_is_a_valid_resource()
    {
        var issues = Messages.Texts(Language.Danish).Keys.Select(id => Messages.Error(IssueCode.Invalid, id, "a", "b") with { Position = new SourcePosition(1, 1, 0) }).ToList();

        Assert.Empty(ResourceDocument.Parse(OperationOutcomeWriter.ToBytes(issues, Language.Danish), R4.Schema).Issues);
    }
}

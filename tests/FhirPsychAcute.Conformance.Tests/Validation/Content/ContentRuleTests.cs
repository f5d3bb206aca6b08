using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Content;

/// <summary>What the specification says in words about the content of data types.</summary>
public sealed class ContentRuleTests
{
    private static readonly ValidatorOptions Strict = new() { SecurityChecks = true, AllowExampleUrls = false };

    [Theory]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"urn:uuid:C757873D-EC9A-4326-A141-556F43239520","value":"1"}]}""", "error primitive.uuid-form Patient.identifier[0].system")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.x","value":"1"}]}""", "error primitive.oid-form Patient.identifier[0].system")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"cpr","value":"1"}]}""", "error identifier.system-relative Patient.identifier[0].system")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"urn:ietf:rfc:3986","value":"1.2.3"}]}""", "error identifier.value-no-uri Patient.identifier[0]")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"http://example.org/id","value":"1"}]}""", "error primitive.example-url Patient.identifier[0].system")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"<b>Anna</b>"}]}""", "error primitive.markup-in-text Patient.name[0].text")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"Anna "}]}""", "warning primitive.blank-at-end Patient.name[0].text")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"An\u0007na"}]}""", "error primitive.control-character Patient.name[0].text")]
    [InlineData("""{"resourceType":"Patient","birthDate":"0197-01-01"}""", "warning primitive.year-implausible Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","photo":[{"data":"AQID","size":4}]}""", "error attachment.size Patient.photo[0]")]
    [InlineData("""{"resourceType":"Patient","photo":[{"data":"AQID","hash":"AQID"}]}""", "warning attachment.hash Patient.photo[0]")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"marital","code":"M"}]}}""", "error coding.system-relative Patient.maritalStatus.coding[0].system")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M","display":"Single"}]}}""", "error coding.display Patient.maritalStatus.coding[0].display")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"http://hl7.org/fhir/ValueSet/marital-status","code":"M"}]}}""", "error coding.system-is-value-set Patient.maritalStatus.coding[0].system")]
    [InlineData("""{"resourceType":"Patient","communication":[{"language":{"coding":[{"system":"http://snomed.info/sct","code":"12"}]}}]}""", "error coding.code-unknown Patient.communication[0].language.coding[0].code")]
    [InlineData("""{"resourceType":"Patient","language":"da","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">Anna</div>"}}""", "warning narrative.language-differs Patient")]
    [InlineData("""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><div lang=\"da\">Anna</div>og</div>"}}""", "warning narrative.sections-mixed Patient.text.div")]
    [InlineData("""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\">Anna</a></div>"}}""", "error narrative.link Patient.text.div")]
    public void Content_that_cannot_be_right_is_told_of(string json, string expected) => Assert.Contains(expected, Findings(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"a < b > c"}]}""", "primitive.markup-in-text")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3"}]}""", "identifier.value-no-uri")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"http://notexample.organic/id","value":"1"}]}""", "primitive.example-url")]
    [InlineData("""{"resourceType":"Patient","photo":[{"data":"AQID","size":3,"hash":"cDeAcZjCKn0rCAc3HXY3eahP388="}]}""", "attachment.")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"NNDNK"}]},"value":"1"}]}""", "coding.code-unknown")]
    [InlineData("""{"resourceType":"Patient","communication":[{"language":{"coding":[{"system":"http://snomed.info/sct","code":"386725007"}]}}]}""", "coding.code-unknown")]
    public void Content_that_is_right_is_not(string json, string id) => Assert.DoesNotContain(Findings(json), finding => finding.Contains(id, StringComparison.Ordinal));

    [Fact]
    public void A_system_whose_codes_are_not_here_is_told_of_once() => Assert.Single(Findings("""
        {"resourceType":"Patient","communication":[
          {"language":{"coding":[{"system":"http://snomed.info/sct","code":"386725007"}]}},
          {"language":{"coding":[{"system":"http://snomed.info/sct","code":"27113001"}]}}]}
        """), finding => finding.Contains("coding.not-checkable", StringComparison.Ordinal));

    [Fact]
    public void A_vital_sign_is_held_against_its_profile_though_it_does_not_claim_it() => Assert.Contains("error cardinality.too-few Observation", Findings("""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]}}
        """));

    private static List<string> Findings(string json)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema);
        return [.. new Validator(DefinitionLibrary.R4, Strict).Validate(parsed).Issues.Select(issue => $"{Name(issue.Severity)} {issue.MessageId} {issue.Expression}")];
    }

    private static string Name(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Error => "error",
        IssueSeverity.Warning => "warning",
        _ => "information",
    };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>JSON writers differ in what they escape (every slash, every plus sign, every letter beyond ASCII); what a resource means does not change by it.</summary>
public sealed class EscapedTextTests
{
    private static readonly JsonSerializerOptions EscapeEverything = new() { Encoder = JavaScriptEncoder.Create(new TextEncoderSettings(UnicodeRanges.None)) };

    [Fact]
    public void Findings_are_the_same_when_every_letter_is_escaped()
    {
        var validator = new Validator(ProjectPackage.Library);
        foreach (var file in Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json"))
        {
            var plain = File.ReadAllBytes(file);
            var escaped = Encoding.UTF8.GetBytes(JsonNode.Parse(plain)!.ToJsonString(EscapeEverything));

            Assert.Equal(Findings(validator, plain), Findings(validator, escaped));
        }
    }

    private static IEnumerable<string> Findings(Validator validator, byte[] json) =>
        validator.Validate(ResourceDocument.Parse(json, ProjectPackage.Library.Schema)).Issues.Select(issue => $"{issue.Severity} {issue.MessageId} {issue.Expression}").Order(StringComparer.Ordinal);
}

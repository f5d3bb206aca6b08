using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Tests.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>Validation ends: after a time, at a number of findings, in profiles that lead back to themselves.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Findings_beyond_the_limit_are_counted_and_still_make_the_resource_invalid()
    {
        var links = string.Join(',', Enumerable.Repeat("""{"type":"nonsense"}""", 50));
        var result = new Validator(DefinitionLibrary.R4, new ValidatorOptions { MaxIssues = 10 }).Validate(Read($$"""{"resourceType":"Patient","link":[{{links}}]}"""));
        Assert.Equal(11, result.Issues.Count);
        Assert.Equal("validation.more", result.Issues[^1].MessageId);
        Assert.Equal([90], result.Issues[^1].Arguments);
        Assert.False(result.IsValid);
    }

    [Fact]
    public void A_validation_that_takes_too_long_ends_with_a_finding_that_says_so()
    {
        var contained = string.Join(',', Enumerable.Range(0, 2000).Select(at => $$"""{"resourceType":"Patient","id":"p{{at}}","name":[{"family":"A","given":["B","C"]}]}"""));
        var result = new Validator(DefinitionLibrary.R4, new ValidatorOptions { MaxDuration = TimeSpan.Zero }).Validate(Read($$"""{"resourceType":"Basic","code":{"text":"a"},"contained":[{{contained}}]}"""));
        Assert.Contains(result.Issues, issue => issue is { MessageId: "validation.too-costly", Severity: IssueSeverity.Error, Expression: "Basic" });
    }

    [Fact]
    public void An_invariant_without_end_is_a_finding()
    {
        using var bench = ProfileBench.Of("Patient", """
            {"id":"Patient","path":"Patient","constraint":[{"key":"p-1","severity":"error","human":"never","expression":"repeat(name | %resource).repeat($this | %resource.descendants()).repeat($this.descendants()).count() > 100000000"}]}
            """);
        Assert.All(bench.Errors("""{"resourceType":"Patient","name":[{"family":"A"}]}"""), error => Assert.StartsWith("Patient invariant.", error, StringComparison.Ordinal));
    }

    [Fact]
    public void Profiles_that_impose_each_other_end()
    {
        using var bench = ProfileBench.OfAll(
            ProfileBench.Profile("Patient", """{"id":"Patient","path":"Patient"}""", ProfileBench.Url, Imposes("http://profiles.dk/StructureDefinition/q")),
            ProfileBench.Profile("Patient", """{"id":"Patient","path":"Patient"},{"id":"Patient.name","path":"Patient.name","min":1}""", "http://profiles.dk/StructureDefinition/q", Imposes(ProfileBench.Url)));
        Assert.Equal(["Patient cardinality.too-few"], bench.Errors("""{"resourceType":"Patient","gender":"female"}"""));

        static string Imposes(string url) => $$"""
            "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile","valueCanonical":"{{url}}"}],
            """;
    }

    [Fact]
    public void What_a_profile_says_of_items_holds_for_items_inside_items()
    {
        using var bench = ProfileBench.Of("Questionnaire", """
            {"id":"Questionnaire","path":"Questionnaire"},{"id":"Questionnaire.item","path":"Questionnaire.item"},{"id":"Questionnaire.item.text","path":"Questionnaire.item.text","min":1}
            """);
        Assert.Equal(
            ["Questionnaire.item[0].item[0].item[0] cardinality.too-few"],
            bench.Errors("""
                {"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"1","text":"a","type":"group","item":[{"linkId":"2","text":"b","type":"group","item":[{"linkId":"3","type":"string"}]}]}]}
                """));
    }

    [Fact]
    public void A_compiled_profile_prints_what_it_demands_beyond_R4()
    {
        using var bench = ProfileBench.Of("Patient", """
            {"id":"Patient","path":"Patient"},
            {"id":"Patient.identifier","path":"Patient.identifier","min":1,"slicing":{"discriminator":[{"type":"value","path":"system"}],"rules":"closed"}},
            {"id":"Patient.identifier:cpr","path":"Patient.identifier","sliceName":"cpr","min":1,"max":"1"},
            {"id":"Patient.identifier:cpr.system","path":"Patient.identifier.system","min":1,"fixedUri":"urn:oid:1.2.208.176.1.2"},
            {"id":"Patient.gender","path":"Patient.gender","min":1}
            """);
        Assert.Equal(
            """
            http://profiles.dk/StructureDefinition/p|1.0.0 on Patient
              identifier 1..*
                sliced by value:system; closed
                slice cpr 1..1 where system is "urn:oid:1.2.208.176.1.2"
                  system 1..1
                    - fixed "urn:oid:1.2.208.176.1.2"
              gender 1..1

            """.ReplaceLineEndings(),
            bench.Compiled().ToString());
    }

    [Fact]
    public void One_validator_serves_many_threads()
    {
        var validator = new Validator(DefinitionLibrary.R4);
        var document = Read("""{"resourceType":"Patient","gender":"x","name":[{"given":["A"]}],"contact":[{"gender":"male"}]}""");
        var answers = new string[64];
        Parallel.For(0, answers.Length, at => answers[at] = string.Join('|', validator.Validate(document).Issues.Select(issue => issue.Expression + issue.MessageId)));
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    private static ResourceDocument Read(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema).Document!;
}

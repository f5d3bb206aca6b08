using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Triage;

namespace FhirPsychAcute.Psychiatry.Tests.Triage;

/// <summary>The answers of the triage form become the resources that its questions name.</summary>
public sealed class TriageExtractionTests
{
    [Fact]
    public void Every_question_names_the_element_that_its_answer_goes_to()
    {
        var form = Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/Questionnaire-psychacute-triage.json")));
        var named = form.Root.ChildrenNamed("item").ToList().SelectMany(static group => group.ChildrenNamed("item").ToList())
            .ToDictionary(static item => item.ChildValue("linkId")!, static item => item.ChildValue("definition"), StringComparer.Ordinal);

        Assert.Equal(
            TriageMapping.Targets.ToDictionary(static target => target.Key, static target => (string?)$"{Guide.Structure(target.Value.Profile)}#{target.Value.Element}", StringComparer.Ordinal), named);
    }

    [Fact]
    public void Everything_that_is_extracted_is_valid_against_its_profile()
    {
        var transaction = Extract(static text => text);

        Assert.Equal(
            [
                "Observation urgency", "RiskAssessment suicide-risk-assessment", "RiskAssessment violence-risk-assessment", "Observation substance-use",
                "Observation ability-to-wait", "ClinicalImpression summary", "Provenance ",
            ],
            Resources(transaction).Select(Name));
        Assert.Empty(GuideValidator.Errors(Encoding.UTF8.GetString(transaction.Bytes.Span)));
    }

    [Fact]
    public void Each_finding_is_derived_from_the_answers_and_the_provenance_names_them()
    {
        var transaction = Extract(static text => text);

        var resources = Resources(transaction).ToList();
        Assert.All(resources.Where(static resource => resource.Type.Name == "Observation"), resource => Assert.Equal("QuestionnaireResponse/eksempel-visitation", resource.Root.ReferencesIn("derivedFrom").Single()));
        Assert.All(resources.Where(static resource => resource.Type.Name == "RiskAssessment"), resource => Assert.Equal("QuestionnaireResponse/eksempel-visitation", resource.Root.ReferencesIn("basis").Single()));
        var provenance = resources[^1].Root;
        Assert.Equal("QuestionnaireResponse/eksempel-visitation", provenance.Child("entity").ReferenceIn("what"));
        Assert.Equal(6, provenance.ChildrenNamed("target").ToList().Count);
        var suicide = resources[1].Root;
        Assert.Equal("Broderen bliver hos ham, til de er fremme i akutmodtagelsen", suicide.ChildValue("mitigation"));
        Assert.Equal("Fare for personen selv nu: ja", suicide.Child("note").ChildValue("text"));
        Assert.Null(resources[2].Root.ChildValue("mitigation"));
    }

    [Fact]
    public void Somebody_else_who_calls_and_the_outcome_are_added_to_the_call()
    {
        var transaction = Extract(
            text => text
                .Replace("\"valueBoolean\":true}]},{\"linkId\":\"ringer.med-egne-ord\"", "\"valueBoolean\":false}]},{\"linkId\":\"ringer.relation\",\"answer\":[{\"valueCoding\":{\"system\":\"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-caller-relationship\",\"code\":\"relative\"}}]},{\"linkId\":\"ringer.med-egne-ord\"", StringComparison.Ordinal)
                .Replace("\"code\":\"pam\"", "\"code\":\"ambulance\"", StringComparison.Ordinal));

        var resources = Resources(transaction).ToList();
        Assert.Contains("RelatedPerson caller", resources.Select(Name));
        var call = resources.Single(static resource => resource.Type.Name == "Encounter").Root;
        Assert.True(call.ChildrenNamed("participant").ToList().Exists(static participant => participant.HasCode("type", "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "CALLBCK")));
        Assert.Equal(2, call.ChildrenNamed("extension").ToList().Count(static extension => extension.ChildValue("url") == Guide.Structure("disposition")));
        Assert.Single(call.ChildrenNamed("reasonCode").ToList());
    }

    [Theory]
    [InlineData("\"status\":\"completed\"", "\"status\":\"in-progress\"", "triage.not-completed")]
    [InlineData("psychacute-triage\"", "andet-skema\"", "triage.other-form")]
    [InlineData("\"author\":{\"reference\":\"PractitionerRole/eksempel-apk\"},", "", "triage.no-author")]
    [InlineData("\"author\":{\"reference\":\"PractitionerRole/eksempel-apk\"}", "\"author\":{\"reference\":\"Patient/eksempel-mette\"}", "triage.no-author")]
    [InlineData("\"authored\":\"2026-05-03T02:30:00+02:00\",", "", "triage.no-time")]
    public void What_cannot_be_extracted_is_named(string text, string other, string issue)
    {
        var response = Parse(Response(json => json.Replace(text, other, StringComparison.Ordinal)));

        Assert.Contains(TriageExtraction.Faults(response, Call()), fault => fault.MessageId == issue);
    }

    [Fact]
    public void The_gravest_risks_ask_for_an_agreement()
    {
        var response = Parse(Response(static json => json.Replace("\"oeget\"", "\"akut-oeget\"", StringComparison.Ordinal).Replace("\"linkId\":\"fare.aftale\"", "\"linkId\":\"fare.andet\"", StringComparison.Ordinal)));

        Assert.Equal(["triage.no-agreement"], TriageExtraction.Faults(response, Call()).Select(static fault => fault.MessageId));
        Assert.Equal(["triage.no-call"], TriageExtraction.Faults(Parse(Response(static json => json)), null).Select(static fault => fault.MessageId));
    }

    private static ResourceDocument Extract(Func<string, string> change) =>
        new TriageExtraction(DefinitionStore.R4.Schema, static () => Guid.NewGuid().ToString())
            .Of(Parse(Response(change)), isStored: true, Call(), new ResourceSet([]), new DateTimeOffset(2026, 5, 3, 3, 0, 0, TimeSpan.FromHours(2)));

    private static string Response(Func<string, string> change) =>
        change(System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/examples/QuestionnaireResponse-eksempel-visitation.json")))!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal)
            .Replace("\"text\":\"Ringer personen selv?\",", "", StringComparison.Ordinal).Replace("\"linkId\":\"ringer.med-egne-ord\",\"text\":", "\"linkId\":\"ringer.med-egne-ord\",\"text\":", StringComparison.Ordinal));

    private static ResourceDocument Call() => Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/examples/Encounter-eksempel-omstillet.json")));

    private static IEnumerable<ResourceDocument> Resources(ResourceDocument transaction) =>
        transaction.Root.ChildrenNamed("entry").ToList().Select(static entry => ResourceDocument.Extract(entry.Child("resource")));

    private static string Name(ResourceDocument resource) =>
        $"{resource.Type.Name} {(resource.Root.Child("meta") is { Exists: true } meta ? meta.ChildValue("profile")!.Replace(Guide.Structure(""), "", StringComparison.Ordinal) : "")}";

    private static ResourceDocument Parse(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema).Document!;
}

namespace FhirPsychAcute.Conformance.Tests.Validation.Questionnaires;

public sealed class AnswerTests
{
    private const string Choice = """
        "type": "choice", "repeats": true, "answerOption": [{ "valueCoding": { "system": "urn:x", "code": "a", "display": "Ja" } }, { "valueCoding": { "system": "urn:x", "code": "b" },
          "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true }] }]
        """;

    [Theory]
    [InlineData(Choice, """{ "valueCoding": { "system": "urn:x", "code": "a" } }""", null)]
    [InlineData(Choice, """{ "valueCoding": { "system": "urn:x", "code": "c" } }""", "error questionnaire.not-an-option item[0].answer[0]")]
    [InlineData(Choice, """{ "valueString": "c" }""", "error questionnaire.no-option-of-type item[0].answer[0]")]
    [InlineData(Choice, """{ "valueCoding": { "system": "urn:x", "code": "b" } }""", null)]
    [InlineData(Choice, """{ "valueCoding": { "system": "urn:x", "code": "b" } }, { "valueCoding": { "system": "urn:x", "code": "a" } }""", "error questionnaire.option-exclusive item[0].answer[0]")]
    [InlineData("\"type\": \"choice\"", """{ "valueCoding": { "system": "urn:x", "code": "a" } }""", "information questionnaire.no-options item[0].answer[0]")]
    public void A_choice_is_among_the_options(string question, string answers, string? expected) => Assert.Equal(Lines(expected), Answer(question, answers));

    [Fact]
    public void An_open_choice_takes_a_text_that_is_none_of_the_options()
    {
        var open = Choice.Replace("\"choice\"", "\"open-choice\"", StringComparison.Ordinal);
        Assert.Empty(Answer(open, """{ "valueString": "noget andet" }"""));
        Assert.Equal(["warning questionnaire.text-is-option QuestionnaireResponse.item[0].answer[0]"], Answer(open, """{ "valueString": "ja" }"""));
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", """{ "valueCoding": { "system": "http://hl7.org/fhir/administrative-gender", "code": "male" } }""", null)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", """{ "valueCoding": { "system": "http://hl7.org/fhir/administrative-gender", "code": "x" } }""", "error questionnaire.not-in-value-set item[0].answer[0]")]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", """{ "valueCoding": { "code": "male" } }""", "warning questionnaire.coding-without-system item[0].answer[0]")]
    [InlineData("#vs", """{ "valueCoding": { "system": "http://hl7.org/fhir/administrative-gender", "code": "male" } }""", null)]
    [InlineData("#vs", """{ "valueCoding": { "system": "http://hl7.org/fhir/administrative-gender", "code": "female" } }""", "error questionnaire.not-in-value-set item[0].answer[0]")]
    [InlineData("http://here.dk/vs", """{ "valueCoding": { "system": "urn:x", "code": "a" } }""", "warning questionnaire.value-set-unknown item[0].answer[0]")]
    public void A_choice_is_in_the_value_set(string valueSet, string answer, string? expected) => Assert.Equal(
        Lines(expected),
        FindingLines.Of(
            $$"""
            { "resourceType": "QuestionnaireResponse", "questionnaire": "#q", "status": "completed", "item": [{ "linkId": "a", "answer": [{{answer}}] }],
              "contained": [
                { "resourceType": "Questionnaire", "id": "q", "status": "draft", "item": [{ "linkId": "a", "type": "choice", "answerValueSet": "{{valueSet}}" }] },
                { "resourceType": "ValueSet", "id": "vs", "status": "draft",
                  "compose": { "include": [{ "system": "http://hl7.org/fhir/administrative-gender", "concept": [{ "code": "male" }] }] } }] }
            """,
            "questionnaire").Where(line => !line.Contains("contained[", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"type\": \"integer\"", "minValue", "valueInteger", "5", "4", "error questionnaire.below-minimum item[0].answer[0].value.ofType(integer)")]
    [InlineData("\"type\": \"integer\"", "maxValue", "valueInteger", "5", "5", null)]
    [InlineData("\"type\": \"decimal\"", "maxValue", "valueDecimal", "5.50", "5.51", "error questionnaire.above-maximum item[0].answer[0].value.ofType(decimal)")]
    [InlineData("\"type\": \"date\"", "minValue", "valueDate", "\"2020-03\"", "\"2020-03-15\"", null)]
    [InlineData("\"type\": \"date\"", "minValue", "valueDate", "\"2020-03\"", "\"2020-02-28\"", "error questionnaire.below-minimum item[0].answer[0].value.ofType(date)")]
    [InlineData("\"type\": \"dateTime\"", "maxValue", "valueDateTime", "\"2020-03-01T12:00:00+01:00\"", "\"2020-03-01T11:30:00Z\"", "error questionnaire.above-maximum item[0].answer[0].value.ofType(dateTime)")]
    [InlineData("\"type\": \"time\"", "maxValue", "valueTime", "\"12:00:00\"", "\"12:00:01\"", "error questionnaire.above-maximum item[0].answer[0].value.ofType(time)")]
    public void A_value_is_within_its_bounds(string question, string bound, string type, string limit, string value, string? expected) => Assert.Equal(
        Lines(expected),
        Answer($$"""{{question}}, "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/{{bound}}", "{{type}}": {{limit}} }]""", $$"""{ "{{type}}": {{value}} }"""));

    [Theory]
    [InlineData("2.5", "g", null)]
    [InlineData("2.5", "kg", "error questionnaire.above-maximum item[0].answer[0].value.ofType(Quantity)")]
    [InlineData("2.5", "m", "error questionnaire.quantity-other-unit item[0].answer[0].value.ofType(Quantity)")]
    public void Quantities_are_compared_in_their_units(string value, string code, string? expected) => Assert.Equal(
        Lines(expected),
        Answer(
            """
            "type": "quantity", "extension": [{ "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity",
              "valueQuantity": { "value": 1000, "system": "http://unitsofmeasure.org", "code": "g" } }]
            """,
            $$"""{ "valueQuantity": { "value": {{value}}, "system": "http://unitsofmeasure.org", "code": "{{code}}" } }"""));

    [Fact]
    public void A_quantity_has_one_of_the_units_allowed()
    {
        const string question = """
            "type": "quantity", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
              "valueCoding": { "system": "http://unitsofmeasure.org", "code": "cm" } }]
            """;
        Assert.Empty(Answer(question, """{ "valueQuantity": { "value": 1, "system": "http://unitsofmeasure.org", "code": "cm" } }"""));
        Assert.Equal(
            ["error questionnaire.unit-not-an-option QuestionnaireResponse.item[0].answer[0].value.ofType(Quantity)"],
            Answer(question, """{ "valueQuantity": { "value": 1, "system": "http://unitsofmeasure.org", "code": "m" } }"""));
    }

    [Theory]
    [InlineData("\"maxLength\": 3", "abcd", "error questionnaire.too-long")]
    [InlineData("\"extension\": [{ \"url\": \"http://hl7.org/fhir/StructureDefinition/minLength\", \"valueInteger\": 3 }]", "ab", "error questionnaire.too-short")]
    [InlineData("\"extension\": [{ \"url\": \"http://hl7.org/fhir/StructureDefinition/regex\", \"valueString\": \"[a-z]+\" }]", "abc1", "error questionnaire.regex")]
    [InlineData("\"extension\": [{ \"url\": \"http://hl7.org/fhir/StructureDefinition/regex\", \"valueString\": \"[a-z\" }]", "abc", "warning questionnaire.regex-faulty")]
    [InlineData("\"readOnly\": true", "a\\nb", "warning questionnaire.several-lines")]
    public void A_text_has_its_length_and_form(string bound, string text, string expected) => Assert.Equal(
        [$"{expected} QuestionnaireResponse.item[0].answer[0].value.ofType(string)"], Answer($"\"type\": \"string\", {bound}", $$"""{ "valueString": "{{text}}" }"""));

    [Fact]
    public void Decimals_have_no_more_places_than_allowed() => Assert.Equal(
        ["error questionnaire.decimals QuestionnaireResponse.item[0].answer[0].value.ofType(decimal)"],
        Answer("\"type\": \"decimal\", \"extension\": [{ \"url\": \"http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces\", \"valueInteger\": 1 }]", """{ "valueDecimal": 1.50 }"""));

    [Fact]
    public void An_attachment_is_of_a_kind_and_size_allowed()
    {
        const string question = """
            "type": "attachment", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/mimeType", "valueCode": "image/*" },
              { "url": "http://hl7.org/fhir/StructureDefinition/maxSize", "valueDecimal": 5 }]
            """;
        Assert.Empty(Answer(question, """{ "valueAttachment": { "contentType": "image/png", "data": "AAAAAAA=" } }"""));
        Assert.Equal(
            ["error questionnaire.attachment-type QuestionnaireResponse.item[0].answer[0].value.ofType(Attachment)", "error questionnaire.attachment-size QuestionnaireResponse.item[0].answer[0].value.ofType(Attachment)"],
            Answer(question, """{ "valueAttachment": { "contentType": "text/plain", "data": "AAAAAAAA" } }"""));
    }

    [Fact]
    public void A_reference_leads_to_a_type_allowed()
    {
        const string question = """
            "type": "reference", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource", "valueCode": "Patient" }]
            """;
        Assert.Empty(Answer(question, """{ "valueReference": { "reference": "Patient/1" } }"""));
        Assert.Equal(
            ["error questionnaire.reference-type QuestionnaireResponse.item[0].answer[0].value.ofType(Reference)"], Answer(question, """{ "valueReference": { "reference": "Group/1" } }"""));
    }

    private static IReadOnlyList<string> Answer(string question, string answers) =>
        ResponseTests.Response($$"""{ "linkId": "a", {{question}} }""", ResponseTests.Item("a", answers));

    private static IReadOnlyList<string> Lines(string? expected) =>
        expected is null ? [] : [expected.Replace(" item[", " QuestionnaireResponse.item[", StringComparison.Ordinal)];
}

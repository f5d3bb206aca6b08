namespace FhirPsychAcute.Conformance.Tests.Validation.Questionnaires;

public sealed class ResponseTests
{
    private const string Asked = """{ "linkId": "a", "type": "boolean", "required": true }, { "linkId": "b", "type": "string" }""";

    [Fact]
    public void Answers_that_fit_are_right() => Assert.Empty(Response(Asked, Item("a", """{ "valueBoolean": true }""") + "," + Item("b", """{ "valueString": "x" }""")));

    [Fact]
    public void An_item_that_is_not_asked_for_is_reported_where_it_stands() => Assert.Equal(
        ["error questionnaire.linkid-unknown QuestionnaireResponse"],
        Response(Asked, Item("a", """{ "valueBoolean": true }""") + "," + Item("z", """{ "valueString": "x" }""")));

    [Fact]
    public void Items_keep_the_order_of_the_Questionnaire() => Assert.Equal(
        ["error questionnaire.item-order QuestionnaireResponse"],
        Response(Asked, Item("b", """{ "valueString": "x" }""") + "," + Item("a", """{ "valueBoolean": true }""")));

    [Fact]
    public void What_is_required_may_be_missing_until_the_form_is_completed()
    {
        Assert.Equal(["error questionnaire.answer-missing QuestionnaireResponse"], Response(Asked, Item("b", """{ "valueString": "x" }""")));
        Assert.Equal(["warning questionnaire.answer-missing QuestionnaireResponse"], Response(Asked, Item("b", """{ "valueString": "x" }"""), "in-progress"));
    }

    [Fact]
    public void Only_what_repeats_has_several_answers() => Assert.Equal(
        ["error questionnaire.answer-repeats QuestionnaireResponse.item[0]"],
        Response("""{ "linkId": "b", "type": "string" }""", Item("b", """{ "valueString": "x" }, { "valueString": "y" }""")));

    [Fact]
    public void Groups_and_displays_have_no_answers() => Assert.Equal(
        ["error questionnaire.group-answer QuestionnaireResponse.item[0]", "error questionnaire.display-answer QuestionnaireResponse.item[1]"],
        Response(
            """{ "linkId": "g", "type": "group", "item": [{ "linkId": "b", "type": "string" }] }, { "linkId": "d", "type": "display" }""",
            Item("g", """{ "valueString": "x" }""") + "," + Item("d", """{ "valueString": "x" }""")));

    [Fact]
    public void Items_of_a_question_stand_in_its_answers() => Assert.Equal(
        ["error questionnaire.question-items QuestionnaireResponse.item[0]"],
        Response(
            """{ "linkId": "a", "type": "boolean", "item": [{ "linkId": "b", "type": "string" }] }""",
            """{ "linkId": "a", "answer": [{ "valueBoolean": true }], "item": [{ "linkId": "b", "answer": [{ "valueString": "x" }] }] }"""));

    [Theory]
    [InlineData("boolean", "\"valueString\": \"x\"", "string")]
    [InlineData("integer", "\"valueDecimal\": 1.5", "decimal")]
    [InlineData("date", "\"valueDateTime\": \"2026-01-01\"", "dateTime")]
    [InlineData("choice", "\"valueBoolean\": true", "boolean")]
    public void An_answer_is_of_the_type_asked_for(string type, string value, string actual) => Assert.Equal(
        [$"error questionnaire.answer-type QuestionnaireResponse.item[0].answer[0].value.ofType({actual})"],
        Response($$"""{ "linkId": "a", "type": "{{type}}" }""", Item("a", $"{{ {value} }}")));

    [Fact]
    public void A_text_that_is_given_is_the_questions() => Assert.Equal(
        ["error questionnaire.text-differs QuestionnaireResponse.item[0]"],
        Response("""{ "linkId": "b", "type": "string", "text": "Navn" }""", """{ "linkId": "b", "text": "Adresse", "answer": [{ "valueString": "x" }] }"""));

    [Fact]
    public void A_response_without_Questionnaire_cannot_be_checked()
    {
        Assert.Equal(["information questionnaire.none QuestionnaireResponse"], FindingLines.Of("""{ "resourceType": "QuestionnaireResponse", "status": "completed" }""", "questionnaire"));
        Assert.Equal(
            ["warning questionnaire.not-found QuestionnaireResponse"],
            FindingLines.Of("""{ "resourceType": "QuestionnaireResponse", "questionnaire": "http://here.dk/q", "status": "completed" }""", "questionnaire"));
    }

    [Fact]
    public void Numbers_of_answers_and_groups_have_bounds()
    {
        const string question = """
            { "linkId": "b", "type": "string", "repeats": true, "extension": [
              { "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2 },
              { "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 3 }] }
            """;
        Assert.Equal(["error questionnaire.too-few QuestionnaireResponse.item[0]"], Response(question, Item("b", Strings(1))));
        Assert.Empty(Response(question, Item("b", Strings(3))));
        Assert.Equal(["error questionnaire.too-many QuestionnaireResponse.item[0]"], Response(question, Item("b", Strings(4))));
    }

    internal static string Item(string linkId, string answers) => $$"""{ "linkId": "{{linkId}}", "answer": [{{answers}}] }""";

    internal static IReadOnlyList<string> Response(string questions, string items, string status = "completed") => FindingLines.Of(
        $$"""
        { "resourceType": "QuestionnaireResponse", "questionnaire": "#q", "status": "{{status}}",
          "contained": [{ "resourceType": "Questionnaire", "id": "q", "status": "draft", "item": [{{questions}}] }], "item": [{{items}}] }
        """,
        "questionnaire");

    private static string Strings(int count) => string.Join(", ", Enumerable.Range(0, count).Select(number => $$"""{ "valueString": "{{number}}" }"""));
}

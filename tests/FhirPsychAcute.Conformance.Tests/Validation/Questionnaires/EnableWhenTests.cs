namespace FhirPsychAcute.Conformance.Tests.Validation.Questionnaires;

public sealed class EnableWhenTests
{
    private const string NotEnabled = "error questionnaire.not-enabled QuestionnaireResponse.item[1]";

    [Theory]
    [InlineData("boolean", "=", "\"answerBoolean\": true", "\"valueBoolean\": true", true)]
    [InlineData("boolean", "=", "\"answerBoolean\": true", "\"valueBoolean\": false", false)]
    [InlineData("boolean", "!=", "\"answerBoolean\": true", "\"valueBoolean\": false", true)]
    [InlineData("integer", ">", "\"answerInteger\": 5", "\"valueInteger\": 6", true)]
    [InlineData("integer", "<=", "\"answerInteger\": 5", "\"valueInteger\": 6", false)]
    [InlineData("date", ">=", "\"answerDate\": \"2026-01-01\"", "\"valueDate\": \"2026-01-01\"", true)]
    [InlineData("choice", "=", "\"answerCoding\": { \"system\": \"urn:x\", \"code\": \"a\" }", "\"valueCoding\": { \"system\": \"urn:x\", \"code\": \"a\" }", true)]
    [InlineData("choice", "=", "\"answerCoding\": { \"system\": \"urn:x\", \"code\": \"a\" }", "\"valueCoding\": { \"system\": \"urn:y\", \"code\": \"a\" }", false)]
    [InlineData("integer", "exists", "\"answerBoolean\": true", "\"valueInteger\": 6", true)]
    [InlineData("integer", "exists", "\"answerBoolean\": false", "\"valueInteger\": 6", false)]
    public void An_item_is_enabled_by_the_answer_to_another(string type, string @operator, string expected, string answer, bool isEnabled) => Assert.Equal(
        isEnabled ? [] : [NotEnabled],
        Errors(
            $$"""{ "linkId": "a", "type": "{{type}}" }, { "linkId": "b", "type": "string", "enableWhen": [{ "question": "a", "operator": "{{@operator}}", {{expected}} }] }""",
            ResponseTests.Item("a", $"{{ {answer} }}") + "," + ResponseTests.Item("b", """{ "valueString": "x" }""")));

    [Theory]
    [InlineData("any", true)]
    [InlineData("all", false)]
    public void Of_several_conditions_any_or_all_must_be_met(string behavior, bool isEnabled) => Assert.Equal(
        isEnabled ? [] : [NotEnabled],
        Errors(
            $$"""
            { "linkId": "a", "type": "integer" }, { "linkId": "b", "type": "string", "enableBehavior": "{{behavior}}", "enableWhen": [
              { "question": "a", "operator": ">", "answerInteger": 5 }, { "question": "a", "operator": ">", "answerInteger": 7 }] }
            """,
            ResponseTests.Item("a", """{ "valueInteger": 6 }""") + "," + ResponseTests.Item("b", """{ "valueString": "x" }""")));

    [Fact]
    public void What_is_not_enabled_is_not_required() => Assert.Empty(Errors(
        """{ "linkId": "a", "type": "boolean" }, { "linkId": "b", "type": "string", "required": true, "enableWhen": [{ "question": "a", "operator": "=", "answerBoolean": true }] }""",
        ResponseTests.Item("a", """{ "valueBoolean": false }""")));

    [Fact]
    public void In_a_repeating_group_the_answer_of_the_same_repetition_counts() => Assert.Equal(
        ["error questionnaire.not-enabled QuestionnaireResponse.item[1].item[1]"],
        Errors(
            """
            { "linkId": "g", "type": "group", "repeats": true, "item": [
              { "linkId": "a", "type": "boolean" }, { "linkId": "b", "type": "string", "enableWhen": [{ "question": "a", "operator": "=", "answerBoolean": true }] }] }
            """,
            Group("true") + "," + Group("false")));

    [Fact]
    public void A_question_may_enable_the_items_of_its_answer() => Assert.Equal(
        ["error questionnaire.not-enabled QuestionnaireResponse.item[0].answer[0].item[0]"],
        Errors(
            """{ "linkId": "a", "type": "boolean", "item": [{ "linkId": "b", "type": "string", "enableWhen": [{ "question": "a", "operator": "=", "answerBoolean": true }] }] }""",
            """{ "linkId": "a", "answer": [{ "valueBoolean": false, "item": [{ "linkId": "b", "answer": [{ "valueString": "x" }] }] }] }"""));

    [Theory]
    [InlineData("item.where(linkId = 'a').answer.value = true", true)]
    [InlineData("item.where(linkId = 'a').answer.value = false", false)]
    [InlineData("%patient.active", true)]
    [InlineData("((", true)]
    public void A_condition_may_be_FHIRPath_and_what_cannot_be_decided_is_not_held_against_the_answers(string expression, bool isEnabled) => Assert.Equal(
        isEnabled ? [] : [NotEnabled],
        Errors(
            $$"""
            { "linkId": "a", "type": "boolean" }, { "linkId": "b", "type": "string", "extension": [{
              "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
              "valueExpression": { "language": "text/fhirpath", "expression": "{{expression}}" } }] }
            """,
            ResponseTests.Item("a", """{ "valueBoolean": true }""") + "," + ResponseTests.Item("b", """{ "valueString": "x" }""")));

    private static string Group(string answer) =>
        $$"""{ "linkId": "g", "item": [{{ResponseTests.Item("a", $$"""{ "valueBoolean": {{answer}} }""")}}, {{ResponseTests.Item("b", """{ "valueString": "x" }""")}}] }""";

    private static IEnumerable<string> Errors(string questions, string items) => ResponseTests.Response(questions, items).Where(line => line.StartsWith("error", StringComparison.Ordinal));
}

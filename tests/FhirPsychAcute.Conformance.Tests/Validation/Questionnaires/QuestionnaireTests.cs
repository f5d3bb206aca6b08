namespace FhirPsychAcute.Conformance.Tests.Validation.Questionnaires;

public sealed class QuestionnaireTests
{
    [Theory]
    [InlineData("b", "a", null)]
    [InlineData("b", "z", "error questionnaire.condition-unknown Questionnaire.item[1]")]
    [InlineData("b", "b", "error questionnaire.condition-self Questionnaire.item[1]")]
    [InlineData("b", "b1", "error questionnaire.condition-inner Questionnaire.item[1]")]
    [InlineData("b", "c", "warning questionnaire.condition-later Questionnaire.item[1]")]
    public void A_condition_names_a_question_that_can_be_answered_before(string linkId, string question, string? expected) => Assert.Equal(
        expected is null ? [] : [expected],
        Items(
            $$"""
            { "linkId": "a", "type": "boolean" },
            { "linkId": "{{linkId}}", "type": "group", "enableWhen": [{ "question": "{{question}}", "operator": "exists", "answerBoolean": true }], "item": [{ "linkId": "b1", "type": "boolean" }] },
            { "linkId": "c", "type": "boolean" }
            """));

    [Theory]
    [InlineData("\"operator\": \"=\", \"answerInteger\": 1", "warning questionnaire.condition-type Questionnaire.item[1].enableWhen[0].answer.ofType(integer)")]
    [InlineData("\"operator\": \">\", \"answerBoolean\": true", "warning questionnaire.condition-operator Questionnaire.item[1].enableWhen[0]")]
    public void A_condition_fits_the_answers_of_its_question(string condition, string expected) => Assert.Equal(
        [expected],
        Items($$"""{ "linkId": "a", "type": "boolean" }, { "linkId": "b", "type": "boolean", "enableWhen": [{ "question": "a", {{condition}} }] }"""));

    [Fact]
    public void Initial_values_fit_the_type_of_their_item() => Assert.Equal(
        ["warning questionnaire.initial-type Questionnaire.item[0].initial[0].value.ofType(string)"],
        Items("""{ "linkId": "a", "type": "boolean", "initial": [{ "valueString": "ja" }] }"""));

    [Fact]
    public void Bounds_leave_room_for_an_answer() => Assert.Equal(
        ["warning questionnaire.bounds-contradict Questionnaire.item[0]"],
        Items(
            """
            { "linkId": "a", "type": "integer", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 5 },
              { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 4 }] }
            """));

    [Fact]
    public void What_a_Questionnaire_is_derived_from_should_be_known() => Assert.Equal(
        ["warning questionnaire.derived-from-unknown Questionnaire.derivedFrom[0]"],
        FindingLines.Of("""{ "resourceType": "Questionnaire", "status": "draft", "derivedFrom": ["http://here.dk/q"] }""", "questionnaire"));

    private static IReadOnlyList<string> Items(string items) =>
        FindingLines.Of($$"""{ "resourceType": "Questionnaire", "status": "draft", "item": [{{items}}] }""", "questionnaire");
}

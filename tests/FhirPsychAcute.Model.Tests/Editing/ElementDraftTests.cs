using System.Text;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Model.Tests;

/// <summary>Elements composed of parts of others and of new values.</summary>
public sealed class ElementDraftTests
{
    [OfficialExamplesFact]
    public void A_draft_of_an_example_is_the_example()
    {
        foreach (var file in OfficialExamples.Instances)
        {
            var document = R4.Read(file.Read()).Document!;
            Assert.Null(JsonEquality.Difference(document.Bytes, new ElementDraft(document.Root).ToBytes()));
        }
    }

    [Fact]
    public void Values_are_set_added_and_removed_and_written_in_the_order_of_the_definition()
    {
        var patient = R4.Read(Encoding.UTF8.GetBytes("""{"resourceType":"Patient","birthDate":"1970-01-01","active":true}""")).Document!;
        var name = new ElementDraft(R4.Schema.Type("HumanName"));
        name.Set("family", "Duck \"D\"");
        name.Add("given", new DraftValue("Donald"));
        name.Add("given", new DraftValue("F."));
        var draft = new ElementDraft(patient.Root);
        draft.Remove("birthDate");
        draft.Add("name", new DraftValue(name));
        draft.Set("id", "d");
        draft.Set("active", "false");

        Assert.Equal("""{"resourceType":"Patient","id":"d","active":false,"name":[{"family":"Duck \"D\"","given":["Donald","F."]}]}""", Encoding.UTF8.GetString(draft.ToBytes()));
        Assert.Equal("Duck \"D\"", draft["name"][0].ChildValue("family"));
        Assert.Equal(["Donald", "F."], draft["name"][0].ChildValues("given"));
        Assert.Equal("true", patient.Root.ChildValue("active"));
    }

    [Fact]
    public void Ids_and_extensions_of_primitives_go_along()
    {
        var source = R4.Read(Encoding.UTF8.GetBytes(
            """{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"id":"x","extension":[{"url":"http://example.org","valueCode":"c"}]}]}]}""")).Document!;
        var draft = new ElementDraft(R4.Schema.Type("HumanName"));
        draft.Set("given", source.Root.Child("name"));
        draft.Add("given", new DraftValue("B"));

        Assert.Equal(
            """{"given":["A",null,"B"],"_given":[null,{"id":"x","extension":[{"url":"http://example.org","valueCode":"c"}]},null]}""",
            Encoding.UTF8.GetString(draft.ToBytes()));
    }

    [Fact]
    public void A_choice_keeps_the_type_of_the_element_taken_over()
    {
        var observation = R4.Read(Encoding.UTF8.GetBytes("""{"resourceType":"Observation","valueQuantity":{"value":1.50}}""")).Document!;
        var draft = new ElementDraft(R4.Schema.Type("Observation"));
        draft.Set("value", observation.Root);

        Assert.Equal("""{"resourceType":"Observation","valueQuantity":{"value":1.50}}""", Encoding.UTF8.GetString(draft.ToBytes()));
    }

    [Fact]
    public void An_element_that_the_type_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ElementDraft(R4.Schema.Type("HumanName")).Set("birthDate", "1970-01-01"));
}

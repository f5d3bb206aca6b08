namespace FhirPsychAcute.Model.Tests;

/// <summary>Primitives whose id and extensions stand in the twin property with the underscore.</summary>
public sealed class TwinTests
{
    private const string Extension = """{"extension":[{"url":"http://example.org/e","valueCode":"c"}]}""";

    [Theory]
    [InlineData("""{"resourceType":"Patient","birthDate":"1980","_birthDate":EXT,"active":true}""")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1980","active":true,"_birthDate":EXT}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":EXT,"birthDate":"1980","active":true}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":EXT,"active":true,"birthDate":"1980"}""")]
    public void A_value_and_its_extensions_are_one_element_in_any_order(string json)
    {
        var root = R4.Document(json.Replace("EXT", Extension, StringComparison.Ordinal)).Root;
        Assert.Equal(1, root.ChildrenNamed("birthDate").Count());
        var birthDate = root.Child("birthDate");
        Assert.Equal("1980", birthDate.Value);
        Assert.Equal("c", birthDate.Child("extension").ChildValue("value"));
        Assert.Equal("Patient.birthDate.extension[0].value.ofType(code)", birthDate.Child("extension").Child("value").Path);
        Assert.Equal("true", root.ChildValue("active"));
        Assert.Equal(birthDate, birthDate.Child("extension").Parent);
    }

    [Theory]
    [InlineData("""{"given":["A",null,"C"],"_given":[null,EXT,{"id":"c"}],"family":"F"}""")]
    [InlineData("""{"given":["A",null,"C"],"family":"F","_given":[null,EXT,{"id":"c"}]}""")]
    [InlineData("""{"_given":[null,EXT,{"id":"c"}],"given":["A",null,"C"],"family":"F"}""")]
    [InlineData("""{"_given":[null,EXT,{"id":"c"}],"family":"F","given":["A",null,"C"]}""")]
    public void Arrays_are_joined_item_by_item(string name)
    {
        var root = R4.Document($$"""{"resourceType":"Patient","name":[{{name.Replace("EXT", Extension, StringComparison.Ordinal)}}],"active":true}""").Root;
        var given = root.Child("name").ChildrenNamed("given").ToList();
        Assert.Equal(["A", null, "C"], given.Select(item => item.Value));
        Assert.False(given[0].HasChildren);
        Assert.Equal("c", given[1].Child("extension").ChildValue("value"));
        Assert.Equal("c", given[2].ChildValue("id"));
        Assert.Equal("Patient.name[0].given[2]", given[2].Path);
        Assert.Equal("F", root.Child("name").ChildValue("family"));
        Assert.Equal("true", root.ChildValue("active"));
    }

    [Fact]
    public void A_primitive_may_have_only_extensions()
    {
        var birthDate = R4.Document($$"""{"resourceType":"Patient","_birthDate":{{Extension}}}""").Root.Child("birthDate");
        Assert.True(birthDate.Exists);
        Assert.False(birthDate.HasValue);
        Assert.Null(birthDate.Value);
        Assert.Equal("date", birthDate.Type.Name);
        Assert.True(birthDate.RawJson.IsEmpty);
        Assert.Equal(39, birthDate.Position.Offset);
    }

    [Fact]
    public void A_choices_twin_has_the_choices_type()
    {
        var value = R4.Document($$"""{"resourceType":"Observation","valueDateTime":"2024-05-01","_valueDateTime":{{Extension}}}""").Root.Child("value");
        Assert.Equal("dateTime", value.Type.Name);
        Assert.Equal("c", value.Child("extension").ChildValue("value"));
    }
}

using System.Text;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class DefinitionSourceTests
{
    [Fact]
    public void The_head_is_read_whatever_its_order()
    {
        var source = Read("""{ "version": "1.0", "contained": [{ "resourceType": "Patient", "url": "no" }], "url": "http://x", "resourceType": "ValueSet" }""")!;
        Assert.Equal("ValueSet", source.ResourceType);
        Assert.Equal("http://x", source.Url);
        Assert.Equal("1.0", source.Version);
    }

    [Fact]
    public void Narrative_and_space_are_left_out_and_values_stay_as_written()
    {
        var source = Read("""
            { "resourceType" : "ValueSet", "text" : { "div" : "<div>x</div>" }, "a" : [ 1.50, -1e3, true, null, "\u00e6\n\"" ],
              "b" : { "text" : "kept" }, "c" : [ ], "d" : { } }
            """)!;
        Assert.Equal("""{"resourceType":"ValueSet","a":[1.50,-1e3,true,null,"\u00e6\n\""],"b":{"text":"kept"},"c":[],"d":{}}""", Encoding.UTF8.GetString(source.WithoutNarrative()));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Equal("""{"resourceType":"ValueSet"}""", Encoding.UTF8.GetString(Read("\uFEFF{ \"resourceType\": \"ValueSet\" }")!.WithoutNarrative()));

    [Fact]
    public void An_object_without_resourceType_is_no_definition() => Assert.Null(Read("""{ "name": "package" }"""));

    [Fact]
    public void A_head_with_the_wrong_kinds_of_value_is_read_without_them() => Assert.Null(Read("""{ "resourceType": { "url": 1 }, "url": [1, 2], "version": 3 }"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"url\":")]
    [InlineData("nonsense")]
    public void What_is_no_JSON_object_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => Read(text));

    private static DefinitionSource? Read(string json) => DefinitionSource.Read(Encoding.UTF8.GetBytes(json));
}

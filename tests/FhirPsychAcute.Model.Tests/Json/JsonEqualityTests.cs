using System.Text;

namespace FhirPsychAcute.Model.Tests;

public sealed class JsonEqualityTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{ "b" : [ true , null ], "a" : 1 }""", null)]
    [InlineData("""{"a":"\u00e5"}""", """{"a":"å"}""", null)]
    [InlineData("""{"a":1.50}""", """{"a":1.5}""", "a")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", "a[0]")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "a")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "a.b")]
    [InlineData("""{"a":{}}""", """{"a":{"c":1}}""", "a.c")]
    [InlineData("""[]""", """{}""", "(root)")]
    public void The_first_difference_is_named(string left, string right, string? expected) =>
        Assert.Equal(expected, JsonEquality.Difference(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));

    [Fact]
    public void Ignored_paths_are_not_compared() =>
        Assert.Null(JsonEquality.Difference("""{"id":"1","a":1}"""u8.ToArray(), """{"a":1,"meta":{"versionId":"1","lastUpdated":"x"}}"""u8.ToArray(), JsonEquality.ServerFields));
}

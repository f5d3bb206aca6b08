using FhirPsychAcute.Conformance.Terminology;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class FilterTests
{
    private static readonly TestDefinitions Definitions = new();

    [Theory]
    // http://hl7.org/fhir/R4/valueset-filter-operator.html
    [InlineData("concept", "is-a", "dog", "dog puppy robodog")]
    [InlineData("concept", "descendent-of", "dog", "puppy robodog")]
    [InlineData("concept", "is-not-a", "dog", "animal cat dodo")]
    [InlineData("concept", "generalizes", "puppy", "animal dog puppy")]
    [InlineData("concept", "is-a", "nothing", "")]
    [InlineData("concept", "=", "cat", "cat")]
    [InlineData("concept", "in", "cat, dodo", "cat dodo")]
    [InlineData("code", "not-in", "animal,dog,puppy", "cat robodog dodo")]
    [InlineData("code", "regex", ".*dog", "dog robodog")]
    [InlineData("code", "regex", "dog", "dog")]
    [InlineData("display", "regex", "[DR].*", "dog robodog dodo")]
    [InlineData("display", "=", "Cat", "cat")]
    [InlineData("colour", "=", "brown", "dog puppy")]
    [InlineData("colour", "in", "black,white", "puppy cat")]
    [InlineData("colour", "not-in", "black,white", "animal dog robodog dodo")]
    [InlineData("colour", "exists", "true", "dog puppy cat")]
    [InlineData("colour", "exists", "false", "animal robodog dodo")]
    [InlineData("size", "=", "40", "dog")]
    [InlineData("size", "regex", "[0-9]", "robodog")]
    [InlineData("link", "=", "c", "cat")]
    [InlineData("link", "=", "http://x#c", "cat")]
    [InlineData("link", "=", "http://y#c", "")]
    [InlineData("parent", "=", "dog", "puppy robodog")]
    [InlineData("child", "=", "dog", "animal")]
    [InlineData("child", "exists", "false", "puppy cat robodog dodo")]
    [InlineData("inactive", "=", "true", "dodo")]
    [InlineData("inactive", "=", "false", "animal dog puppy cat robodog")]
    [InlineData("notSelectable", "=", "true", "animal")]
    [InlineData("status", "=", "retired", "dodo")]
    [InlineData("status", "=", "active", "animal dog puppy cat robodog")]
    public void Concepts_that_pass_are_listed_and_are_members(string property, string op, string value, string expected)
    {
        var compose = $$"""{"include":[{"system":"http://example.org/cs","filter":[{"property":"{{property}}","op":"{{op}}","value":"{{value}}"}]}]}""";

        Assert.Equal(expected, Definitions.Expand(compose, ("excludeNested", "true")));
        var asked = new TestDefinitions(TestDefinitions.ValueSet("http://example.org/vs", compose));
        foreach (var code in (string[])["animal", "dog", "puppy", "cat", "robodog", "dodo"])
        {
            var verdict = expected.Split(' ').Contains(code, StringComparer.Ordinal) ? CodeVerdict.Valid : CodeVerdict.NotInValueSet;
            Assert.Equal(verdict, asked.Verdict("http://example.org/vs", TestDefinitions.System, code));
        }
    }

    [Fact]
    public void All_filters_of_an_include_must_pass() =>
        Assert.Equal("puppy", Definitions.Expand("""
            {"include":[{"system":"http://example.org/cs","filter":[{"property":"concept","op":"is-a","value":"dog"},{"property":"colour","op":"=","value":"white"}]}]}
            """));

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(?=.*x)(a|aa)+b")]
    [InlineData("[")]
    public void A_hostile_or_broken_expression_ends_soon(string regex)
    {
        var code = new string('a', 5000);
        var system = $$"""{"resourceType":"CodeSystem","url":"http://example.org/long","status":"active","content":"complete","caseSensitive":true,"concept":[{"code":"{{code}}x"}]}""";
        var asked = new TestDefinitions(system, TestDefinitions.ValueSet("http://example.org/vs", $$"""{"include":[{"system":"http://example.org/long","filter":[{"property":"code","op":"regex","value":"{{regex}}"}]}]}"""));

        Assert.NotEqual(CodeVerdict.Valid, asked.Verdict("http://example.org/vs", "http://example.org/long", code + "x"));
    }

    [Fact]
    public void A_filter_on_a_system_that_is_not_here_cannot_be_checked()
    {
        var asked = new TestDefinitions(TestDefinitions.ValueSet("http://example.org/vs", """{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"404684003"}]}]}"""));

        Assert.Equal(CodeVerdict.NotCheckable, asked.Verdict("http://example.org/vs", "http://snomed.info/sct", "1"));
        Assert.Equal(CodeVerdict.NotInValueSet, asked.Verdict("http://example.org/vs", "http://loinc.org", "1"));
    }

    [Fact]
    public void Units_of_one_dimension_are_found_by_their_canonical_form()
    {
        var asked = new TestDefinitions(TestDefinitions.ValueSet("http://example.org/vs", """{"include":[{"system":"http://unitsofmeasure.org","filter":[{"property":"canonical","op":"=","value":"g"}]}]}"""));

        Assert.Equal(CodeVerdict.Valid, asked.Verdict("http://example.org/vs", "http://unitsofmeasure.org", "kg"));
        Assert.Equal(CodeVerdict.NotInValueSet, asked.Verdict("http://example.org/vs", "http://unitsofmeasure.org", "m"));
    }
}

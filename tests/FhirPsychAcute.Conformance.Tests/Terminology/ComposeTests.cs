using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class ComposeTests
{
    [Theory]
    [InlineData("""{"include":[{"system":"http://example.org/cs"}]}""", "animal dog puppy robodog cat dodo")]
    [InlineData("""{"include":[{"system":"http://example.org/cs"}],"exclude":[{"system":"http://example.org/cs","concept":[{"code":"dog"}]}]}""", "animal puppy cat robodog dodo")]
    [InlineData("""{"include":[{"system":"http://example.org/cs"}],"exclude":[{"system":"http://example.org/cs","filter":[{"property":"concept","op":"is-a","value":"animal"}]}]}""", "dodo")]
    [InlineData("""{"inactive":false,"include":[{"system":"http://example.org/cs","concept":[{"code":"dodo"},{"code":"cat"}]}]}""", "cat")]
    [InlineData("""{"include":[{"system":"http://example.org/cs","concept":[{"code":"cat"},{"code":"dog"}]},{"system":"http://example.org/cs","concept":[{"code":"cat"}]}]}""", "cat dog")]
    [InlineData("""{"include":[{"valueSet":["http://example.org/pets"]}]}""", "dog cat")]
    [InlineData("""{"include":[{"valueSet":["http://example.org/pets","http://example.org/dogs"]}]}""", "dog")]
    [InlineData("""{"include":[{"system":"http://example.org/cs","valueSet":["http://example.org/dogs"]}]}""", "dog puppy robodog")]
    [InlineData("""{"include":[{"valueSet":["http://example.org/pets"]}],"exclude":[{"valueSet":["http://example.org/dogs"]}]}""", "cat")]
    public void Includes_excludes_and_imports_combine(string compose, string expected)
    {
        var definitions = new TestDefinitions(
            TestDefinitions.ValueSet("http://example.org/pets", """{"include":[{"system":"http://example.org/cs","concept":[{"code":"dog"},{"code":"cat"}]}]}"""),
            TestDefinitions.ValueSet("http://example.org/dogs", """{"include":[{"system":"http://example.org/cs","filter":[{"property":"concept","op":"is-a","value":"dog"}]}]}"""),
            TestDefinitions.ValueSet("http://example.org/vs", compose));

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), definitions.Expand(compose).Split(' ').Order(StringComparer.Ordinal));
        foreach (var code in (string[])["animal", "dog", "puppy", "cat", "robodog", "dodo"])
        {
            var verdict = expected.Split(' ').Contains(code, StringComparer.Ordinal) ? CodeVerdict.Valid : CodeVerdict.NotInValueSet;
            Assert.Equal(verdict, definitions.Verdict("http://example.org/vs", TestDefinitions.System, code));
            Assert.Equal(verdict, definitions.Verdict("http://example.org/vs", "", code));
        }
    }

    [Fact]
    public void Value_sets_that_import_each_other_are_refused()
    {
        var definitions = new TestDefinitions(
            TestDefinitions.ValueSet("http://example.org/a", """{"include":[{"valueSet":["http://example.org/b"]}]}"""),
            TestDefinitions.ValueSet("http://example.org/b", """{"include":[{"valueSet":["http://example.org/a"]}]}"""));

        Assert.Equal(CodeVerdict.ValueSetUnknown, definitions.Verdict("http://example.org/a", TestDefinitions.System, "dog"));
        Assert.Contains("imports itself", definitions.Service.Compile(definitions.Scope, "http://example.org/b").Fault, StringComparison.Ordinal);
        Assert.Equal(IssueCode.Invalid, definitions.ExpandAnswer("""{"include":[{"valueSet":["http://example.org/a"]}]}""").Fault!.Code);
    }

    [Fact]
    public void An_import_that_is_not_here_leaves_its_codes_open()
    {
        var definitions = new TestDefinitions(TestDefinitions.ValueSet("http://example.org/a", """{"include":[{"valueSet":["http://example.org/gone"]},{"system":"http://example.org/cs","concept":[{"code":"cat"}]}]}"""));

        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/a", TestDefinitions.System, "cat"));
        Assert.Equal(CodeVerdict.NotCheckable, definitions.Verdict("http://example.org/a", TestDefinitions.System, "dog"));
        Assert.Equal(IssueCode.NotFound, definitions.ExpandAnswer("""{"include":[{"valueSet":["http://example.org/gone"]}]}""").Fault!.Code);
    }

    [Fact]
    public void An_expansion_alone_is_the_value_set()
    {
        const string Whole = """
            {"resourceType":"ValueSet","url":"http://example.org/whole","status":"active","expansion":{"timestamp":"2026-01-01","total":1,"contains":[{"abstract":true,"display":"x","contains":[{"system":"http://snomed.info/sct","code":"1"}]}]}}
            """;
        var definitions = new TestDefinitions(Whole, Whole.Replace("whole", "part", StringComparison.Ordinal).Replace("\"total\":1", "\"total\":9", StringComparison.Ordinal));

        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/whole", "http://snomed.info/sct", "1"));
        Assert.Equal(CodeVerdict.NotInValueSet, definitions.Verdict("http://example.org/whole", "http://snomed.info/sct", "2"));
        Assert.Equal(CodeVerdict.NotCheckable, definitions.Verdict("http://example.org/part", "http://snomed.info/sct", "2"));
    }

    [Fact]
    public void A_version_of_the_code_system_is_taken_where_it_is_named()
    {
        var older = TestDefinitions.CodeSystem.Replace("\"version\":\"2\"", "\"version\":\"1\"", StringComparison.Ordinal).Replace("\"cat\"", "\"lynx\"", StringComparison.Ordinal);
        var definitions = new TestDefinitions(
            older,
            TestDefinitions.ValueSet("http://example.org/now", """{"include":[{"system":"http://example.org/cs"}]}"""),
            TestDefinitions.ValueSet("http://example.org/then", """{"include":[{"system":"http://example.org/cs","version":"1"}]}"""),
            TestDefinitions.ValueSet("http://example.org/never", """{"include":[{"system":"http://example.org/cs","version":"9"}]}"""));

        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/now", TestDefinitions.System, "cat"));
        Assert.Equal(CodeVerdict.UnknownCode, definitions.Verdict("http://example.org/now", TestDefinitions.System, "lynx"));
        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/then", TestDefinitions.System, "lynx"));
        Assert.Equal(CodeVerdict.NotCheckable, definitions.Verdict("http://example.org/never", TestDefinitions.System, "cat"));
    }

    [Theory]
    [InlineData("fragment", "dog", CodeVerdict.Valid)]
    [InlineData("fragment", "horse", CodeVerdict.NotCheckable)]
    [InlineData("example", "horse", CodeVerdict.NotCheckable)]
    [InlineData("not-present", "horse", CodeVerdict.NotCheckable)]
    [InlineData("complete", "horse", CodeVerdict.UnknownCode)]
    public void How_much_of_the_system_is_here_decides_what_can_be_said(string content, string code, CodeVerdict expected)
    {
        var system = TestDefinitions.CodeSystem.Replace("/cs\"", "/other\"", StringComparison.Ordinal).Replace("complete", content, StringComparison.Ordinal);
        var definitions = new TestDefinitions(system, TestDefinitions.ValueSet("http://example.org/vs", """{"include":[{"system":"http://example.org/other"}]}"""));

        Assert.Equal(expected, definitions.Verdict("http://example.org/vs", "http://example.org/other", code));
    }

    [Fact]
    public void A_system_that_does_not_tell_cases_apart_takes_any_case()
    {
        var system = TestDefinitions.CodeSystem.Replace("/cs\"", "/other\"", StringComparison.Ordinal).Replace("\"caseSensitive\":true", "\"caseSensitive\":false", StringComparison.Ordinal);
        var definitions = new TestDefinitions(
            system,
            TestDefinitions.ValueSet("http://example.org/vs", """{"include":[{"system":"http://example.org/other"}]}"""),
            TestDefinitions.ValueSet("http://example.org/list", """{"include":[{"system":"http://example.org/other","concept":[{"code":"dog"}]}]}"""));

        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/vs", "http://example.org/other", "DOG"));
        Assert.Equal(CodeVerdict.Valid, definitions.Verdict("http://example.org/list", "http://example.org/other", "Dog"));
        Assert.True((definitions.Service.Check(definitions.Scope, null, "http://example.org/other", null, "Dog").Facts & CodeFacts.CaseDiffers) != 0);
    }

    [Fact]
    public void A_code_that_two_systems_have_is_ambiguous_without_its_system()
    {
        var second = TestDefinitions.CodeSystem.Replace("/cs\"", "/second\"", StringComparison.Ordinal);
        var definitions = new TestDefinitions(second, TestDefinitions.ValueSet("http://example.org/vs", """{"include":[{"system":"http://example.org/cs"},{"system":"http://example.org/second","concept":[{"code":"cat"}]}]}"""));

        Assert.Equal(["http://example.org/cs", "http://example.org/second"], definitions.Service.Check(definitions.Scope, "http://example.org/vs", null, null, "cat").ImpliedSystems);
        Assert.Equal("http://example.org/cs", definitions.Service.Check(definitions.Scope, "http://example.org/vs", null, null, "dog").System);
    }
}

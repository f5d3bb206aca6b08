using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class TerminologyOperationTests
{
    private const string All = """{"include":[{"system":"http://example.org/cs"}]}""";

    private const string Supplement = """
        {"resourceType":"CodeSystem","url":"http://example.org/danish","status":"active","content":"supplement","supplements":"http://example.org/cs",
         "property":[{"code":"legs","type":"integer"}],
         "concept":[{"code":"cat","designation":[{"language":"da","value":"Kat"}],"property":[{"code":"legs","valueInteger":4}]}]}
        """;

    private const string Map = """
        {"resourceType":"ConceptMap","url":"http://example.org/map","status":"active","sourceUri":"http://example.org/vs-a","targetUri":"http://example.org/vs-b","group":[
         {"source":"http://example.org/cs","target":"http://t","element":[
           {"code":"dog","target":[{"code":"D","display":"Canine","equivalence":"wider","product":[{"property":"http://p","system":"http://q","value":"1"}]}]},
           {"code":"cat","target":[{"code":"C1","equivalence":"equivalent","dependsOn":[{"property":"http://age","system":"http://ages","value":"young"}]},{"code":"C2","equivalence":"equivalent","dependsOn":[{"property":"http://age","system":"http://ages","value":"old"}]}]},
           {"code":"dodo","target":[{"equivalence":"unmatched"}]}],
          "unmapped":{"mode":"fixed","code":"OTHER","display":"Other"}}]}
        """;

    private static readonly TestDefinitions Definitions = new(Map);

    [Theory]
    [InlineData("1", "2", "dog puppy")]
    [InlineData("4", "9", "robodog dodo")]
    [InlineData("6", "2", "")]
    [InlineData("0", "0", "")]
    public void Pages_are_cut_from_one_flat_list(string offset, string count, string expected)
    {
        var expansion = Definitions.Expansion(All, ("offset", offset), ("count", count));

        Assert.Equal(expected, string.Join(' ', (expansion["contains"]?.AsArray() ?? []).Select(entry => entry!["code"]!.GetValue<string>())));
        Assert.Equal(6, expansion["total"]!.GetValue<int>());
        Assert.Equal(int.Parse(offset, null), expansion["offset"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("filter", "DOG", "dog robodog")]
    [InlineData("filter", "hund", "dog")]
    [InlineData("filter", "robot do", "robodog")]
    [InlineData("activeOnly", "true", "animal dog puppy cat robodog")]
    [InlineData("excludeNotForUI", "true", "dog puppy cat robodog dodo")]
    [InlineData("exclude-system", "http://example.org/cs", "")]
    public void What_is_asked_narrows_the_list(string name, string value, string expected) => Assert.Equal(expected, Definitions.Expand(All, (name, value), ("excludeNested", "true")));

    [Fact]
    public void Displays_come_in_the_language_asked_for_and_designations_when_asked_for()
    {
        const string Dog = """{"include":[{"system":"http://example.org/cs","concept":[{"code":"dog"},{"code":"cat","display":"My cat"}]}]}""";
        var danish = Definitions.Expansion(Dog, ("displayLanguage", "da-DK"), ("includeDesignations", "true"))["contains"]!;
        var plain = Definitions.Expansion(Dog, ("displayLanguage", "da"), ("designation", "http://use|short"))["contains"]!;

        Assert.Equal("Dog", danish[0]!["display"]!.GetValue<string>());
        Assert.Equal(2, danish[0]!["designation"]!.AsArray().Count);
        Assert.Equal("My cat", danish[1]!["display"]!.GetValue<string>());
        Assert.Equal("Hund", plain[0]!["display"]!.GetValue<string>());
        Assert.Equal("short", Assert.Single(plain[0]!["designation"]!.AsArray())!["use"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("offset", "-1", IssueCode.Value)]
    [InlineData("count", "many", IssueCode.Value)]
    public void A_number_that_is_none_is_refused(string name, string value, string code) => Assert.Equal(code, Definitions.ExpandAnswer(All, (name, value)).Fault!.Code);

    [Fact]
    public void More_codes_than_one_answer_has_are_too_costly_but_come_in_pages()
    {
        var large = $$"""{"resourceType":"CodeSystem","url":"http://example.org/large","status":"active","content":"complete","caseSensitive":true,"concept":[{{string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"{{\"code\":\"c{i}\"}}"))}}]}""";
        var definitions = new TestDefinitions(large);
        const string Compose = """{"include":[{"system":"http://example.org/large"}]}""";

        Assert.Equal(IssueCode.TooCostly, definitions.ExpandAnswer(Compose).Fault!.Code);
        Assert.Equal("c10000", definitions.Expand(Compose, ("offset", "10000"), ("count", "5")));
    }

    [Fact]
    public void A_supplement_adds_texts_and_properties()
    {
        var definitions = new TestDefinitions(Supplement);

        Assert.Equal("Kat", definitions.Expansion("""{"include":[{"system":"http://example.org/cs","concept":[{"code":"cat"}]}]}""", ("displayLanguage", "da"))["contains"]![0]!["display"]!.GetValue<string>());
        Assert.Equal("cat", definitions.Expand("""{"include":[{"system":"http://example.org/cs","filter":[{"property":"legs","op":"=","value":"4"}]}]}"""));
        Assert.Contains("Kat", definitions.Service.Check(definitions.Scope, null, "http://example.org/cs", null, "cat").Displays);
        Assert.False(definitions.Service.Check(definitions.Scope, null, "http://example.org/cs", null, "cat", "kat").DisplayIsWrong);
        Assert.Equal(CodeFacts.Supplement, definitions.Service.Check(definitions.Scope, null, "http://example.org/danish", null, "cat").Facts);
    }

    [Fact]
    public void A_value_set_without_the_supplement_that_it_needs_cannot_be_worked_out()
    {
        var definitions = new TestDefinitions("""
            {"resourceType":"ValueSet","url":"http://example.org/vs","status":"active","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/valueset-supplement","valueCanonical":"http://example.org/gone"}],
             "compose":{"include":[{"system":"http://example.org/cs"}]}}
            """);

        Assert.Equal(CodeVerdict.ValueSetUnknown, definitions.Verdict("http://example.org/vs", TestDefinitions.System, "cat"));
    }

    [Theory]
    [InlineData("dog", "robodog", "subsumes")]
    [InlineData("puppy", "animal", "subsumed-by")]
    [InlineData("dog", "dog", "equivalent")]
    [InlineData("dog", "cat", "not-subsumed")]
    public void Subsumes_tells_who_stands_above(string a, string b, string expected)
    {
        var input = new OperationInput().Add("system", TestDefinitions.System).Add("codeA", a).Add("codeB", b);

        Assert.Equal(expected, Parameter(Definitions.Service.Subsumes(Definitions.Scope, input), "outcome")["valueCode"]!.GetValue<string>());
    }

    [Fact]
    public void Lookup_gives_designations_properties_and_relatives()
    {
        var input = new OperationInput().Add("system", TestDefinitions.System).Add("code", "dog");
        var answer = JsonNode.Parse(Definitions.Service.Lookup(Definitions.Scope, input).Resource.Span)!["parameter"]!.AsArray();
        var properties = answer.Where(parameter => parameter!["name"]!.GetValue<string>() == "property")
            .Select(parameter => string.Join(':', parameter!["part"]!.AsArray().Take(2).Select(part => part!.AsObject().Last().Value!.ToString())));

        Assert.Equal(["inactive:false", "parent:animal", "child:puppy", "child:robodog", "colour:brown", "size:40"], properties);
        Assert.Equal(2, answer.Count(parameter => parameter!["name"]!.GetValue<string>() == "designation"));
    }

    [Theory]
    [InlineData("cat", null, "true")]
    [InlineData("cat", "CAT ", "true")]
    [InlineData("cat", "Dog", "false")]
    [InlineData("horse", null, "false")]
    public void Validate_code_judges_code_and_display(string code, string? display, string expected)
    {
        var input = new OperationInput().Add("url", TestDefinitions.System).Add("code", code);
        if (display is not null)
        {
            input.Add("display", display);
        }

        Assert.Equal(expected, Parameter(Definitions.Service.ValidateCodeInSystem(Definitions.Scope, input, Language.Danish), "result")["valueBoolean"]!.ToString());
    }

    [Theory]
    [InlineData("dog", false, "wider:http://t|D")]
    [InlineData("D", true, "narrower:http://example.org/cs|dog")]
    [InlineData("cat", false, "equivalent:http://t|C1 equivalent:http://t|C2")]
    [InlineData("puppy", false, "relatedto:http://t|OTHER")]
    public void Translate_follows_the_map_both_ways(string code, bool reverse, string expected)
    {
        var input = new OperationInput().Add("url", "http://example.org/map").Add("code", code).Add("reverse", reverse ? "true" : "false");

        Assert.Equal(expected, Matches(Definitions.Service.Translate(Definitions.Scope, input, Language.English)));
    }

    [Fact]
    public void Translate_minds_what_a_line_depends_on()
    {
        var input = new OperationInput().Add(TestDefinitions.Read("""
            {"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{"system":"http://example.org/cs","code":"cat"}},{"name":"source","valueUri":"http://example.org/vs-a"},{"name":"target","valueUri":"http://example.org/vs-b"},
             {"name":"dependency","part":[{"name":"element","valueUri":"http://age"},{"name":"concept","valueCodeableConcept":{"coding":[{"system":"http://ages","code":"old"}]}}]}]}
            """));

        Assert.Equal("equivalent:http://t|C2", Matches(Definitions.Service.Translate(Definitions.Scope, input, Language.English)));
    }

    [Fact]
    public void What_maps_to_nothing_has_no_translation()
    {
        var input = new OperationInput().Add("url", "http://example.org/map").Add("code", "dodo");
        var answer = Definitions.Service.Translate(Definitions.Scope, input, Language.Danish);

        Assert.Equal("false", Parameter(answer, "result")["valueBoolean"]!.ToString());
        Assert.Equal("Koden 'dodo' har ingen oversættelse.", Parameter(answer, "message")["valueString"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("code.memberOf('http://example.org/dogs')", true)]
    [InlineData("code.coding.first().memberOf('http://example.org/cats')", false)]
    [InlineData("'dog'.memberOf('http://example.org/dogs')", true)]
    [InlineData("code.memberOf('http://hl7.org/fhir/ValueSet/condition-code')", false)]
    [InlineData("code.memberOf('http://example.org/none')", null)]
    [InlineData("code.coding[0].subsumes(code.coding[1])", true)]
    [InlineData("code.coding[0].subsumedBy(code.coding[1])", false)]
    public void FHIRPath_asks_of_membership_and_hierarchy(string expression, bool? expected)
    {
        var definitions = new TestDefinitions(
            TestDefinitions.ValueSet("http://example.org/dogs", """{"include":[{"system":"http://example.org/cs","filter":[{"property":"concept","op":"is-a","value":"dog"}]}]}"""),
            TestDefinitions.ValueSet("http://example.org/cats", """{"include":[{"system":"http://example.org/cs","concept":[{"code":"cat"}]}]}"""));
        var basic = TestDefinitions.Read("""{"resourceType":"Basic","code":{"coding":[{"system":"http://example.org/cs","code":"dog"},{"system":"http://example.org/cs","code":"puppy"}]}}""");
        var context = new EvaluationContext { Terminology = definitions.Service.QuestionsFrom(definitions.Scope) };
        var results = new List<FhirPathValue>();
        CompiledExpression.Compile(expression, DefinitionLibrary.R4.Schema).Evaluate(basic.Root, results, context);

        Assert.Equal(expected, results.Count == 0 ? null : results.Single().AsBoolean);
    }

    private static JsonNode Parameter(OperationAnswer answer, string name)
    {
        Assert.True(answer.Fault is null, answer.Fault?.Text(Language.English));
        Assert.True(ResourceDocument.Parse(answer.Resource, DefinitionLibrary.R4.Schema).IsValid, Encoding.UTF8.GetString(answer.Resource.Span));
        return JsonNode.Parse(answer.Resource.Span)!["parameter"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == name)!;
    }

    private static string Matches(OperationAnswer answer)
    {
        Assert.Equal("true", Parameter(answer, "result")["valueBoolean"]!.ToString());
        return string.Join(' ', JsonNode.Parse(answer.Resource.Span)!["parameter"]!.AsArray().Where(parameter => parameter!["name"]!.GetValue<string>() == "match").Select(match =>
        {
            var parts = match!["part"]!.AsArray();
            var concept = parts[1]!["valueCoding"]!;
            return $"{parts[0]!["valueCode"]}:{concept["system"]}|{concept["code"]}";
        }));
    }
}

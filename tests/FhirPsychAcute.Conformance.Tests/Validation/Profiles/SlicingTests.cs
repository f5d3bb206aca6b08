namespace FhirPsychAcute.Conformance.Tests.Validation.Profiles;

/// <summary>Slices: how they are told apart, how many there may be, and what stands in none.</summary>
public sealed class SlicingTests
{
    private const string Root = """{"id":"Patient","path":"Patient"},""";

    private static string BySystem(string rules, bool ordered = false) => $$$"""
        {{{Root}}}
        {"id":"Patient.identifier","path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"system"}],"ordered":{{{(ordered ? "true" : "false")}}},"rules":"{{{rules}}}"}},
        {"id":"Patient.identifier:a","path":"Patient.identifier","sliceName":"a","min":1,"max":"1"},
        {"id":"Patient.identifier:a.system","path":"Patient.identifier.system","min":1,"fixedUri":"http://a.dk"},
        {"id":"Patient.identifier:b","path":"Patient.identifier","sliceName":"b","min":0,"max":"1"},
        {"id":"Patient.identifier:b.system","path":"Patient.identifier.system","min":1,"fixedUri":"http://b.dk"},
        {"id":"Patient.identifier:b.value","path":"Patient.identifier.value","min":1}
        """;

    [Fact]
    public void Invariants_ask_which_slice_an_element_is_in_and_how_it_is_defined()
    {
        const string rule = """
            {"id":"Patient","path":"Patient","constraint":[
              {"key":"s-1","severity":"error","human":"no b","expression":"identifier.where(slice('http://profiles.dk/StructureDefinition/p', 'b')).empty()"},
              {"key":"s-2","severity":"error","human":"definition","expression":"identifier.all(elementDefinition().path = 'Patient.identifier')"}]},
            """;
        using var bench = ProfileBench.Of("Patient", BySystem("open").Replace("""{"id":"Patient","path":"Patient"},""", rule, StringComparison.Ordinal));

        Assert.Empty(bench.Errors("""{"resourceType":"Patient","identifier":[{"system":"http://a.dk"},{"system":"http://c.dk"}]}"""));
        Assert.Equal(["Patient invariant.failed"], bench.Errors("""{"resourceType":"Patient","identifier":[{"system":"http://a.dk"},{"system":"http://b.dk","value":"1"}]}"""));
    }

    [Theory]
    [InlineData("open", "a c", "")]
    [InlineData("open", "c", "Patient cardinality.too-few")]
    [InlineData("open", "a a", "Patient cardinality.too-many")]
    [InlineData("closed", "a c", "Patient.identifier[1] slicing.closed")]
    [InlineData("openAtEnd", "a c", "")]
    [InlineData("openAtEnd", "c a", "Patient.identifier[0] slicing.not-at-end")]
    [InlineData("open", "a b", "Patient.identifier[1] cardinality.too-few")]
    public void Slices_are_counted_and_what_is_in_none_stands_where_the_rules_allow(string rules, string systems, string expected)
    {
        using var bench = ProfileBench.Of("Patient", BySystem(rules));
        Assert.Equal(expected.Length == 0 ? [] : [expected], bench.Errors(Patient(systems)));
    }

    [Fact]
    public void Ordered_slices_stand_in_the_order_of_their_definitions()
    {
        using var bench = ProfileBench.Of("Patient", BySystem("open", ordered: true));
        Assert.Contains("Patient.identifier[1] slicing.order", bench.Errors(Patient("b a")));
        Assert.DoesNotContain("Patient.identifier[1] slicing.order", bench.Errors(Patient("a b")));
    }

    [Fact]
    public void A_closed_slicing_says_what_an_occurrence_lacks_for_each_slice()
    {
        using var bench = ProfileBench.Of("Patient", BySystem("closed"));
        var issue = bench.Issues(Patient("a c")).Single(issue => issue.MessageId == "slicing.closed");
        Assert.Contains("a: system is \"http://a.dk\"; b: system is \"http://b.dk\"", issue.Text(Outcomes.Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exists", "value", """{"id":"Patient.identifier:a.value","path":"Patient.identifier.value","min":1}""", """{"value":"1"}""", """{"system":"http://a.dk"}""")]
    [InlineData("pattern", "type", """{"id":"Patient.identifier:a.type","path":"Patient.identifier.type","patternCodeableConcept":{"text":"x"}}""", """{"type":{"text":"x","id":"1"}}""", """{"type":{"text":"y"}}""")]
    [InlineData("value", "use", """{"id":"Patient.identifier:a.use","path":"Patient.identifier.use","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/identifier-use"}}""", """{"use":"official"}""", """{"value":"1"}""")]
    [InlineData("value", "period.start.extension('http://example.org/x').value", """{"id":"Patient.identifier:a.period","path":"Patient.identifier.period"},{"id":"Patient.identifier:a.period.start","path":"Patient.identifier.period.start"},{"id":"Patient.identifier:a.period.start.extension","path":"Patient.identifier.period.start.extension","slicing":{"discriminator":[{"type":"value","path":"url"}],"rules":"open"}},{"id":"Patient.identifier:a.period.start.extension:x","path":"Patient.identifier.period.start.extension","sliceName":"x"},{"id":"Patient.identifier:a.period.start.extension:x.url","path":"Patient.identifier.period.start.extension.url","fixedUri":"http://example.org/x"},{"id":"Patient.identifier:a.period.start.extension:x.value[x]","path":"Patient.identifier.period.start.extension.value[x]","fixedCode":"k"}""", """{"period":{"start":"2020","_start":{"extension":[{"url":"http://example.org/x","valueCode":"k"}]}}}""", """{"period":{"start":"2020"}}""")]
    public void A_discriminator_of_any_kind_finds_its_slice(string kind, string path, string element, string inside, string outside)
    {
        using var bench = ProfileBench.Of("Patient", $$$"""
            {{{Root}}}
            {"id":"Patient.identifier","path":"Patient.identifier","slicing":{"discriminator":[{"type":"{{{kind}}}","path":"{{{path}}}"}],"rules":"closed"}},
            {"id":"Patient.identifier:a","path":"Patient.identifier","sliceName":"a"},
            {{{element}}}
            """);
        Assert.Empty(bench.Errors($$"""{"resourceType":"Patient","identifier":[{{inside}}]}"""));
        Assert.Equal(["Patient.identifier[0] slicing.closed"], bench.Errors($$"""{"resourceType":"Patient","identifier":[{{outside}}]}"""));
    }

    [Fact]
    public void Entries_of_a_Bundle_are_sliced_by_the_type_and_by_the_profile_of_their_resource()
    {
        using var bench = ProfileBench.OfAll(
            ProfileBench.Profile("Patient", Root + """{"id":"Patient.name","path":"Patient.name","min":1}""", "http://profiles.dk/StructureDefinition/named"),
            ProfileBench.Profile("Bundle", """
                {"id":"Bundle","path":"Bundle"},
                {"id":"Bundle.entry","path":"Bundle.entry","slicing":{"discriminator":[{"type":"type","path":"resource"},{"type":"profile","path":"resource"}],"rules":"open"}},
                {"id":"Bundle.entry:named","path":"Bundle.entry","sliceName":"named","min":1,"max":"1"},
                {"id":"Bundle.entry:named.resource","path":"Bundle.entry.resource","min":1,"type":[{"code":"Patient","profile":["http://profiles.dk/StructureDefinition/named"]}]}
                """));
        Assert.Empty(bench.Errors(Bundle("""{"resourceType":"Basic","code":{"text":"a"}}""", """{"resourceType":"Patient","name":[{"text":"a"}]}""")));
        Assert.Equal(["Bundle cardinality.too-few"], bench.Errors(Bundle("""{"resourceType":"Patient","gender":"female"}""")));

        static string Bundle(params string[] resources) =>
            $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', resources.Select((resource, at) => $$"""{"fullUrl":"urn:uuid:00000000-0000-4000-8000-00000000000{{at}}","resource":{{resource}}}"""))}}]}""";
    }

    private static string Patient(string systems) =>
        $$"""{"resourceType":"Patient","identifier":[{{string.Join(',', systems.Split(' ').Select(system => $$"""{"system":"http://{{system}}.dk"}"""))}}]}""";
}

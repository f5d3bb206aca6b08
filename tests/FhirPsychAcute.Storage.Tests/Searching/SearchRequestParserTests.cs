using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class SearchRequestParserTests
{
    private static readonly SearchRequestParser Parser = new(IndexingFixture.Registry, IndexingFixture.Options);

    [Theory]
    [InlineData("Observation", "date", "2026-13-01", "is not a date")]
    [InlineData("Observation", "date", "xx2026", "is not a date")]
    [InlineData("Observation", "date", "2026-02-30", "is not a date")]
    [InlineData("Observation", "date", "2026-01-01,soon", "value 2 of 2")]
    [InlineData("RiskAssessment", "probability", "much", "is not a number")]
    [InlineData("RiskAssessment", "probability", "~5", "is not a number")]
    [InlineData("Observation", "value-quantity", "5|mg", "is not a quantity")]
    [InlineData("Observation", "value-quantity", "abc||mg", "is not a number")]
    [InlineData("Observation", "subject", "Patient/", "is not a reference")]
    [InlineData("Observation", "subject", "Nonsense/1", "is not a reference")]
    [InlineData("Observation", "subject", "a b c", "is not a reference")]
    [InlineData("Observation", "subject:Patient", "Group/1", "points at a Group")]
    [InlineData("Observation", "subject:Medication", "1", "cannot point at a Medication")]
    [InlineData("Observation", "code", "|", "neither system nor code")]
    [InlineData("Observation", "code:missing", "perhaps", "true or false")]
    [InlineData("Patient", "identifier:of-type", "a|b", "of the form system|code|value")]
    [InlineData("Observation", "code-value-quantity", "8480-6", "2 parts")]
    [InlineData("Observation", "code-value-quantity", "8480-6$high", "in part 2 is not a number")]
    [InlineData("Observation", "code:in", "http://vs", ":in")]
    [InlineData("Observation", "code:above", "http://s|1", ":above")]
    [InlineData("Observation", "code:exact", "1", ":exact")]
    [InlineData("Patient", "name:text", "x", ":text")]
    [InlineData("Patient", "birthdate:exact", "2000", ":exact")]
    [InlineData("Observation", "code.name", "x", "not a reference")]
    [InlineData("Observation", "subject:Medication.code", "x", "cannot point at")]
    [InlineData("Patient", "_has:Observation:patient", "x", "_has:Type:reference:parameter")]
    [InlineData("Patient", "_has:Nothing:patient:code", "x", "not a resource type")]
    [InlineData("Patient", "_has:Observation:encounter:code", "x", "cannot point at Patient")]
    [InlineData("Patient", "_has:Observation:code:code", "x", "cannot point at Patient")]
    [InlineData("Patient", "_count", "-1", "0 or more")]
    [InlineData("Patient", "_count", "many", "0 or more")]
    [InlineData("Patient", "_total", "exact", "none, estimate or accurate")]
    [InlineData("Patient", "_summary", "short", "true, text, data, count or false")]
    [InlineData("Patient", "_elements", "name;drop", "element names")]
    [InlineData("Patient", "_include", "Patient", "Type:parameter")]
    [InlineData("Patient", "_include", "Nothing:subject", "resource type")]
    [InlineData("Patient", "_include", "Patient:nothing", "does not have")]
    [InlineData("Patient", "_include", "Patient:name", "not a reference")]
    [InlineData("Patient", "_include", "Patient:organization:Nothing", "resource type")]
    [InlineData("Location", "near", "56.1", "not a place")]
    [InlineData("Location", "near", "96.1|10", "not a place")]
    [InlineData("Location", "near", "56.1|10|far", "distance")]
    [InlineData("Location", "near", "56.1|10|5|parsec", "unit")]
    [InlineData("Patient", "name", "a\0b", "NUL")]
    public void A_fault_names_the_parameter_and_the_reason(string type, string name, string value, string reason)
    {
        var parsed = Parser.Parse(type, [new(name, value)]);
        Assert.Null(parsed.Request);
        var error = Assert.Single(parsed.Errors);
        Assert.Equal(name, error.Parameter);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "x")]
    [InlineData("_text", "x")]
    [InlineData("_filter", "x")]
    [InlineData("_sort", "nonsense")]
    [InlineData("_sort", "_score")]
    [InlineData("_sort", "organization")]
    [InlineData("_contained", "true")]
    [InlineData("subject", "x")]
    [InlineData("organization.nonsense", "x")]
    [InlineData("organization:Organization.nonsense", "x")]
    [InlineData("nonsense:exact", "x")]
    [InlineData("_has:Observation:patient:nonsense", "x")]
    public void What_is_unknown_or_not_supported_is_left_out_or_refused_as_handling_says(string name, string value)
    {
        var lenient = Parser.Parse("Patient", [new(name, value), new("gender", "male")]);
        Assert.NotNull(lenient.Request);
        Assert.Equal(name, Assert.Single(lenient.Warnings).Parameter);
        Assert.Equal("gender=male", lenient.Request.ToQueryString());

        var strict = Parser.Parse("Patient", [new(name, value), new("gender", "male")], SearchHandling.Strict);
        Assert.Null(strict.Request);
        Assert.Equal(name, Assert.Single(strict.Errors).Parameter);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var parsed = Parser.Parse("Patient", [new("birthdate", "x"), new("_count", "y"), new("general-practitioner", "z/z")]);
        Assert.Equal(["birthdate", "_count", "general-practitioner"], parsed.Errors.Select(error => error.Parameter));
    }

    [Fact]
    public void The_query_string_repeats_what_was_understood()
    {
        var parsed = Parser.Parse("Patient", [new("name", "Ågård & søn"), new("birthdate", "ge1990-01-01"), new("_sort", "-birthdate"), new("nonsense", "1"), new("_count", "5"), new("_format", "json"), new("identifier", "urn:oid:1.2|3")]);
        Assert.Equal("name=%C3%85g%C3%A5rd%20%26%20s%C3%B8n&birthdate=ge1990-01-01&_sort=-birthdate&_count=5&identifier=urn:oid:1.2%7C3", parsed.Request!.ToQueryString());
        Assert.EndsWith("&_cursor=abc", parsed.Request.ToQueryString("abc"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identifier", "urn:oid:1.2.208.176.1.2|0101010000")]
    [InlineData("identifier", "010101-0000")]
    [InlineData("name", "Mette 010101 0000")]
    public void A_CPR_number_is_sealed_in_links_and_opened_again(string name, string value)
    {
        var link = Parser.Parse("Patient", [new(name, value)]).Request!.ToQueryString();
        Assert.DoesNotContain("0101", link, StringComparison.Ordinal);
        Assert.StartsWith(name + "=~sealed.", link, StringComparison.Ordinal);

        var sealedValue = Uri.UnescapeDataString(link.Split('=', 2)[1]);
        var again = Parser.Parse("Patient", [new(name, sealedValue)]).Request!;
        Assert.Equal([(name, value)], again.Understood);
    }

    [Theory]
    [InlineData("~sealed.")]
    [InlineData("~sealed.AAAA")]
    [InlineData("~sealed.!!!")]
    public void A_sealed_value_of_another_server_is_refused(string value)
    {
        var error = Assert.Single(Parser.Parse("Patient", [new("identifier", value)]).Errors);
        Assert.Equal(SearchIssueCode.Invalid, error.Code);
    }

    [Fact]
    public void Messages_hold_no_values_and_no_CPR_number_given_as_a_name()
    {
        var parsed = Parser.Parse("Observation", [new("date", "0101010000"), new("010101-0000", "x"), new("subject.010101-0000", "x"), new("_include", "0101010000:x")]);
        var text = string.Join('\n', parsed.Errors.Concat(parsed.Warnings));
        Assert.DoesNotContain("0101010000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("010101-0000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_end_hostile_searches()
    {
        var deep = "subject:Patient." + string.Concat(Enumerable.Repeat("general-practitioner:Organization.partof:Organization.", 10)) + "name";
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Observation", [new(deep.Replace("Organization.general-practitioner", "Organization.partof", StringComparison.Ordinal), "x")]).Errors).Code);
        var has = string.Concat(Enumerable.Repeat("_has:Observation:patient:subject:Patient.", 10)) + "name";
        Assert.Null(Parser.Parse("Patient", [new(has, "x")]).Request);
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Patient", [new("name", string.Join(',', Enumerable.Range(0, 501)))]).Errors).Code);
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Patient", [new("name", new string('x', 40_000))]).Errors).Code);
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Patient", Enumerable.Range(0, 101).Select(i => KeyValuePair.Create("name", "x"))).Errors).Code);
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Patient", Enumerable.Repeat(KeyValuePair.Create("name", string.Join(',', Enumerable.Range(0, 450))), 5)).Errors).Code);
        Assert.Equal(SearchIssueCode.TooCostly, Assert.Single(Parser.Parse("Patient", [new("_sort", "name,family,given,birthdate,gender")]).Errors).Code);
    }

    [Fact]
    public async Task Searches_at_the_limits_run()
    {
        await using var bed = new SearchBed();
        await bed.Put("""{"resourceType":"Patient","id":"p","name":[{"family":"x499"}],"identifier":[{"system":"http://s499","value":"v"}],"link":[{"type":"seealso","other":{"reference":"Patient/i499"}}]}""");
        Assert.Equal("p", await bed.Find("Patient?family=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"x{i}"))));
        Assert.Equal("p", await bed.Find("Patient?family:contains=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"x{i}"))));
        Assert.Equal("p", await bed.Find("Patient?identifier=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"http://s{i}|v"))));
        Assert.Equal("p", await bed.Find("Patient?active:missing=true&identifier=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"http://s{i}|v"))));
        Assert.Equal("p", await bed.Find("Patient?link=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"Patient/i{i}"))));
        Assert.Equal("p", await bed.Find("Patient?" + string.Join('&', Enumerable.Repeat("family=x499", 100))));
        Assert.Equal("", await bed.Find("Patient?birthdate=" + string.Join(',', Enumerable.Range(1500, 500))));
        Assert.Equal("", await bed.Find("?" + string.Join('&', Enumerable.Repeat("_tag=http://t|x&_profile:below=http://x&_security:not=y&_source:missing=true", 25))));
        Assert.Equal("p", await bed.Find("Patient?" + string.Join('&', Enumerable.Repeat("family=" + string.Join(',', Enumerable.Range(300, 200).Select(i => $"x{i}")), 10))));
        Assert.Equal("", await bed.Find("Observation?code-value-quantity=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"c{i}$5"))));
    }

    [Fact]
    public void Modifiers_are_part_of_the_name_only_where_the_type_has_them() =>
        Assert.All(
            (string[])["name:exact", "name:contains", "name:missing", "gender:not", "identifier:of-type", "general-practitioner:Organization", "general-practitioner:identifier", "_profile:below", "_has:Observation:patient:code:text", "organization.name:contains"],
            name => Assert.NotNull(Parser.Parse("Patient", [new(name, name.EndsWith("missing", StringComparison.Ordinal) ? "true" : name.EndsWith("of-type", StringComparison.Ordinal) ? "a|b|c" : "x")], SearchHandling.Strict).Request));

    [Theory]
    [InlineData("_count", "5", 5)]
    [InlineData("_count", "0", 0)]
    [InlineData("_count", "999999", 1000)]
    [InlineData("gender", "male", 20)]
    public void Count_has_a_default_and_a_limit(string name, string value, int count) =>
        Assert.Equal(count, Parser.Parse("Patient", [new(name, value)]).Request!.Count);

    [Fact]
    public void Result_parameters_are_read()
    {
        var request = Parser.Parse("Patient", [new("_summary", "text"), new("_elements", "name,birthDate"), new("_total", "accurate"), new("_contained", "false"), new("_pretty", "true")], SearchHandling.Strict).Request!;
        Assert.Equal(SearchSummary.Text, request.Summary);
        Assert.Equal(["name", "birthDate"], request.Elements);
        Assert.Equal(SearchTotal.Accurate, request.Total);
        Assert.False(request.HasCriteria);
    }

    [Fact]
    public void Random_parameters_never_throw()
    {
        string[] names = ["name", "date", "subject", "code", "_has", "_include", "_sort", "value-quantity", "code-value-quantity", "_id", "_lastUpdated", "subject.name", "_has:Observation:patient:code", ":", ".", "a.b.c"];
        string[] pieces = ["\\", ",", "|", "$", "a", "2026", "eq", "gt", ":", "/", "Patient", " ", "é", "\uD800", "-", "1", ".", "*", "http://x"];
        var random = new Random(42);
        for (var i = 0; i < 5000; i++)
        {
            var name = names[random.Next(names.Length)] + (random.Next(4) == 0 ? ":" + pieces[random.Next(pieces.Length)] : "");
            var value = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parsed = Parser.Parse(random.Next(3) == 0 ? null : "Observation", [new(name, value)]);
            Assert.True(parsed.Request is not null != parsed.Errors.Count > 0);
        }
    }
}

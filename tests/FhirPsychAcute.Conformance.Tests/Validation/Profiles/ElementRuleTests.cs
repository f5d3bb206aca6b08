namespace FhirPsychAcute.Conformance.Tests.Validation.Profiles;

/// <summary>What a profile can demand of an element.</summary>
public sealed class ElementRuleTests
{
    private const string Patient = """{"id":"Patient","path":"Patient"},""";

    [Theory]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","min":1}""", """{"resourceType":"Patient"}""", "Patient cardinality.too-few")]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","max":"1"}""", """{"resourceType":"Patient","name":[{"text":"a"},{"text":"b"}]}""", "Patient cardinality.too-many")]
    [InlineData("""{"id":"Patient.photo","path":"Patient.photo","max":"0"}""", """{"resourceType":"Patient","photo":[{"url":"http://a.dk/b"}]}""", "Patient cardinality.not-allowed")]
    [InlineData("""{"id":"Patient.gender","path":"Patient.gender","fixedCode":"female"}""", """{"resourceType":"Patient","gender":"male"}""", "Patient.gender fixed.value")]
    [InlineData("""{"id":"Patient.maritalStatus","path":"Patient.maritalStatus","fixedCodeableConcept":{"text":"gift"}}""", """{"resourceType":"Patient","maritalStatus":{"text":"gift","id":"x"}}""", "Patient.maritalStatus.id fixed.additional")]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","patternHumanName":{"given":["B"]}}""", """{"resourceType":"Patient","name":[{"given":["A"]}]}""", "Patient.name[0] pattern.missing")]
    [InlineData("""{"id":"Patient.birthDate","path":"Patient.birthDate","minValueDate":"1900-01-01"}""", """{"resourceType":"Patient","birthDate":"1899-12-31"}""", "Patient.birthDate value.too-small")]
    [InlineData("""{"id":"Patient.language","path":"Patient.language","maxLength":2}""", """{"resourceType":"Patient","language":"da-DK"}""", "Patient.language value.too-long")]
    [InlineData("""{"id":"Patient.deceased[x]","path":"Patient.deceased[x]","type":[{"code":"dateTime"}]}""", """{"resourceType":"Patient","deceasedBoolean":true}""", "Patient type.not-allowed")]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","constraint":[{"key":"p-1","severity":"error","human":"a family","expression":"family.exists()"}]}""", """{"resourceType":"Patient","name":[{"text":"a"}]}""", "Patient.name[0] invariant.failed")]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","constraint":[{"key":"p-1","severity":"error","human":"x","expression":"family.("}]}""", """{"resourceType":"Patient","name":[{"text":"a"}]}""", "Patient.name[0] invariant.not-fhirpath")]
    public void A_demand_that_is_not_met_is_an_error_at_its_place(string element, string resource, string expected)
    {
        using var bench = ProfileBench.Of("Patient", Patient + element);
        Assert.Equal([expected], bench.Errors(resource));
    }

    [Theory]
    [InlineData("""{"id":"Patient.name","path":"Patient.name","patternHumanName":{"given":["B"]}}""", """{"resourceType":"Patient","name":[{"given":["A","B"],"family":"C"}]}""")]
    [InlineData("""{"id":"Patient.maritalStatus","path":"Patient.maritalStatus","fixedCodeableConcept":{"text":"gift"}}""", """{"resourceType":"Patient","maritalStatus":{"text":"gift"}}""")]
    [InlineData("""{"id":"Patient.birthDate","path":"Patient.birthDate","minValueDate":"1900-01-01"}""", """{"resourceType":"Patient","birthDate":"1900-01-01"}""")]
    [InlineData("""{"id":"Patient.deceased[x]","path":"Patient.deceased[x]","type":[{"code":"dateTime"}]}""", """{"resourceType":"Patient","deceasedDateTime":"2020"}""")]
    public void A_demand_that_is_met_is_silent(string element, string resource)
    {
        using var bench = ProfileBench.Of("Patient", Patient + element);
        Assert.Empty(bench.Errors(resource));
    }

    [Fact]
    public void A_quantity_is_compared_with_its_limit_in_other_units()
    {
        using var bench = ProfileBench.Of("Observation", """
            {"id":"Observation","path":"Observation"},
            {"id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"Quantity"}],"maxValueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"kg"}}
            """);
        Assert.Equal(["Observation.value.ofType(Quantity) value.too-great"], bench.Errors(Observation("1001")));
        Assert.Empty(bench.Errors(Observation("999")));

        static string Observation(string grams) =>
            $$$"""{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":{{{grams}}},"unit":"g","system":"http://unitsofmeasure.org","code":"g"}}""";
    }

    [Fact]
    public void What_R4_itself_demands_is_said_once_whatever_profiles_repeat_it()
    {
        using var bench = ProfileBench.Of("Observation", """{"id":"Observation","path":"Observation"},{"id":"Observation.category","path":"Observation.category","min":1}""");
        Assert.Equal(
            ["Observation cardinality.too-few", "Observation cardinality.too-few", "Observation.referenceRange[0] invariant.failed"],
            bench.Errors("""{"resourceType":"Observation","status":"final","referenceRange":[{"type":{"text":"a"}}]}"""));
    }

    [Fact]
    public void A_profile_for_another_type_is_told_once()
    {
        using var bench = ProfileBench.Of("Patient", Patient + """{"id":"Patient.name","path":"Patient.name","min":1}""");
        Assert.Equal(["Basic profile.wrong-type"], bench.Errors("""{"resourceType":"Basic","code":{"text":"a"}}"""));
    }

    [Fact]
    public void A_profile_that_is_not_there_is_an_error_when_asked_for_and_a_warning_when_claimed()
    {
        using var bench = ProfileBench.Of("Patient", Patient[..^1]);
        var issues = bench.Issues("""{"resourceType":"Patient","meta":{"profile":["http://nobody.dk/p"]}}""").Select(issue => $"{issue.Severity} {issue.Expression} {issue.MessageId}");
        Assert.Equal(["Warning Patient.meta.profile[0] profile.unknown"], issues);
    }
}

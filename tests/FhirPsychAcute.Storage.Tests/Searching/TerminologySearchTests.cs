using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

/// <summary>Token modifiers that ask terminology for codes.</summary>
public sealed class TerminologySearchTests(TerminologySearchTests.Data data) : IClassFixture<TerminologySearchTests.Data>
{
    [Theory]
    [InlineData("Observation?code:in=http://vs", "a b")]
    [InlineData("Observation?code:in=http://vs,http://whole", "a b c")]
    [InlineData("Observation?code:in=http://whole", "c")]
    [InlineData("Observation?code:in=http://empty", "")]
    [InlineData("Observation?code:not-in=http://vs", "c d")]
    [InlineData("Observation?code:not-in=http://empty", "a b c d")]
    [InlineData("Observation?code:below=http://w|ward", "a b")]
    [InlineData("Observation?code:above=http://w|ward", "b")]
    [InlineData("Observation?code:in=http://vs&status=final&subject=Patient/p", "a")]
    [InlineData("Patient?_has:Observation:subject:code:in=http://vs", "p")]
    [InlineData("Observation?combo-code:in=http://vs", "a b")]
    public async Task Codes_are_those_that_terminology_gives(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url));

    [Theory]
    [InlineData("Observation?code:in=http://unknown", SearchIssueCode.Value)]
    [InlineData("Observation?code:in=http://elsewhere", SearchIssueCode.NotSupported)]
    [InlineData("Observation?code:in=http://large", SearchIssueCode.TooCostly)]
    [InlineData("Observation?code:below=ward", SearchIssueCode.Value)]
    [InlineData("Observation?code:above=http://w|", SearchIssueCode.Value)]
    public void What_has_no_answer_refuses_the_search(string url, SearchIssueCode expected)
    {
        var parsed = data.Bed.Parse(url, SearchHandling.Lenient);

        Assert.Null(parsed.Request);
        Assert.Equal(expected, Assert.Single(parsed.Errors).Code);
    }

    public sealed class Data() : SearchData(IndexingFixture.Options with { Terminology = new Wards(), MaxExpandedCodes = 5 })
    {
        protected override string[] Resources =>
        [
            """{"resourceType":"Observation","id":"a","status":"final","code":{"coding":[{"system":"http://w","code":"open"}]},"subject":{"reference":"Patient/p"}}""",
            """{"resourceType":"Observation","id":"b","status":"final","code":{"coding":[{"system":"http://w","code":"ward"}]}}""",
            """{"resourceType":"Observation","id":"c","status":"final","code":{"coding":[{"system":"http://other","code":"open"}]}}""",
            """{"resourceType":"Observation","id":"d","status":"final","code":{"text":"no code"}}""",
            """{"resourceType":"Patient","id":"p"}""",
        ];
    }

    private sealed class Wards : ITerminologyExpander
    {
        public TokenExpansion ValueSet(string reference, int limit) => reference switch
        {
            "http://vs" => new TokenExpansion([("http://w", "open"), ("http://w", "ward")]),
            "http://whole" => new TokenExpansion([("http://other", null)]),
            "http://empty" => new TokenExpansion([]),
            "http://elsewhere" => TokenExpansion.Without(ExpansionFault.NotComputable),
            "http://large" => TokenExpansion.Without(limit < 6 ? ExpansionFault.TooMany : ExpansionFault.None),
            _ => TokenExpansion.Without(ExpansionFault.Unknown),
        };

        public TokenExpansion Below(string system, string code, int limit) => new([(system, code), (system, "open")]);

        public TokenExpansion Above(string system, string code, int limit) => new([(system, code)]);
    }
}

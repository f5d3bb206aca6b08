namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class StringSearchTests(StringSearchTests.Data data) : IClassFixture<StringSearchTests.Data>
{
    [Theory]
    [InlineData("Patient?family=Ågård", "aa1 aa2")]
    [InlineData("Patient?family=aagaard", "aa1 aa2")]
    [InlineData("Patient?family=Å", "aa1 aa2")]
    [InlineData("Patient?family=A", "and")]
    [InlineData("Patient?family=and", "and")]
    [InlineData("Patient?family:exact=Ågård", "aa1")]
    [InlineData("Patient?family:exact=ågård", "")]
    [InlineData("Patient?family:exact=Ågår", "")]
    [InlineData("Patient?family:contains=gård", "aa1 aa2 oe")]
    [InlineData("Patient?family:contains=ERS", "and")]
    [InlineData("Patient?given=rene", "and")]
    [InlineData("Patient?given=RENÉ", "and")]
    [InlineData("Patient?name=rene,ø", "and oe")]
    [InlineData("Patient?name=Mette Marie", "aa1")]
    [InlineData("Patient?name:contains=marie å", "aa1")]
    [InlineData("Patient?family:missing=true", "odd")]
    // Wildcards of LIKE are literal, and so is a quote.
    [InlineData("Patient?name:contains=%", "odd")]
    [InlineData("Patient?name:contains=_", "odd")]
    [InlineData("Patient?name:contains=a_b", "")]
    [InlineData(@"Patient?name:contains=\\", "odd")]
    [InlineData("Patient?name=%", "")]
    [InlineData("Patient?name='; DROP TABLE resource; --", "")]
    [InlineData(@"Patient?name=one\,two", "odd")]
    [InlineData("Patient?address-city=århus", "aa1")]
    [InlineData("Patient?address=8000", "aa1")]
    [InlineData("Patient?phonetic=aagaard", "aa1 aa2")]
    public async Task Finds(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url));

    [Theory]
    [InlineData("Patient?_sort=family", "and oe aa1 aa2 odd")]
    [InlineData("Patient?_sort=-family", "aa1 aa2 oe and odd")]
    [InlineData("Patient?_sort=-family&_count=2", "aa1 aa2")]
    public async Task Sorts_as_Danes_do_with_missing_names_last(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url));

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            """{"resourceType":"Patient","id":"aa1","name":[{"family":"Ågård","given":["Mette","Marie"]}],"address":[{"city":"Aarhus","postalCode":"8000"}]}""",
            """{"resourceType":"Patient","id":"and","name":[{"family":"Andersen","given":["René"]}]}""",
            """{"resourceType":"Patient","id":"aa2","name":[{"family":"Aagaard"}]}""",
            """{"resourceType":"Patient","id":"oe","name":[{"family":"Østergaard"}]}""",
            """{"resourceType":"Patient","id":"odd","name":[{"text":"100% a'b_c \\ d"},{"text":"one,two"}]}""",
        ];
    }
}

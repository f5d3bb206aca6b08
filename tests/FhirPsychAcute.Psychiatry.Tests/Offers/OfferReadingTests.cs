namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>Entries that say little, or say it in other ways: they are listed with what one should know, never guessed at and never hidden.</summary>
public sealed class OfferReadingTests
{
    private const string Aarhus = """{"resourceType":"Organization","id":"aarhus","name":"Aarhus Kommune","identifier":[{"system":"http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes","value":"0751"}]}""";
    private const string West = """{"resourceType":"Location","id":"west","identifier":[{"system":"urn:iso:std:iso:3166:-2","value":"DK-84"}]}""";
    private const string Open = "\"availableTime\":[{\"allDay\":true}]";

    [Fact]
    public void An_empty_entry_is_listed_with_everything_that_it_does_not_say() => Assert.Equal(
        [
            "Åbningstiden er ikke oplyst: ring først", "Intet telefonnummer oplyst", "Det er ikke oplyst, om der er plads: ring først", "Det er ikke oplyst, hvor borgerne skal bo: ring først",
            "Aldersgruppen er ikke oplyst", "Aldrig bekræftet: ring først",
        ],
        OfferFixture.Of(OfferFixture.Offer("tom", "akuttilbud", Characteristic("overnight"))).Texts("municipality=0751&age=30&overnight=true", "remark"));

    [Fact]
    public void An_offer_without_an_area_is_for_the_citizens_of_its_provider()
    {
        var directory = OfferFixture.Of(Aarhus, OfferFixture.Offer("hus", "akuttilbud", "\"providedBy\":{\"reference\":\"Organization/aarhus\"}," + Open));

        Assert.Equal(["hus"], directory.Names("municipality=0751"));
        Assert.Equal(["hus"], directory.Names("region=DK-82"));
        Assert.Equal(["Kun for borgere i Aarhus", "Aldrig bekræftet: ring først"], directory.Texts("region=DK-82", "remark")[1..]);
        Assert.Empty(directory.Names("municipality=0101"));
    }

    [Theory]
    [InlineData("municipality=0101&at=2026-12-31T12:00:00+01:00", new[] { "oest" })]
    [InlineData("municipality=0253&at=2026-12-31T12:00:00+01:00", new string[0])]
    [InlineData("municipality=0253&at=2027-01-01T12:00:00+01:00", new[] { "oest" })]
    [InlineData("region=Region Østdanmark&at=2027-01-01T12:00:00+01:00", new[] { "oest" })]
    [InlineData("region=DK-85&at=2027-01-01T12:00:00+01:00", new[] { "oest" })]
    [InlineData("region=DK-82&at=2027-01-01T12:00:00+01:00", new string[0])]
    public void Region_Oestdanmark_takes_over_at_new_year_of_2027(string query, string[] names) =>
        Assert.Equal(names, OfferFixture.Of(West, OfferFixture.Offer("oest", "pam", "\"coverageArea\":[{\"reference\":\"Location/west\"}]," + Open)).Names(query));

    [Theory]
    [InlineData(0, "under-15")]
    [InlineData(14, "under-15")]
    [InlineData(15, "15-17")]
    [InlineData(17, "15-17")]
    [InlineData(18, "adult")]
    [InlineData(130, "adult")]
    public void An_age_is_of_one_group(int years, string group) => Assert.Equal(group, OfferFixture.Tables.Codes.AgeGroupOf(years));

    [Fact]
    public void Stale_after_thirty_days_never_hidden()
    {
        var directory = OfferFixture.Of(OfferFixture.Offer("hus", "akuttilbud", Open + ",\"telecom\":[{\"system\":\"phone\",\"value\":\"+45 00 00 00 99\"}],\"extension\":[{\"url\":\"https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-confirmed\",\"extension\":[{\"url\":\"time\",\"valueDateTime\":\"2026-03-01T12:00:00+01:00\"}]}]"));

        Assert.DoesNotContain("Ikke bekræftet siden 1. mar 2026: ring først", directory.Texts("at=2026-03-31T12:00:00+01:00", "remark"));
        Assert.Contains("Ikke bekræftet siden 1. mar 2026: ring først", directory.Texts("at=2026-03-31T13:00:01+02:00", "remark"));
    }

    [Fact]
    public void Others_services_and_offers_out_of_use_are_no_offers()
    {
        var directory = OfferFixture.Of(
            """{"resourceType":"HealthcareService","id":"tandlaege","active":true,"name":"Tandlæge"}""",
            OfferFixture.Offer("nedlagt", "akuttilbud", Open).Replace("\"active\":true", "\"active\":false", StringComparison.Ordinal));

        Assert.Empty(directory.Names(""));
    }

    [Fact]
    public void Organisations_and_places_that_are_part_of_each_other_end_the_search()
    {
        var directory = OfferFixture.Of(
            """{"resourceType":"Organization","id":"a","name":"A","partOf":{"reference":"Organization/b"}}""",
            """{"resourceType":"Organization","id":"b","name":"B","partOf":{"reference":"Organization/a"}}""",
            """{"resourceType":"Location","id":"l","partOf":{"reference":"Location/l"}}""",
            OfferFixture.Offer("hus", "akuttilbud", "\"providedBy\":{\"reference\":\"Organization/a\"}," + Open),
            OfferFixture.Offer("sted", "akuttilbud", "\"coverageArea\":[{\"reference\":\"Location/l\"}]," + Open));

        Assert.Equal(["hus", "sted"], directory.Names("municipality=0751"));
    }

    [Fact]
    public void A_language_spoken_ranks_higher_and_others_get_a_word_on_interpreters()
    {
        var directory = OfferFixture.Of(
            OfferFixture.Offer("anden", "pam", Open), OfferFixture.Offer("taler", "pam", Open + ",\"communication\":[{\"coding\":[{\"system\":\"urn:ietf:bcp:47\",\"code\":\"ar-SY\"}]}]"));

        Assert.Equal(["taler", "anden"], directory.Names("language=ar"));
        Assert.Contains("Tolk kan være nødvendig", directory.Texts("language=so", "remark"));
    }

    private static string Characteristic(string code) =>
        $$"""
        "characteristic":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-characteristic","code":"{{code}}"}]}]
        """;
}

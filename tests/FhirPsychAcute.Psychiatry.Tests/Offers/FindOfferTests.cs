using System.Text;

namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>$find-offer over the fictitious directory of examples/directory, on Friday 13 March 2026 at 22:00 where no other time is asked for.</summary>
public sealed class FindOfferTests
{
    private const string Pam = "Psykiatrisk akutmodtagelse, Region Nordby (fiktiv)";
    private const string Team = "Akutteamet, Region Nordby (fiktivt)";
    private const string ChildTeam = "Akutteamet for børn og unge, Region Nordby (fiktivt)";
    private const string Lighthouse = "Akuttilbuddet Fyrtårnet, Nordlille (fiktivt)";
    private const string Lantern = "Akuttilbuddet Lanternen, Nordstrand (fiktivt)";
    private const string Bridge = "Akuttilbuddet Broen, Nordstrand (fiktivt)";
    private const string Line = "Natlampen, telefonlinje (fiktiv)";
    private const string OutOfHours = "Lægevagten i Region Nordby (fiktiv)";
    private const string PamWest = "Psykiatrisk akutmodtagelse, Region Vestby (fiktiv)";
    private const string MobileWest = "Psykiatrisk udrykningstjeneste, Region Vestby (fiktiv)";

    [Fact]
    public void Own_municipality_with_a_free_place_comes_first_and_what_opens_later_last()
    {
        Assert.Equal([Lighthouse, Bridge, Pam, OutOfHours, Line], OfferFixture.Example.Names("municipality=0997&age=24&urgency=akut"));
    }

    [Theory]
    [InlineData("municipality=0997&age=24&urgency=akut&overnight=true", new[] { Lighthouse, Bridge })]
    [InlineData("municipality=0996&age=24&urgency=akut&mode=attendance", new[] { Lantern, Bridge, Pam, OutOfHours })]
    [InlineData("municipality=0997&age=17&urgency=akut&mode=attendance", new[] { Pam, OutOfHours })]
    [InlineData("municipality=0997&age=14&urgency=akut&mode=attendance", new[] { OutOfHours })]
    [InlineData("municipality=0997&age=under-15&urgency=subakut&type=akutteam&at=2026-03-13T08:00:00%2B01:00", new[] { ChildTeam })]
    [InlineData("municipality=0998&urgency=livstruende", new[] { PamWest, MobileWest })]
    [InlineData("municipality=0998&mode=home-visit", new[] { MobileWest })]
    [InlineData("region=DK-97&type=line", new[] { Line })]
    [InlineData("municipality=0751&urgency=vejledning", new[] { Line })]
    public void Conditions_leave_what_fits(string query, string[] names) => Assert.Equal(names, OfferFixture.Example.Names(query.Replace("%2B", "+", StringComparison.Ordinal)));

    [Fact]
    public void A_closed_offer_that_opens_within_the_time_limit_stands_after_the_open_ones_and_says_when()
    {
        const string Morning = "municipality=0997&age=24&urgency=akut&type=akutteam,pam&at=2026-03-13T05:00:00+01:00";

        Assert.Equal([Pam, Team], OfferFixture.Example.Names(Morning));
        Assert.Equal([Team], OfferFixture.Example.Names(Morning.Replace("akutteam,pam", "akutteam", StringComparison.Ordinal)));
        Assert.Contains("Lukket nu, åbner 08:00", OfferFixture.Example.Texts(Morning.Replace("akutteam,pam", "akutteam", StringComparison.Ordinal), "reason"));
        Assert.Equal([Pam], OfferFixture.Example.Names(Morning.Replace("05:00", "03:59", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_nurse_sees_at_a_glance_why_it_fits_and_what_to_look_out_for()
    {
        const string Query = "municipality=0997&age=24&urgency=akut&overnight=true&type=akuttilbud";

        Assert.Equal(
            ["Førstevalg: akut", "Åbent hele døgnet", "For borgere i Nordlille Kommune (fiktiv)", "For voksne fra 18 år", "2 af 5 pladser ledige (20:00)", "Overnatning mulig", "Kræver ingen henvisning"],
            OfferFixture.Example.Texts(Query, "reason"));
        Assert.Empty(OfferFixture.Example.Texts(Query, "remark"));
        Assert.Equal(
            ["1 af 3 pladser ledige, men tallet er fra man 5. jan 09:00: ring først", "Ikke bekræftet siden 5. jan 2026: ring først"],
            OfferFixture.Example.Texts("municipality=0996&age=24&overnight=true", "remark"));
    }

    [Fact]
    public void Life_at_risk_says_112_before_any_offer() =>
        Assert.StartsWith("Livstruende: 112 først", OfferFixture.Example.Notes("municipality=0998&urgency=livstruende")[0], StringComparison.Ordinal);

    [Fact]
    public void When_nothing_fits_the_answer_says_which_conditions_left_what_out()
    {
        Assert.Equal(
            ["Ingen tilbud passer.", "1 tilbud har ingen ledig plads til natten.", "3 tilbud har ingen overnatning.", "8 tilbud er for borgere andre steder."],
            OfferFixture.Example.Notes("municipality=0998&overnight=true"));
        Assert.Equal(
            ["Ingen tilbud passer.", "1 tilbud har lukket 22:00; det åbner man 16. mar 08:00: Akutteamet for børn og unge, Region Nordby (fiktivt).", "1 tilbud er for andre aldre end børn under 15 år.",
             "6 tilbud er af en anden type.", "4 tilbud er for borgere andre steder."],
            OfferFixture.Example.Notes("municipality=0997&age=8&type=akutteam"));
    }

    [Fact]
    public void A_municipality_moves_with_its_region_on_the_day()
    {
        Assert.Contains(PamWest, OfferFixture.Example.Names("municipality=0998&at=2026-12-31T23:00:00+01:00"));
        Assert.Contains(PamWest, OfferFixture.Example.Names("municipality=0998&at=2027-01-01T00:30:00+01:00"));
        Assert.Contains("For alle i Region Vestby (fiktiv)", OfferFixture.Example.Texts("municipality=0998&type=pam&at=2026-12-31T23:00:00+01:00", "reason"));
        Assert.Contains("For alle i Region Østby (fiktiv)", OfferFixture.Example.Texts("municipality=0998&type=pam&at=2027-01-01T00:30:00+01:00", "reason"));
        Assert.Contains(PamWest, OfferFixture.Example.Names("region=Region Østby (fiktiv)&at=2027-01-01T00:30:00+01:00"));
    }

    [Theory]
    [InlineData("municipality=9999", "municipality: '9999' er ikke en kommunekode, der kendes her (fire cifre, fx 0751).")]
    [InlineData("region=DK-00", "region: 'DK-00' er ikke en regionskode, der kendes her. Der er: DK-81, DK-82, DK-83, DK-84, DK-85, DK-97, DK-98.")]
    [InlineData("region=Region Østdanmark", "region: Region Østdanmark findes fra 2027-01-01.")]
    [InlineData("region=DK-97&municipality=0998", "municipality: Vestlille Kommune (fiktiv) ligger den dag i Region Vestby (fiktiv), ikke i Region Nordby (fiktiv). Angiv kun den ene, eller nogle, der passer sammen.")]
    [InlineData("region=DK-82&municipality=0101", "municipality: København ligger den dag i Region Hovedstaden, ikke i Region Midtjylland. Angiv kun den ene, eller nogle, der passer sammen.")]
    [InlineData("age=-1", "age: '-1' er hverken en alder i hele år fra 0 til 130 eller en aldersgruppe (under-15, 15-17, adult).")]
    [InlineData("urgency=hurtig", "urgency: 'hurtig' er ikke en kode i psychacute-urgency-level. Koderne er: livstruende, akut, subakut, vejledning, uafklaret.")]
    [InlineData("mode=fax", "mode: 'fax' er ikke en kode i psychacute-contact-mode. Koderne er: attendance, telephone, video, home-visit.")]
    [InlineData("at=2026-03-13", "at: '2026-03-13' er ikke et tidspunkt for 'at'. Skriv dato og klokkeslæt, fx 2026-03-12T21:40:00+01:00 (i en URL skrives plus som %2B).")]
    [InlineData("overnight=ja", "overnight: 'ja' er hverken true eller false.")]
    [InlineData("count=0", "count: '0' er ikke et antal tilbud fra 1 til 200.")]
    [InlineData("language=arabisk", "language: 'arabisk' er ikke en sprogkode (to eller tre bogstaver, fx ar, da eller so).")]
    [InlineData("age=8&age=9", "age: Parameteren 'age' er angivet mere end én gang.")]
    [InlineData("kommune=0751", "kommune: Der er ingen parameter 'kommune'. Der er: region, municipality, age, urgency, mode, at, overnight, type, language, count.")]
    public void What_is_wrong_is_told_with_its_parameter(string query, string fault) => Assert.Equal([fault], OfferFixture.Example.Faults(query));

    [Fact]
    public void Faults_are_told_all_at_once() =>
        Assert.Equal(["municipality", "age", "type"], OfferFixture.Example.Ask("municipality=1&age=x&type=pam,kro").Faults.Select(static fault => fault.Expression));

    [Fact]
    public void The_answer_is_a_valid_Bundle()
    {
        foreach (var query in new[] { "municipality=0997&age=24&urgency=akut", "region=DK-97&at=2026-12-24T10:00:00+01:00&language=ar", "municipality=0998&overnight=true" })
        {
            Assert.Empty(GuideValidator.Errors(Encoding.UTF8.GetString(OfferFixture.Example.Ask(query).Bundle.Span)));
        }
    }
}

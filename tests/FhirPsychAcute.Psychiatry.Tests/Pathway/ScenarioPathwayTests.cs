using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Tests.Pathway;

/// <summary>The paths of the scenarios, step by step.</summary>
public sealed class ScenarioPathwayTests
{
    [Fact]
    public void Mettes_path_goes_from_lægevagten_over_two_nights_in_the_akuttilbud_to_her_own_doctor()
    {
        var path = Scenario.Path(Scenario.Read("scenario-1-mette"), "2026-03-15T12:00:00+01:00");

        Assert.Equal(
            """
            2026-03-12 21:40–22:12 | call | region | Opkald til Lægevagt, besvaret efter 4 min → Socialt akuttilbud
            2026-03-12 21:55 | assessment | region | C-SSRS, screening
            2026-03-12 21:57 | assessment | region | C-SSRS, risikoniveau: Lav til moderat
            2026-03-12 22:00 | urgency | region | Hastegrad: Akut
            2026-03-12 22:04 | consent | region | Samtykke til deling
            2026-03-12 22:06–03-14 10:30 | referral | region | Henvisning: Akut ophold, til Eksempelby Kommune (fiktiv) → Afsluttet, 2 nætter
            2026-03-12 23:05–03-13 08:30 | stay | municipality | Nat: Socialt akuttilbud
            2026-03-13 08:30–03-14 09:00 | stay | municipality | Nat: Socialt akuttilbud
            2026-03-13 08:30 | urgency | municipality | Hastegrad: Subakut
            2026-03-14 09:00 | urgency | municipality | Hastegrad: Vejledning
            2026-03-14 10:30 | message | municipality | Besked til Lægerne i Eksempelby (fiktiv)
            """,
            Scenario.Table(path.Steps));
        Assert.Equal((3, 1, 0, 1, 0, 2), (path.Summary.Contacts, path.Summary.Calls, path.Summary.CallsLedNowhere, path.Summary.Referrals, path.Summary.ReferralsLost, path.Summary.Nights));
    }

    [Fact]
    public void Kirstens_path_has_every_measure_review_and_right_and_the_complaint_that_set_the_belt_aside()
    {
        var path = Scenario.Path(Scenario.Read("scenario-4-kirsten"), "2026-02-11T12:00:00+01:00");

        Assert.Equal(
            """
            2026-01-12 10:20 | admission | hospital | Psykiatrisk indlæggelse
            2026-01-12 10:20 | detention | hospital | Tvangsindlæggelse på grund af farlighed (røde papirer)
            2026-01-12 10:40 | consent | unknown | Forhåndstilkendegivelse
            2026-01-12 11:00–01-13 11:00 | assessment | hospital | BVC, samlet score: 4
            2026-01-12 11:10 | assessment | hospital | Voldsrisiko: Meget høj
            2026-01-12 11:58–12:00 | measure | hospital | Fastholdelse, 1 min 40 s
            2026-01-12 12:00 | measure | hospital | Akut beroligende medicin
            2026-01-12 12:00 | measure | hospital | Medicin givet: diazepam
            2026-01-12 12:20–01-13 14:35 | measure | hospital | Tvangsfiksering med bælte, 26 t 15 min
            2026-01-12 12:25 | right | hospital | Underrettet om foranstaltningen
            2026-01-12 13:00 | right | region | Patientrådgiver beskikket
            2026-01-12 13:30 | plan | hospital | Plan for ophør
            2026-01-12 16:00 | review | hospital | Lægelig vurdering: Fortsætter
            2026-01-12 18:00 | review | hospital | Notat fra fast vagt: Har spist og drukket. Taler om sine børn.
            2026-01-13 02:00 | alert | unknown | Advarsel: Næste lægelige vurdering af fikseringen højst 10 timer efter den forrige
            2026-01-13 02:30 | review | hospital | Lægelig vurdering: Fortsætter
            2026-01-13 11:00–11:45 | adviser-visit | hospital | Besøg af patientrådgiver
            2026-01-13 11:00 | review | hospital | Lægelig vurdering: Lempes
            2026-01-13 12:15 | review | region | Vurdering ved læge udefra: Lempes
            2026-01-13 14:35 | review | hospital | Lægelig vurdering: Ophører
            2026-01-14 10:00–01-27 14:00 | complaint | authority | Klage, Det Psykiatriske Patientklagenævn: Foranstaltningen tilsidesat | set-aside
            2026-01-15 11:00 | after-talk | hospital | Eftersamtale
            2026-02-10 09:00 | complaint | authority | Klage, Byretten: Videresendt
            """,
            Scenario.Table(path.Steps));
    }

    [Fact]
    public void Saras_path_in_English_ends_with_a_call_that_led_nowhere_because_she_did_not_arrive()
    {
        var path = Scenario.Path(Scenario.Read("scenario-8-sara"), "2027-03-03T12:00:00+01:00", Language.English);

        Assert.Equal(
            """
            2026-12-08 11:00–01-17 11:00 | admission | hospital | Psychiatric admission, 40 days
            2026-12-08 11:00–01-17 11:00 | detention | hospital | Detention, 40 days
            2026-12-08 11:10 | right | hospital | Told of the measure
            2026-12-08 12:00 | right | region | Patient adviser appointed
            2026-12-09 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2026-12-11 10:00 | review | hospital | Review of detention: Continues
            2026-12-16 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2026-12-18 10:00 | review | hospital | Review of detention: Continues
            2026-12-23 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2026-12-28 10:00 | review | hospital | Review of detention: Continues
            2026-12-30 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2027-01-06 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2027-01-07 10:00 | review | hospital | Review of detention: Continues
            2027-01-13 10:00–10:30 | adviser-visit | hospital | Visit by the adviser
            2027-01-15 09:00 | plan | hospital | Coordination plan
            2027-01-17 11:00 | review | hospital | Review of detention: Ends
            2027-01-26 13:00–13:50 | visit | hospital | Outreach visit
            2027-03-02 18:00–18:32 | call | region | Call to Out-of-hours medical service, answered after 6 min → Social acute offer | led-nowhere
            2027-03-02 18:15 | urgency | region | Urgency: Subacute
            2027-03-02 18:24 | urgency | region | Urgency: Acute
            2027-03-02 18:28 | referral | region | Referral: Acute advice, care and support, to Eksempelby Kommune (fiktiv) → Did not arrive (Could not be reached) | no-show
            2027-03-02 22:00 | alert | unknown | Alert: No arrival after an acute referral
            """,
            Scenario.Table(path.Steps));
        Assert.Equal((1, 1, 1), (path.Summary.CallsLedNowhere, path.Summary.ReferralsLost, path.Summary.Detentions));
    }
}

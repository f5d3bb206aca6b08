using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>Clocks of measures made for the purpose: nights in which the clock is changed, missing facts, late reviews, earlier law, rules that an operator turns on.</summary>
public sealed class ClockTests
{
    private const string Measure = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure";
    private const string Notes = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-observation";
    private const string Structures = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute";

    [Fact]
    public void In_the_night_to_summer_time_four_hours_are_four_hours() => Assert.Equal(
        "fixation-review-first: overdue 2026-03-29T05:30:00+02:00 late 00:00:01 ACT",
        First(CoercionScenario.Status(CoercionScenario.Own(Procedure("baelte", "2026-03-29T00:30:00+01:00")), "Procedure/1", "2026-03-29T05:30:01+02:00"), "fixation-review-first"));

    [Fact]
    public void In_the_night_from_summer_time_ten_hours_are_ten_hours() => Assert.Equal(
        "fixation-review-next: running 2026-10-25T08:00:00+01:00",
        First(CoercionScenario.Status(CoercionScenario.Own(Procedure("baelte", "2026-10-24T20:00:00+02:00"), Note(1, "laegelig-vurdering", "2026-10-24T23:00:00+02:00")), "Procedure/1", "2026-10-25T07:59:00+01:00"), "fixation-review-next"));

    [Fact]
    public void A_review_of_detention_is_due_before_Danish_midnight_and_one_a_minute_later_is_late() => Assert.Equal(
        ["detention-review-3: met-late 2026-03-29 done 2026-03-30T00:01:00+02:00 late 00:01:00", "detention-review-10: running 2026-04-05"],
        Lines(CoercionScenario.Own(Procedure("tvangstilbageholdelse", "2026-03-26T09:00:00+01:00"), Note(1, "efterproevelse", "2026-03-30T00:01:00+02:00")), "2026-03-31", "detention"));

    [Fact]
    public void A_review_nearer_to_the_next_day_counts_for_that_and_the_one_before_was_missed() => Assert.Equal(
        ["detention-review-3: missed 2026-03-04 late 15.12:00:00", "detention-review-10: met 2026-03-11 done 2026-03-10T10:00:00+01:00", "detention-review-20: running 2026-03-21"],
        Lines(CoercionScenario.Own(Procedure("tvangstilbageholdelse", "2026-03-01T09:00:00+01:00"), Note(1, "efterproevelse", "2026-03-10T10:00:00+01:00")), "2026-03-20T12:00:00+01:00", "detention"));

    [Fact]
    public void A_review_that_comes_early_leaves_the_next_one_due() => Assert.Equal(
        ["detention-review-3: met 2026-03-04 done 2026-03-04T10:00:00+01:00", "detention-review-10: met 2026-03-11 done 2026-03-09T10:00:00+01:00", "detention-review-20: running 2026-03-21"],
        Lines(CoercionScenario.Own(Procedure("tvangstilbageholdelse", "2026-03-01T09:00:00+01:00"), Note(1, "efterproevelse", "2026-03-04T10:00:00+01:00"), Note(2, "efterproevelse", "2026-03-09T10:00:00+01:00")), "2026-03-10T12:00:00+01:00", "detention"));

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "2026-05-02")]
    [InlineData("1850-01-01", "2026-05-02")]
    [InlineData("2026-05-01T00:00:00Z", "9999-12-31")]
    [InlineData("9999-12-30T00:00:00Z", "9999-12-30T12:00:00Z")]
    [InlineData("2026", "2026-05-02")]
    public void Times_at_the_ends_of_the_calendar_are_judged_without_a_fault(string start, string at)
    {
        var complaint = $$"""
            {"resourceType":"Task","id":"1","status":"in-progress","intent":"order","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-instance","code":"pkn"}]},
             "focus":{"reference":"Procedure/1"},"authoredOn":"{{start}}"}
            """;
        foreach (var code in new[] { "baelte", "tvangstilbageholdelse", "tvangsmedicinering" })
        {
            var status = CoercionScenario.Status(CoercionScenario.Own(Procedure(code, start), complaint), "Procedure/1", at);
            Assert.NotEmpty(StatusAnswer.Write(status, Conformance.Outcomes.Language.Danish));
        }

        Assert.NotEmpty(CoercionScenario.Status(CoercionScenario.Own(Procedure("tvangsmedicinering", "2026-05-01"), complaint), "Procedure/1", "2026-06-01").Clocks);
    }

    [Fact]
    public void Every_fourth_week_after_day_thirty_a_review_falls_due() => Assert.Equal(
        ["detention-review-weeks: missed 2026-02-28", "detention-review-weeks: overdue 2026-03-28", "detention-review-weeks: running 2026-04-25"],
        Lines(CoercionScenario.Own(Procedure("tvangstilbageholdelse", "2026-01-01T09:00:00+01:00")), "2026-04-01", "detention-review-weeks").ConvertAll(static line => string.Join(' ', line.Split(' ').Take(3))));

    [Theory]
    [InlineData("2026-05-01T10:30:00+02:00", "holding-30: kept 2026-05-01T10:30:00+02:00")]
    [InlineData("2026-05-01T10:30:01+02:00", "holding-30: passed 2026-05-01T10:30:00+02:00 late 00:00:01")]
    public void A_holding_of_exactly_thirty_minutes_does_not_pass_the_limit(string end, string line) => Assert.Equal(
        line, First(CoercionScenario.Status(CoercionScenario.Own(Procedure("fastholdelse", "2026-05-01T10:00:00+02:00", end)), "Procedure/1", "2026-05-02"), "holding-30"));

    [Fact]
    public void A_measure_without_start_has_clocks_that_cannot_be_told()
    {
        var status = CoercionScenario.Status(CoercionScenario.Own($$"""{"resourceType":"Procedure","id":"1","status":"in-progress","code":{"coding":[{"system":"{{Measure}}","code":"baelte"}]},"subject":{"reference":"Patient/1"} }"""), "Procedure/1", "2026-05-02");

        Assert.NotEmpty(status.Clocks);
        Assert.All(status.Clocks, static clock => Assert.Equal("Foranstaltningen har ikke noget starttidspunkt.", clock.Reason?.Danish));
    }

    [Fact]
    public void A_measure_that_is_over_without_an_end_is_not_overdue()
    {
        var belt = Procedure("baelte", "2026-05-01T10:00:00+02:00").Replace("in-progress", "completed", StringComparison.Ordinal);

        Assert.Equal(
            "Første lægelige vurdering af fikseringen senest efter 4 timer: kan ikke afgøres. Foranstaltningen er registreret som slut, men sluttidspunktet mangler.",
            CoercionScenario.Danish(CoercionScenario.Status(CoercionScenario.Own(belt), "Procedure/1", "2026-05-03"), "fixation-review-first"));
    }

    [Fact]
    public void A_patient_who_is_not_detained_needs_a_note_after_five_hours_and_without_the_status_it_cannot_be_told()
    {
        var belt = Procedure("baelte", "2026-05-01T10:00:00+02:00");
        var voluntary = belt.Replace("\"status\"", $$"""
            "extension":[{"url":"{{Structures}}-admission-status","valueCodeableConcept":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-admission-status","code":"frivillig"}]} }],"status"
            """, StringComparison.Ordinal);

        Assert.Equal("fixation-not-detained: overdue 2026-05-01T15:00:00+02:00 late 01:00:00 ACT", First(CoercionScenario.Status(CoercionScenario.Own(voluntary), "Procedure/1", "2026-05-01T16:00:00+02:00"), "fixation-not-detained"));
        Assert.Equal("fixation-not-detained: undecided", First(CoercionScenario.Status(CoercionScenario.Own(belt), "Procedure/1", "2026-05-01T16:00:00+02:00"), "fixation-not-detained"));
    }

    [Fact]
    public void A_belt_of_2021_is_judged_by_the_rules_of_its_day() => Assert.Equal(
        ["fixation-review-four: met 2021-05-01T16:00:00+02:00 done 2021-05-01T15:00:00+02:00", "fixation-review-four: missed 2021-05-01T22:00:00+02:00 late 01:00:00", "fixation-review-four: not-needed 2021-05-02T04:00:00+02:00", "fixation-external-48: not-needed 2021-05-03T10:00:00+02:00"],
        Lines(CoercionScenario.Own(Procedure("baelte", "2021-05-01T10:00:00+02:00", "2021-05-01T23:00:00+02:00"), Note(1, "laegelig-vurdering", "2021-05-01T15:00:00+02:00")), "2021-06-01", "fixation-review", "fixation-external"));

    [Fact]
    public void An_operator_may_turn_on_another_reading_of_the_review_rule()
    {
        var rules = new CoercionRules(new RuleFolder(), "fixation-review-three");
        var set = CoercionScenario.Own(Procedure("baelte", "2026-05-01T10:00:00+02:00"), Note(1, "laegelig-vurdering", "2026-05-01T17:00:00+02:00"));

        Assert.Equal(
            ["fixation-review-three: met 2026-05-01T18:00:00+02:00 done 2026-05-01T17:00:00+02:00", "fixation-review-three: running 2026-05-02T02:00:00+02:00"],
            CoercionScenario.Lines(CoercionScenario.Status(set, "Procedure/1", "2026-05-01T20:00:00+02:00", rules)).FindAll(static line => line.StartsWith("fixation-review", StringComparison.Ordinal)));
        Assert.Equal("coercion.csv has no alternative rule 'fixation-review-first'.", Assert.Throws<RuleException>(static () => new CoercionRules(new RuleFolder(), "fixation-review-first")).Message);
    }

    [Fact]
    public void A_dose_between_complaint_and_decision_breaks_the_suspension()
    {
        const string complaint = """
            {"resourceType":"Task","id":"1","status":"in-progress","intent":"order","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-instance","code":"pkn"}]},
             "focus":{"reference":"Procedure/1"},"authoredOn":"2026-05-04T12:00:00+02:00"}
            """;
        const string dose = """
            {"resourceType":"MedicationAdministration","id":"1","status":"completed","partOf":[{"reference":"Procedure/1"}],"medicationCodeableConcept":{"text":"x"},
             "subject":{"reference":"Patient/1"},"effectiveDateTime":"2026-05-05T08:00:00+02:00"}
            """;

        Assert.Equal(
            ["complaint-pkn-suspensive: running 2026-05-13", "medication-complaint-suspends: passed 2026-05-04T12:00:00+02:00 done 2026-05-05T08:00:00+02:00 late 20:00:00 ACT"],
            Lines(CoercionScenario.Own(Procedure("tvangsmedicinering", "2026-05-03T10:00:00+02:00"), complaint, dose), "2026-05-05T12:00:00+02:00", "complaint", "medication-complaint"));
    }

    [Fact]
    public void A_deadline_over_days_that_are_not_settled_says_so()
    {
        var complaint = """
            {"resourceType":"Task","id":"1","status":"in-progress","intent":"order","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-instance","code":"pkn"}]},
             "focus":{"reference":"Procedure/1"},"authoredOn":"2026-12-21T12:00:00+01:00"}
            """;
        var status = CoercionScenario.Status(CoercionScenario.Own(Procedure("tvangsmedicinering", "2026-12-20T10:00:00+01:00"), complaint), "Procedure/1", "2026-12-22");

        Assert.Equal(
            "Patientklagenævnet afgør inden 7 hverdage: senest 31. december 2026. Regnet som hverdag, fordi det ikke er afklaret, at dagen er fri: Juleaftensdag, Nytårsaftensdag; den tidligste dag er den sikre for patienten. Uden dagen: 5. januar 2027.",
            CoercionScenario.Danish(status, "complaint-pkn-suspensive"));
    }

    [Theory]
    [InlineData("2026-05-02T09:59:59+02:00", false)]
    [InlineData("2026-05-02T10:00:00+02:00", true)]
    public void Shielding_is_coercion_from_24_hours(string at, bool coercion)
    {
        var status = CoercionScenario.Status(CoercionScenario.Own(Procedure("personlig-skaermning", "2026-05-01T10:00:00+02:00")), "Procedure/1", at);

        Assert.Equal(coercion, status.Count.IsCoercion);
        Assert.Equal(coercion, status.Clocks.Count > 0);
        Assert.Equal(coercion ? null : DateTimeOffset.Parse("2026-05-02T10:00:00+02:00", null), status.ChangesAt);
    }

    [Theory]
    [InlineData("2011-02-28", true, null)] // 15 on the day
    [InlineData("2011-03-01", true, false)]
    [InlineData("2011", true, null)]
    public void Below_fifteen_the_childs_no_makes_it_coercion_and_an_unclear_age_counts(string born, bool coercion, bool? minor)
    {
        var patient = $$"""{"resourceType":"Patient","id":"1","birthDate":"{{born}}"}""";
        var status = CoercionScenario.Status(CoercionScenario.Own(Procedure("fastholdelse", "2026-02-28T10:00:00+01:00", "2026-02-28T10:05:00+01:00"), patient), "Procedure/1", "2026-03-02");

        Assert.Equal(coercion, status.Count.IsCoercion);
        Assert.Equal(minor is false ? 14 : born.Length == 4 ? null : 15, status.Case.Age?.Years);
    }

    [Theory]
    [InlineData("2012-02-29", "2027-02-28", 14)]
    [InlineData("2012-02-29", "2027-03-01", 15)]
    [InlineData("2012-02-29", "2028-02-29", 16)]
    [InlineData("2013-02", "2028-02-10", null)]
    [InlineData("2013-02", "2028-03-01", 15)]
    [InlineData("2030-01-01", "2028-03-01", null)]
    public void Age_is_in_whole_years_as_far_as_the_date_of_birth_tells_it(string born, string day, int? years)
    {
        Assert.True(FhirPsychAcute.Model.DateRange.TryParse(born, FhirPsychAcute.Model.DanishTime.Zone, out var range));

        Assert.Equal(years, AgeAtStart.On(range, DateOnly.ParseExact(day, "yyyy-MM-dd", null))?.Years);
    }

    [Fact]
    public void What_was_entered_in_error_or_is_a_proposal_has_no_clocks()
    {
        var wrong = Procedure("baelte", "2026-05-01T10:00:00+02:00").Replace("in-progress", "entered-in-error", StringComparison.Ordinal);
        var proposal = Procedure("arealbegraensning", "2026-05-01T10:00:00+02:00").Replace(Measure, "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-proposal", StringComparison.Ordinal);

        foreach (var (json, reason) in new[] { (wrong, "Registreringen har status entered-in-error: der var ingen foranstaltning."), (proposal, "Foranstaltningen er kun et forslag og har ingen lovhjemmel i dag.") })
        {
            var status = CoercionScenario.Status(CoercionScenario.Own(json), "Procedure/1", "2026-05-02");
            Assert.Empty(status.Clocks);
            Assert.Equal((false, reason), (status.Count.IsCoercion, status.Count.Reason.Danish));
        }
    }

    private static List<string> Lines(FhirPsychAcute.Psychiatry.Reading.ResourceSet set, string at, params string[] rules) =>
        CoercionScenario.Lines(CoercionScenario.Status(set, "Procedure/1", at)).FindAll(line => rules.Any(rule => line.StartsWith(rule, StringComparison.Ordinal)));

    private static string First(CoercionStatus status, string rule) => CoercionScenario.Lines(status).First(line => line.StartsWith(rule + ":", StringComparison.Ordinal));

    private static string Procedure(string code, string start, string? end = null) => $$"""
        {"resourceType":"Procedure","id":"1","status":"{{(end is null ? "in-progress" : "completed")}}","code":{"coding":[{"system":"{{Measure}}","code":"{{code}}"}]},"subject":{"reference":"Patient/1"},
         "performedPeriod":{"start":"{{start}}"{{(end is null ? "" : $",\"end\":\"{end}\"")}} } }
        """;

    private static string Note(int id, string code, string time) => $$"""
        {"resourceType":"Observation","id":"{{id}}","status":"final","partOf":[{"reference":"Procedure/1"}],"code":{"coding":[{"system":"{{Notes}}","code":"{{code}}"}]},"effectiveDateTime":"{{time}}"}
        """;
}

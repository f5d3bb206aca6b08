using System.Globalization;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>Nineteen legs of calls, counted by hand.</summary>
public sealed class HandCountedCallTests
{
    // id, line, organisation, who, when; then seconds in the queue, talking, and working afterwards (- for none); then what else is registered.
    private const string Calls = """
        c01 laegevagt      H anna 2026-12-31T23:59:59+01:00   60 600  60  akut apk epj akuttilbud
        c02 laegevagt      H anna 2027-01-01T00:00:00+01:00   10 100   0  akut
        c03 1813           H anna 2026-10-25T02:30:00+02:00 3600 300   0  subakut ended-with-guidance
        c04 1813           H -    2026-02-01T10:00:00+01:00  120   -   -  because=hung-up
        c05 1813           H -    2026-02-01T10:05:00+01:00    5   -   -  because=overflow
        c06 laegevagt      S -    2026-03-01T20:00:00+01:00   90   -   -  because=call-back offered wanted
        c07 laegevagt      S bo   2026-03-01T20:40:00+01:00    - 240  20  partOf=c06 offered wanted kept subakut akutteam
        c08 112            S bo   2026-04-01T08:00:00+02:00    6  44   0  transferred
        c09 112            S bo   2026-04-01T08:00:50+02:00   10 840 180  partOf=c08 livstruende apk epj ambulance police
        c10 pam            J ung  2026-05-31T12:00:00+02:00   30 300   0  vejledning
        c11 pam            J ung  2026-06-01T12:00:00+02:00   20 300   0  vejledning
        c12 civil-line     C -    2026-06-02T12:00:00+02:00    0 900   0
        c13 municipal-line K -    2026-06-03T12:00:00+02:00   15 120   0
        c14 laegevagt      H -    2026-06-04T12:00:00+02:00   50   -   -  because=technical
        c15 laegevagt      H anna 2026-06-05T12:00:00+02:00   40 500   0  akut epj entered-in-error
        c16 laegevagt      H anna 2026-06-06T12:00:00+02:00  100 200   0  offered
        c17 laegevagt      H -    2026-12-31T23:50:00+01:00   60   -   -  because=call-back offered wanted
        c18 laegevagt      H anna 2027-01-01T00:20:00+01:00    - 100   0  partOf=c17 offered wanted kept
        c19 laegevagt      H -    2026-07-01T12:00:00+02:00   70   -   -  because=call-back offered wanted
        """;

    private const string Codes = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-";
    private const string Extension = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-";
    private static readonly string[] Levels = ["livstruende", "akut", "subakut", "vejledning"];
    private static readonly string[] Outcomes = ["akuttilbud", "ended-with-guidance", "akutteam", "transferred", "ambulance", "police"];

    [Fact]
    public async Task Calls_of_2026_are_counted_as_by_hand()
    {
        var report = await Report.OfAsync("calls", Source(), 2026);

        Assert.Equal(14, report.Count("people"));
        Assert.Equal(16, report.Count("calls"));
        Assert.Equal(10, report.Count("answered"));
        Assert.Equal(6, report.Count("unanswered"));
        Assert.Equal(37.5m, report.Score("unanswered"));
        Assert.Equal(1, report.Count("transfers"));
        Assert.Equal(1, report.Count("callback-made"));
        Assert.Equal((4, 3, 2), (report.Count("callback-offered"), report.Count("callback-wanted"), report.Count("callback-kept")));
        Assert.Equal(2, report.Count("apk-consulted"));
        Assert.Equal(2, report.Count("record-opened"));
    }

    [Fact]
    public async Task Times_of_2026_are_those_of_answered_calls_also_in_the_night_when_the_clock_goes_back()
    {
        var report = await Report.OfAsync("calls", Source(), 2026);

        // 0 6 10 15 20 30 60 100 3600
        Assert.Equal((9, 20m, 3600m), (report.Count("waiting-median"), report.Score("waiting-median"), report.Score("waiting-p90")));

        // 44 120 200 260 300 300 300 660 900 1020
        Assert.Equal((300m, 900m), (report.Score("handling-median"), report.Score("handling-p90")));

        // 44 120 200 240 300 300 300 600 840 900
        Assert.Equal((300m, 840m), (report.Score("talk-median"), report.Score("talk-p90")));
    }

    [Theory]
    [InlineData("calls", "region", "DK-81 2, DK-84 8, DK-85 5, unknown 1")]
    [InlineData("calls", "municipality", "0101 3, 0265 3, 0411 1, 0851 2, unknown 7")]
    [InlineData("calls", "age", "adult 7, under-18 1, unknown 8")]
    [InlineData("calls", "line", "112 2, 1813 3, civil-line 1, laegevagt 7, municipal-line 1, pam 2")]
    [InlineData("calls", "urgency", "akut 1, livstruende 1, subakut 2, unknown 10, vejledning 2")]
    [InlineData("calls", "disposition", "akutteam 1, akuttilbud 1, ambulance 1, ended-with-guidance 1, police 1, transferred 1")]
    [InlineData("unanswered", "unanswered-reason", "call-back 3, hung-up 1, overflow 1, technical 1")]
    [InlineData("people", "region", "DK-81 2, DK-84 8, DK-85 3, unknown 1")]
    public async Task Strata_of_2026_are_counted_as_by_hand(string group, string stratifier, string expected) =>
        Assert.Equal(expected, (await Report.OfAsync("calls", Source(), 2026)).Strata(group, stratifier));

    [Fact]
    public async Task What_begins_at_midnight_belongs_to_the_new_year_and_the_new_region()
    {
        var report = await Report.OfAsync("calls", Source(), 2027);

        Assert.Equal("Region Østdanmark 2", report.Strata("calls", "region"));
        Assert.Equal(1, report.Count("people"));
        Assert.Equal(1, report.Count("callback-made"));

        // Who wanted it had called in the old year.
        Assert.Equal(0, report.Count("callback-offered"));
    }

    [Fact]
    public async Task Of_one_organisation_only_its_own_calls_count()
    {
        var report = await Report.OfAsync("calls", Source(), 2026, organization: "Organization/sjaelland");

        Assert.Equal("DK-85 5", report.Strata("calls", "region"));
        Assert.Contains("\"reporter\":{\"reference\":\"Organization/sjaelland\"}", report.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Masked_no_small_count_is_left()
    {
        var report = await Report.OfAsync("calls", Source(), 2026, showsSmall: false);

        Assert.DoesNotMatch("\"count\":[1-4][,}]", report.Json);
        Assert.Contains("\"valueCode\":\"masked\"", report.Json, StringComparison.Ordinal);
        Assert.Contains(report.Remarks, static remark => remark.StartsWith("Counts from 1 to 4 are masked", StringComparison.Ordinal));
    }

    private static ListedSource Source() => new([.. World.Resources, .. Calls.Split('\n').SelectMany(static row => Resources(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))]);

    private static IEnumerable<string> Resources(string[] row)
    {
        var (id, line, organization, who, start, marks) = (row[0], row[1], row[2], row[3], DateTimeOffset.Parse(row[4], CultureInfo.InvariantCulture), row[8..]);
        var isAnswered = row[6] != "-";
        var pickedUp = start.AddSeconds(Seconds(row[5]));
        var hungUp = pickedUp.AddSeconds(Seconds(row[6]));
        var end = hungUp.AddSeconds(Seconds(row[7]));
        var history = new List<string>();
        if (row[5] != "-")
        {
            history.Add(Entry("arrived", start, pickedUp));
        }

        if (isAnswered)
        {
            history.Add(Entry("in-progress", pickedUp, hungUp));
        }

        var extensions = marks.Where(mark => Outcomes.Contains(mark, StringComparer.Ordinal)).Select(static mark => Coded("disposition", mark)).ToList();
        extensions.AddRange(marks.Where(static mark => mark.StartsWith("because=", StringComparison.Ordinal)).Select(static mark => Coded("unanswered-reason", mark[8..])));
        if (marks.Contains("epj", StringComparer.Ordinal))
        {
            extensions.Add($$"""{"url": "{{Extension}}record-opened", "valueBoolean": true}""");
        }

        var callback = marks.Where(static mark => mark is "offered" or "wanted" or "kept").Select(static mark => $$"""{"url": "{{mark}}", "valueBoolean": true}""").ToList();
        if (callback.Count > 0)
        {
            extensions.Add($$"""{"url": "{{Extension}}callback", "extension": [{{string.Join(", ", callback)}}]}""");
        }

        var parts = new List<string>
        {
            $$""" "resourceType": "Encounter", "id": "{{id}}", "class": {"code": "VR"}, "serviceProvider": {"reference": "Organization/{{organization}}"} """,
            $$""" "status": "{{(marks.Contains("entered-in-error", StringComparer.Ordinal) ? "entered-in-error" : isAnswered ? "finished" : "cancelled")}}" """,
            $$""" "type": [{"coding": [{"system": "{{Codes}}call-line", "code": "{{line}}"}]}] """,
            $$""" "period": {"start": "{{start:yyyy-MM-ddTHH:mm:sszzz}}", "end": "{{end:yyyy-MM-ddTHH:mm:sszzz}}"}, "statusHistory": [{{string.Join(", ", history)}}] """,
        };
        if (extensions.Count > 0)
        {
            parts.Add($$""" "extension": [{{string.Join(", ", extensions)}}] """);
        }

        if (who != "-")
        {
            parts.Add($$""" "subject": {"reference": "Patient/{{who}}"} """);
        }

        if (Array.Find(marks, static mark => mark.StartsWith("partOf=", StringComparison.Ordinal)) is { } first)
        {
            parts.Add($$""" "partOf": {"reference": "Encounter/{{first[7..]}}"} """);
        }

        if (marks.Contains("apk", StringComparer.Ordinal))
        {
            parts.Add($$""" "participant": [{"type": [{"coding": [{"system": "{{Codes}}participant-type", "code": "apk-consult"}]}]}] """);
        }

        yield return "{" + string.Join(",", parts) + "}";
        if (Array.Find(marks, static mark => Levels.Contains(mark, StringComparer.Ordinal)) is { } level)
        {
            // Judged twice: the last judgement counts.
            yield return Judgement(id, "uafklaret", start);
            yield return Judgement(id, level, end);
        }
    }

    private static int Seconds(string text) => text == "-" ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Entry(string status, DateTimeOffset from, DateTimeOffset to) =>
        $$"""{"status": "{{status}}", "period": {"start": "{{from:yyyy-MM-ddTHH:mm:sszzz}}", "end": "{{to:yyyy-MM-ddTHH:mm:sszzz}}"} }""";

    private static string Coded(string name, string code) => $$"""{"url": "{{Extension}}{{name}}", "valueCodeableConcept": {"coding": [{"system": "{{Codes}}{{name}}", "code": "{{code}}"}]} }""";

    private static string Judgement(string call, string level, DateTimeOffset time) => $$"""
        {"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "{{Codes}}observation", "code": "hastegrad"}]}, "encounter": {"reference": "Encounter/{{call}}"},
         "effectiveDateTime": "{{time:yyyy-MM-ddTHH:mm:sszzz}}", "valueCodeableConcept": {"coding": [{"system": "{{Codes}}urgency-level", "code": "{{level}}"}]} }
        """;
}

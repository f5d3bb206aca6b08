namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>Twenty-four episodes, counted by hand: the bounds of every band, the nights when the clock changes, what is no episode.</summary>
public sealed class HandCountedCoercionTests
{
    // id, measure, organisation, who, start, end (- for none, = for a point in time), reason, what else.
    private const string Episodes = """
        e01 fastholdelse              H anna 2026-01-05T10:00:00+01:00 2026-01-05T10:02:00+01:00 farlighed
        e02 fastholdelse              H anna 2026-01-05T11:00:00+01:00 2026-01-05T11:01:59+01:00 farlighed
        e03 fastholdelse              H anna 2026-01-05T12:00:00+01:00 2026-01-05T12:30:00+01:00 farlighed
        e04 fastholdelse              H anna 2026-01-05T13:00:00+01:00 2026-01-05T13:30:01+01:00 farlighed
        e05 baelte                    H anna 2026-02-01T10:00:00+01:00 2026-02-01T11:00:00+01:00 farlighed
        e06 baelte                    H anna 2026-02-02T10:00:00+01:00 2026-02-02T14:00:00+01:00 farlighed
        e07 baelte                    H anna 2026-02-03T10:00:00+01:00 2026-02-03T14:00:01+01:00 somatisk-behandling
        e08 baelte                    H anna 2026-02-04T10:00:00+01:00 2026-02-05T10:00:00+01:00 tvangsernaering
        e09 baelte                    S bo   2026-02-06T10:00:00+01:00 2026-02-07T10:00:01+01:00 farlighed
        e10 baelte                    S bo   2026-02-08T10:00:00+01:00 2026-02-10T10:00:00+01:00 farlighed
        e11 baelte                    S bo   2026-02-11T10:00:00+01:00 2026-02-13T10:00:01+01:00 farlighed
        e12 baelte                    S bo   2026-03-29T00:30:00+01:00 2026-03-29T05:30:00+02:00 farlighed
        e13 baelte                    S bo   2026-10-25T00:30:00+02:00 2026-10-25T04:30:00+01:00 farlighed
        e14 frivilligt-baelte         S bo   2026-04-01T10:00:00+02:00 2026-04-01T10:50:00+02:00 frivillig
        e15 remme                     H anna 2026-02-01T10:10:00+01:00 2026-02-01T10:40:00+01:00 farlighed partOf=e05
        e16 akut-beroligende-medicin  H anna 2026-02-01T11:00:00+01:00 =                         urolig
        e17 baelte                    H anna 2026-02-20T10:00:00+01:00 2026-02-20T11:00:00+01:00 farlighed not-done
        e18 baelte                    S bo   2026-11-01T10:00:00+01:00 -                         farlighed in-progress
        e19 fastholdelse              J barn 2026-05-01T10:00:00+02:00 2026-05-01T10:04:00+02:00 farlighed custody-consents
        e20 fastholdelse              J barn 2024-05-31T10:00:00+02:00 2024-05-31T10:04:00+02:00 farlighed custody-consents
        e21 fastholdelse              J barn 2024-06-01T10:00:00+02:00 2024-06-01T10:04:00+02:00 farlighed custody-consents
        e22 tvangsindlaeggelse-gule   H anna 2026-01-04T10:00:00+01:00 2026-01-09T10:00:00+01:00 helbred
        e23 baelte                    H anna 2026-12-31T23:59:59+01:00 2027-01-01T00:29:59+01:00 farlighed
        e24 baelte                    H anna 2027-01-01T00:00:00+01:00 2027-01-01T00:30:00+01:00 farlighed
        """;

    private const string Codes = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-";
    private const string Extension = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-";

    [Fact]
    public async Task Episodes_of_2026_are_counted_as_by_hand()
    {
        var report = await Report.OfAsync("coercion", Source(), 2026);

        Assert.Equal(18, report.Count("episodes"));
        Assert.Equal(3, report.Count("persons"));
        Assert.Equal(17, report.Count("target-episodes"));
        Assert.Equal(11, report.Count("belts"));
        Assert.Equal(6, report.Count("belts-long"));
        Assert.Equal(3, report.Count("belts-over-24"));
        Assert.Equal(1, report.Count("belts-over-48"));
        Assert.Equal(9, report.Count("belts-danger"));
        Assert.Equal(81.8m, report.Score("belts-danger"));
        Assert.Equal(1, report.Count("belts-feeding"));
        Assert.Equal(1, report.Count("belts-somatic"));
        Assert.Equal(1, report.Count("belts-voluntary"));
        Assert.Equal(5, report.Count("holdings"));
        Assert.Equal(1, report.Count("holdings-long"));
    }

    [Theory]
    [InlineData("episodes", "measure", "akut-beroligende-medicin 1, baelte 11, fastholdelse 5, tvangsindlaeggelse-gule 1")]
    [InlineData("persons", "measure", "akut-beroligende-medicin 1, baelte 2, fastholdelse 2, tvangsindlaeggelse-gule 1")]
    [InlineData("holdings", "duration-band", "2-30 3, gt30 1, lt2 1")]
    [InlineData("belts", "duration-band", "1-4 3, 24-48 2, 4-24 3, gt48 1, lt1 1, open 1")]
    [InlineData("belts", "short-long", "long 6, open 1, short 4")]
    [InlineData("episodes", "region", "DK-81 1, DK-84 11, DK-85 6")]
    [InlineData("episodes", "age+measure", "adult/akut-beroligende-medicin 1, adult/baelte 11, adult/fastholdelse 4, adult/tvangsindlaeggelse-gule 1, under-18/fastholdelse 1")]
    [InlineData("episodes", "municipality", "0101 12, 0265 6")]
    [InlineData("belts", "reason", "farlighed 9, somatisk-behandling 1, tvangsernaering 1")]
    public async Task Strata_of_2026_are_counted_as_by_hand(string group, string stratifier, string expected) =>
        Assert.Equal(expected, (await Report.OfAsync("coercion", Source(), 2026)).Strata(group, stratifier));

    [Fact]
    public async Task A_child_whose_custody_holder_consents_counts_from_June_2024() =>
        Assert.Equal(1, (await Report.OfAsync("coercion", Source(), 2024)).Count("episodes"));

    [Fact]
    public async Task What_begins_at_midnight_belongs_to_the_new_region() =>
        Assert.Equal("Region Østdanmark 1", (await Report.OfAsync("coercion", Source(), 2027)).Strata("episodes", "region"));

    [Fact]
    public async Task Rates_are_per_100000_citizens_of_the_nearest_earlier_year_and_say_so()
    {
        var report = await Report.OfAsync("coercion", Source(), 2026);

        // 17 of 5,961,249; 11 of 1,911,067, all of 2024. Of 2027 the new region has the citizens of the two before it.
        Assert.Equal(0.3m, report.Score("target-episodes"));
        Assert.Equal(0.6m, report.StratumScore("episodes", "region", "DK-84"));
        Assert.Contains("Citizens of 2026 are not known; figures of 2023, 2024 are used.", report.Remarks);
        Assert.Contains("Nothing is stored of 2021-2023, so the baseline and the target line are not known.", report.Remarks);
    }

    private static ListedSource Source() => new([.. World.Resources, .. Episodes.Split('\n').Select(static row => Resource(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))]);

    private static string Resource(string[] row)
    {
        var (id, measure, organization, who, start, end, reason, marks) = (row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7..]);
        var status = Array.Find(marks, static mark => mark is "not-done" or "in-progress") ?? "completed";
        var when = end switch
        {
            "=" => $$""" "performedDateTime": "{{start}}" """,
            "-" => $$""" "performedPeriod": {"start": "{{start}}"} """,
            _ => $$""" "performedPeriod": {"start": "{{start}}", "end": "{{end}}"} """,
        };
        var partOf = Array.Find(marks, static mark => mark.StartsWith("partOf=", StringComparison.Ordinal)) is { } belt ? $$""", "partOf": [{"reference": "Procedure/{{belt[7..]}}"}]""" : "";
        var consent = marks.Contains("custody-consents", StringComparer.Ordinal)
            ? $$""", "extension": [{"url": "{{Extension}}child-consent", "extension": [{"url": "childConsents", "valueBoolean": false}, {"url": "custodyHolderConsents", "valueBoolean": true}]}]"""
            : "";
        return $$"""
            {"resourceType": "Procedure", "id": "{{id}}", "status": "{{status}}", "category": {"coding": [{"system": "{{Codes}}procedure-category", "code": "tvang"}]},
             "code": {"coding": [{"system": "{{Codes}}coercion-measure", "code": "{{measure}}"}]}, "subject": {"reference": "Patient/{{who}}"}, {{when}},
             "encounter": {"reference": "Encounter/admission-{{organization}}"}, "location": {"reference": "Organization/{{organization}}"},
             "reasonCode": [{"coding": [{"system": "{{Codes}}coercion-reason", "code": "{{reason}}"}]}]{{partOf}}{{consent}}}
            """;
    }
}

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class DateSearchTests(DateSearchTests.Data data) : IClassFixture<DateSearchTests.Data>
{
    // R4 search 3.1.1.4.7. Periods of Encounter.period, all in UTC:
    //   jan 2026-01-01 .. 2026-01-31   feb 2026-02-01 .. 2026-02-28   day 2026-01-15 10:00 .. 11:00   open from 2026-01-20   until 2026-01-10   long 2025-12-01 .. 2026-03-31
    [Theory]
    [InlineData("Encounter?date=2026-01", "day jan")]
    [InlineData("Encounter?date=eq2026-01", "day jan")]
    [InlineData("Encounter?date=ne2026-01", "feb long open until")]
    [InlineData("Encounter?date=2026", "day feb jan")]
    [InlineData("Encounter?date=2026-01-15", "day")]
    [InlineData("Encounter?date=2026-01-15T10:30:00Z", "")]
    [InlineData("Encounter?date=gt2026-01", "feb long open")]
    [InlineData("Encounter?date=ge2026-01", "day feb jan long open")]
    [InlineData("Encounter?date=ge2026-02-10", "feb long open")]
    [InlineData("Encounter?date=lt2026-01", "long until")]
    [InlineData("Encounter?date=le2026-01", "day jan long until")]
    [InlineData("Encounter?date=lt2026-01-12", "jan long until")]
    [InlineData("Encounter?date=sa2026-01-14", "day feb open")]
    [InlineData("Encounter?date=sa2026-01", "feb")]
    [InlineData("Encounter?date=eb2026-02", "day jan until")]
    [InlineData("Encounter?date=eb2026-01-15T10:00:00Z", "until")]
    [InlineData("Encounter?date=ge2026-01-15T00:00:00Z&date=le2026-01-16T00:00:00Z", "day jan long")]
    [InlineData("Encounter?date=2026-01-15,2026-02", "day feb")]
    [InlineData("Encounter?date:missing=true", "none")]
    [InlineData("Encounter?date:missing=false", "day feb jan long open until")]
    public async Task Compares_periods(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Theory]
    [InlineData("Patient?birthdate=1990-05-17", "full")]
    [InlineData("Patient?birthdate=1990-05", "full month")]
    [InlineData("Patient?birthdate=1990", "full month year")]
    [InlineData("Patient?birthdate=ne1990-05", "leap year")]
    [InlineData("Patient?birthdate=lt1990-05-17", "leap month year")]
    [InlineData("Patient?birthdate=gt1990-05-17", "month year")]
    [InlineData("Patient?birthdate=le1990-05-17", "full leap month year")]
    [InlineData("Patient?birthdate=2004-02-29,1988-02-29", "leap")]
    [InlineData("Patient?birthdate=1988-02", "leap")]
    [InlineData("Patient?birthdate=ap1990-05-18", "full leap month year")]
    [InlineData("Patient?_lastUpdated=2026-01-01", "full leap month year")]
    [InlineData("Patient?_lastUpdated=lt2026-01-01", "")]
    [InlineData("Patient?_lastUpdated=gt2026-01-01T00:00:00Z", "full leap month year")]
    [InlineData("Patient?_lastUpdated=ge2026-01-01&_lastUpdated=lt2026-01-02", "full leap month year")]
    public async Task Compares_partial_dates(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Theory]
    // The nights on which the Danish clock changes: 00:30 and 01:30 UTC are both 02:30 on 25 October; 02:30 on 29 March does not exist.
    [InlineData("Observation?date=2026-10-25T02:30", "autumn1 autumn2")]
    [InlineData("Observation?date=2026-10-25T02:30:00%2B02:00", "autumn1")]
    [InlineData("Observation?date=2026-10-25T01:30:00Z", "autumn2")]
    [InlineData("Observation?date=2026-10-25", "autumn1 autumn2")]
    [InlineData("Observation?date=2026-03-29T03:30", "spring")]
    [InlineData("Observation?date=2026-03-29T02:30", "spring")]
    [InlineData("Observation?date=2026-03-29", "spring")]
    [InlineData("Observation?date=2026-03-28", "")]
    public async Task Reads_values_without_time_zone_by_the_Danish_clock(string url, string expected) =>
        Assert.Equal(expected, await data.Bed.Find(url.Replace("%2B", "+", StringComparison.Ordinal) + "&_sort=_id"));

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            Encounter("jan", """ "start":"2026-01-01","end":"2026-01-31" """),
            Encounter("feb", """ "start":"2026-02-01","end":"2026-02-28" """),
            Encounter("day", """ "start":"2026-01-15T10:00:00Z","end":"2026-01-15T11:00:00Z" """),
            Encounter("open", """ "start":"2026-01-20" """),
            Encounter("until", """ "end":"2026-01-10" """),
            Encounter("long", """ "start":"2025-12-01","end":"2026-03-31" """),
            """{"resourceType":"Encounter","id":"none","status":"planned","class":{"code":"AMB"}}""",
            """{"resourceType":"Patient","id":"full","birthDate":"1990-05-17"}""",
            """{"resourceType":"Patient","id":"month","birthDate":"1990-05"}""",
            """{"resourceType":"Patient","id":"year","birthDate":"1990"}""",
            """{"resourceType":"Patient","id":"leap","birthDate":"1988-02-29"}""",
            Observation("autumn1", "2026-10-25T00:30:00Z"),
            Observation("autumn2", "2026-10-25T01:30:00Z"),
            Observation("spring", "2026-03-29T01:30:00Z"),
        ];

        private static string Encounter(string id, string period) =>
            $$"""{"resourceType":"Encounter","id":"{{id}}","status":"finished","class":{"code":"AMB"},"period":{ {{period}} } }""";

        private static string Observation(string id, string date) =>
            $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"text":"x"},"effectiveDateTime":"{{date}}"}""";
    }
}

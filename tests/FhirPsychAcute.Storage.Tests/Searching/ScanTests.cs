using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Storage.Tests.Searching;

/// <summary>All matches of a search, without pages.</summary>
public sealed class ScanTests
{
    [Fact]
    public async Task A_scan_gives_the_current_content_of_every_match_once_however_many_there_are()
    {
        await using var bed = new SearchBed();
        await bed.Put([.. Enumerable.Range(0, 120).Select(static i => Encounter(i, i % 2 == 0 ? "2025-12-31" : "2026-01-01"))]);
        await bed.Put(Encounter(1, "2026-06-01"));
        await bed.Delete("Encounter", "e3");
        var request = bed.Parse("Encounter?date=ge2026-01-01&class=VR&_count=10").Request!;
        var found = new List<string>();

        await bed.Store.ScanAsync(request, content => found.Add(Encoding.UTF8.GetString(content.Span)), default);

        Assert.Equal(59, found.Count);
        Assert.Single(found, static json => json.Contains("2026-06-01", StringComparison.Ordinal));
        Assert.Equal(59, found.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(found, static json => json.Contains("\"e3\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scan_can_be_stopped()
    {
        await using var bed = new SearchBed();
        await bed.Put(Encounter(1, "2026-01-01"));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bed.Store.ScanAsync(bed.Parse("Encounter?class=VR").Request!, static _ => { }, stop.Token));
    }

    private static string Encounter(int number, string day) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"resourceType":"Encounter","id":"e{{number}}","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"VR"},"period":{"start":"{{day}}T10:00:00+01:00","end":"{{day}}T10:10:00+01:00"} }""");
}

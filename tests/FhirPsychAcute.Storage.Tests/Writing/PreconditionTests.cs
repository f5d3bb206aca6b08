using FhirPsychAcute.Storage.Tests.Indexing;
using FhirPsychAcute.Storage.Tests.Searching;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class PreconditionTests
{
    [Fact]
    public async Task A_unit_whose_search_finds_what_it_found_before_is_stored()
    {
        await using var bed = new SearchBed();
        await bed.Put(Patient("ida", "1"));

        Assert.Equal(WriteOutcome.Committed, await Write(bed, Patient("bo", "2"), "Patient?identifier=urn:x|2"));
        Assert.Equal(WriteOutcome.Committed, await Write(bed, Patient("eva", "3"), "Patient?identifier=urn:x|1", "ida"));
    }

    [Fact]
    public async Task A_unit_whose_search_finds_something_else_is_refused_and_stores_nothing()
    {
        await using var bed = new SearchBed();
        await bed.Put(Patient("ida", "1"));

        Assert.Equal(WriteOutcome.PreconditionFailed, await Write(bed, Patient("bo", "1"), "Patient?identifier=urn:x|1"));
        Assert.Equal(WriteOutcome.PreconditionFailed, await Write(bed, Patient("carl", "1"), "Patient?identifier=urn:x|1", "eva"));
        Assert.Equal(WriteOutcome.PreconditionFailed, await Write(bed, Patient("dan", "1"), "Patient?identifier=urn:x|2", "ida"));
        Assert.Null(await bed.Store.ReadAsync("Patient", "bo", default));
    }

    [Fact]
    public async Task Of_many_conditional_creates_at_the_same_time_exactly_one_succeeds()
    {
        await using var bed = new SearchBed();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Write(bed, Patient($"p{i}", "same"), "Patient?identifier=urn:x|same")));

        Assert.Single(outcomes, WriteOutcome.Committed);
        Assert.Equal(39, outcomes.Count(outcome => outcome == WriteOutcome.PreconditionFailed));
        Assert.Single((await bed.Store.SearchAsync(bed.Parse("Patient?identifier=urn:x|same").Request!, default)).Entries);
    }

    [Fact]
    public async Task A_search_sees_every_write_that_was_answered_before_it()
    {
        await using var bed = new SearchBed();
        for (var i = 1; i <= 20; i++)
        {
            await bed.Put(Patient($"p{i}", $"{i}"));
            var page = await bed.Store.SearchAsync(bed.Parse($"Patient?identifier=urn:x|{i}").Request!, default);
            Assert.Equal($"p{i}", Assert.Single(page.Entries).Version.Id);
        }
    }

    private static Task<WriteOutcome> Write(SearchBed bed, string resource, string search, params string[] expectedIds) =>
        bed.Store.WriteAsync(
            new WriteUnit([bed.Operation(IndexingFixture.Parse(resource))], [new WritePrecondition(bed.Parse(search).Request!, expectedIds)]), default);

    private static string Patient(string id, string identifier) =>
        $$"""{"resourceType":"Patient","id":"{{id}}","identifier":[{"system":"urn:x","value":"{{identifier}}"}]}""";
}

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class PagingTests : PagingBehaviour
{
    protected override SearchBed Bed { get; } = new();

    protected override long? TotalUnasked => 25;
}

/// <summary>The same with every criterion taken for one that leaves many: searches walk the index of their order.</summary>
public sealed class PagingOverManyTests : PagingBehaviour
{
    protected override SearchBed Bed { get; } = new(Indexing.IndexingFixture.Options with { FewRows = 2 });

    protected override long? TotalUnasked => null;
}

/// <summary>What paging must do however the search is run.</summary>
public abstract class PagingBehaviour : IAsyncLifetime
{
    protected abstract SearchBed Bed { get; }

    protected abstract long? TotalUnasked { get; }

    public Task InitializeAsync() => Bed.Put([.. Enumerable.Range(0, 25).Select(Patient)]);

    public async Task DisposeAsync() => await Bed.DisposeAsync();

    [Theory]
    [InlineData("Patient?gender=male")]
    [InlineData("Patient")]
    [InlineData("Patient?_sort=family")]
    [InlineData("Patient?_sort=-family,birthdate")]
    [InlineData("Patient?_sort=-birthdate")]
    [InlineData("Patient?_sort=birthdate,-_id")]
    [InlineData("Patient?_sort=-_lastUpdated")]
    [InlineData("Patient?_sort=_lastUpdated,_id")]
    [InlineData("Patient?_sort=identifier")]
    [InlineData("Patient?_sort=-gender,name")]
    [InlineData("Patient?gender=male&_sort=-birthdate")]
    [InlineData("Patient?gender=male,female&_sort=family")]
    [InlineData("Patient?identifier:missing=false&_sort=birthdate")]
    [InlineData("Patient?gender:not=female&_sort=_lastUpdated")]
    [InlineData("Patient?_lastUpdated=gt2020&_sort=-_lastUpdated")]
    [InlineData("Patient?_sort=_id")]
    [InlineData("?_type=Patient&_sort=-_id")]
    [InlineData("?_sort=_lastUpdated")]
    public async Task Pages_hold_each_match_once_in_the_order_of_one_page(string url)
    {
        var whole = (await Bed.Search(url + With(url) + "_count=100")).Entries.Select(entry => entry.Version.Id).ToList();
        var pages = await Walk(url + With(url) + "_count=4", _ => Task.CompletedTask);
        Assert.Equal(25, whole.Count);
        Assert.Equal(whole, pages);
    }

    [Theory]
    [InlineData("Patient?gender=male")]
    [InlineData("Patient?_sort=family")]
    [InlineData("Patient?_sort=-birthdate")]
    [InlineData("Patient?_sort=-_lastUpdated")]
    public async Task Resources_that_do_not_change_come_once_while_others_come_change_and_go(string url)
    {
        var round = 0;
        var seen = await Walk(url + With(url) + "_count=3", async page =>
        {
            // The last one of each page is changed so that it would sort elsewhere, or deleted; a new one comes with each page.
            round++;
            var last = page.Entries[^1].Version.Id;
            if (round % 2 == 0)
            {
                await Bed.Delete("Patient", last);
            }
            else
            {
                await Bed.Put($$"""{"resourceType":"Patient","id":"{{last}}","gender":"male","birthDate":"1900-01-01","name":[{"family":"AAA"}]}""");
            }

            await Bed.Put($$"""{"resourceType":"Patient","id":"new{{round}}","gender":"male","birthDate":"1985-01-0{{(round % 9) + 1}}","name":[{"family":"Mmm"}]}""");
        });

        var old = seen.Where(id => id.StartsWith('p')).ToList();
        Assert.Equal(25, old.Distinct().Count());
        Assert.True(old.Count == old.Distinct().Count() || url.Contains("_sort", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_total_is_given_when_it_is_known_or_asked_for()
    {
        Assert.Equal(25, (await Bed.Search("Patient?_count=25")).Total);
        Assert.Equal(TotalUnasked, (await Bed.Search("Patient?_count=24")).Total);
        Assert.Equal(TotalUnasked, (await Bed.Search("Patient?gender=male&_count=24")).Total);
        Assert.Equal(25, (await Bed.Search("Patient?_count=24&_total=accurate")).Total);
        Assert.Equal(25, (await Bed.Search("Patient?_count=24&_total=estimate")).Total);
        Assert.Null((await Bed.Search("Patient?_count=25&_total=none")).Total);
        Assert.Equal(5, (await Bed.Search("Patient?birthdate=1981&_total=accurate&_count=1")).Total);
    }

    [Theory]
    [InlineData("Patient?_count=0")]
    [InlineData("Patient?_summary=count")]
    public async Task Only_the_number_is_given_when_only_it_is_asked_for(string url)
    {
        var page = await Bed.Search(url);
        Assert.Equal(25, page.Total);
        Assert.Empty(page.Entries);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task A_cursor_that_was_changed_or_belongs_to_another_search_is_refused()
    {
        var cursor = (await Bed.Search("Patient?_count=3")).NextCursor!;
        Assert.NotNull(Bed.Parse($"Patient?_count=3&_cursor={cursor}").Request);
        foreach (var wrong in (string[])[cursor[..^1] + (cursor[^1] == 'A' ? 'Q' : 'A'), cursor[1..], cursor + "A", "x", "!", new string('A', 32), new string('A', 500)])
        {
            var parsed = Bed.Parse($"Patient?_count=3&_cursor={wrong}");
            Assert.Null(parsed.Request);
            Assert.Equal(SearchIssueCode.Invalid, Assert.Single(parsed.Errors).Code);
        }

        Assert.Null(Bed.Parse($"Patient?gender=male&_count=3&_cursor={cursor}").Request);
        Assert.Null(Bed.Parse($"Observation?_count=3&_cursor={cursor}").Request);
    }

    [Fact]
    public async Task A_precondition_sees_what_the_same_group_of_writes_has_stored()
    {
        var search = Bed.Parse("Patient?identifier=http://i|new").Request!;
        var operation = Bed.Operation(Indexing.IndexingFixture.Parse("""{"resourceType":"Patient","id":"n1","identifier":[{"system":"http://i","value":"new"}]}"""));
        var again = Bed.Operation(Indexing.IndexingFixture.Parse("""{"resourceType":"Patient","id":"n2","identifier":[{"system":"http://i","value":"new"}]}"""));
        var first = Bed.Store.WriteAsync(new WriteUnit([operation], [new WritePrecondition(search, [])]), default);
        var second = Bed.Store.WriteAsync(new WriteUnit([again], [new WritePrecondition(search, [])]), default);
        Assert.Equal([WriteOutcome.Committed, WriteOutcome.PreconditionFailed], [await first, await second]);
        Assert.Equal("n1", await Bed.Find("Patient?identifier=http://i|new"));
    }

    private static string With(string url) => url.Contains('?', StringComparison.Ordinal) ? "&" : "?";

    private static string Patient(int i) =>
        $$"""
        {"resourceType":"Patient","id":"p{{i}}","identifier":[{"value":"v{{i * 7 % 25}}"}],"gender":"male"{{(i % 5 == 4 ? "" : $",\"birthDate\":\"198{i % 5}-01-01\"")}}
         {{(i % 7 == 6 ? "" : $",\"name\":[{{\"family\":\"F{i % 6}\"}}]")}} }
        """;

    private async Task<List<string>> Walk(string url, Func<SearchPage, Task> between)
    {
        var ids = new List<string>();
        var page = await Bed.Search(url);
        for (var pages = 1; ; pages++)
        {
            ids.AddRange(page.Entries.Select(entry => entry.Version.Id));
            if (page.NextCursor is not { } cursor)
            {
                return ids;
            }

            Assert.True(pages < 100);
            await between(page);
            page = await Bed.Search($"{url}&_cursor={cursor}");
        }
    }
}

using System.Text;
using FhirPsychAcute.Storage.Tests.Writing;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Changes;

public sealed class ChangeFeedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Versions_come_in_the_order_of_their_commits_whatever_their_type()
    {
        await using var store = Open(folder);
        await store.Write(Put("Task", "a", 0, "a1"));
        await store.Write(Put("Encounter", "c", 0, "c1"));
        await store.Write(Put("Procedure", "b", 0, "b1"));
        await store.Write(Put("Task", "a", 1, "a2"), Delete("Procedure", "b", 1));

        var page = store.Changes.Read(["Procedure", "Task"], 0, 10);

        Assert.Equal(["Task/a/1 a1", "Procedure/b/1 b1", "Task/a/2 a2", "Procedure/b/2 "], Lines(page));
        Assert.Equal(store.Changes.Last, page.End);
    }

    [Fact]
    public async Task Pages_join_without_gap_and_end_where_the_store_ends()
    {
        await using var store = Open(folder);
        foreach (var i in Enumerable.Range(1, 7))
        {
            await store.Write(Put(i % 2 == 0 ? "Task" : "Procedure", $"r{i}", 0, "x"));
        }

        await store.Write(Put("Encounter", "last", 0, "x"));
        var ids = new List<string>();
        var after = 0L;
        while (after < store.Changes.Last)
        {
            var page = store.Changes.Read(["Task", "Procedure"], after, 3);
            ids.AddRange(page.Changes.Select(change => change.Version.Id));
            after = page.End;
        }

        Assert.Equal(["r1", "r2", "r3", "r4", "r5", "r6", "r7"], ids);
    }

    [Fact]
    public async Task A_filter_leaves_out_versions_by_their_text_but_no_deletion()
    {
        await using var store = Open(folder);
        await store.Write(Put("Task", "a", 0, "wanted"), Put("Task", "b", 0, "other"), Put("Procedure", "c", 0, "wanted"));
        await store.Write(Delete("Task", "b", 1));

        var page = store.Changes.Read(["Task", "Procedure"], 0, 10, static (type, json) => type == "Task" && json.SequenceEqual("wanted"u8));

        Assert.Equal(["Task/a/1 wanted", "Task/b/2 "], Lines(page));
        Assert.Equal(store.Changes.Last, page.End);
    }

    [Fact]
    public async Task Large_contents_end_a_page_early()
    {
        await using var store = FhirStore.Open(new StorageOptions { DataFile = folder.File("large.db"), PageMebibytes = 1 });
        foreach (var i in Enumerable.Range(1, 4))
        {
            await store.Write(Put("Task", $"t{i}", 0, new string('x', 600_000)));
        }

        var first = store.Changes.Read(["Task"], 0, 100);
        var second = store.Changes.Read(["Task"], first.End, 100);

        Assert.Equal(["t1", "t2"], first.Changes.Select(change => change.Version.Id));
        Assert.Equal(["t3", "t4"], second.Changes.Select(change => change.Version.Id));
    }

    [Fact]
    public async Task A_commit_wakes_those_who_wait_for_its_types_and_no_others()
    {
        await using var store = Open(folder);
        var task = store.Changes.WaitAsync(["Task"], store.Changes.Last, default);
        var procedure = store.Changes.WaitAsync(["Procedure"], store.Changes.Last, default);

        await store.Write(Put("Task", "a", 0, "x"));

        await task;
        Assert.False(procedure.IsCompleted);
    }

    [Fact]
    public async Task Waiting_ends_at_once_where_something_has_come_meanwhile()
    {
        await using var store = Open(folder);
        var before = store.Changes.Last;
        await store.Write(Put("Task", "a", 0, "x"));

        Assert.True(store.Changes.WaitAsync(["Task"], before, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        await using var store = Open(folder);
        using var cancellation = new CancellationTokenSource();
        var waiting = store.Changes.WaitAsync(["Task"], store.Changes.Last, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_unit_that_is_refused_wakes_nobody()
    {
        await using var store = Open(folder);
        await store.Write(Put("Encounter", "c", 0, "x"));
        var task = store.Changes.WaitAsync(["Task"], store.Changes.Last, default);

        Assert.Equal(WriteOutcome.VersionConflict, await store.Write(Put("Task", "a", 0, "x"), Put("Encounter", "c", 0, "x")));

        Assert.False(task.IsCompleted);
    }

    [Fact]
    public async Task A_follower_goes_on_where_it_was_after_the_store_was_closed()
    {
        await using (var store = Open(folder))
        {
            await store.Write(Put("Task", "a", 0, "x"));
            await store.Changes.SaveAsync("one", new FeedPosition(1, 1));
            await store.Changes.SaveAsync("one", new FeedPosition(5, 3));
            await store.Write(Put("Task", "b", 0, "x"));
        }

        await using var again = Open(folder);
        Assert.Equal(new FeedPosition(5, 3), again.Changes.Position("one"));
        Assert.Null(again.Changes.Position("two"));
        Assert.Equal(["b"], again.Changes.Read(["Task"], 1, 10).Changes.Select(change => change.Version.Id));
    }

    [Fact]
    public async Task What_a_follower_gives_up_is_kept_until_it_is_taken_or_the_follower_is_forgotten()
    {
        await using var store = Open(folder);
        await store.Changes.GiveUpAsync("one", new FeedRefusal(3, Morning, 5, "422"), new FeedPosition(3, 0));
        await store.Changes.GiveUpAsync("one", new FeedRefusal(4, Morning, 5, "400"), new FeedPosition(4, 0));
        await store.Changes.GiveUpAsync("one", new FeedRefusal(4, Morning.AddHours(1), 6, "409"), new FeedPosition(4, 0));
        await store.Changes.GiveUpAsync("two", new FeedRefusal(4, Morning, 5, "400"), new FeedPosition(4, 0));

        Assert.Equal([new FeedRefusal(3, Morning, 5, "422"), new FeedRefusal(4, Morning.AddHours(1), 6, "409")], store.Changes.Refusals("one", 0, 10));
        await store.Changes.RemoveRefusalAsync("one", 3);
        Assert.Equal(1, store.Changes.CountRefusals("one"));
        await store.Changes.ForgetAsync("one");
        Assert.Empty(store.Changes.Refusals("one", 0, 10));
        Assert.Null(store.Changes.Position("one"));
        Assert.Equal(1, store.Changes.CountRefusals("two"));
    }

    private static IEnumerable<string> Lines(ChangePage page) =>
        page.Changes.Select(change => $"{change.Version.Type}/{change.Version.Id}/{change.Version.Version} {Encoding.UTF8.GetString(change.Version.Content.Span)}");
}

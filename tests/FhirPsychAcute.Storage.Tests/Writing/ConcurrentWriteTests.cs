using System.Globalization;
using System.Text;
using FhirPsychAcute.Storage.Writing;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class ConcurrentWriteTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private FhirStore store = null!;

    public Task InitializeAsync()
    {
        store = Open(folder);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_update_is_lost_when_many_count_in_the_same_resources()
    {
        await store.Write([.. Enumerable.Range(0, 4).Select(i => Put("Basic", $"counter{i}", 0, "0"))]);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(() => CountUp($"counter{task % 4}", times: 25))));

        for (var i = 0; i < 4; i++)
        {
            // 4 tasks, 25 times each, every one on top of the version before.
            Assert.Equal("100", await store.Content("Basic", $"counter{i}"));
            var history = await store.HistoryAsync(new HistoryRequest("Basic", $"counter{i}", 200, null, null, null), default);
            Assert.Equal(Enumerable.Range(0, 101).Reverse().Select(n => n.ToString(CultureInfo.InvariantCulture)), history.Versions.Select(v => Encoding.UTF8.GetString(v.Content.Span)));
            Assert.Equal(Enumerable.Range(1, 101).Reverse().Select(n => (long)n), history.Versions.Select(v => v.Version));
        }
    }

    [Fact]
    public async Task Of_many_creates_of_one_id_exactly_one_succeeds()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => store.Write(Put("Patient", "ida", 0, $"content {i}")))));

        Assert.Single(outcomes, WriteOutcome.Committed);
        Assert.Equal(63, outcomes.Count(outcome => outcome == WriteOutcome.VersionConflict));
        var winner = Array.IndexOf(outcomes, WriteOutcome.Committed);
        Assert.Equal($"content {winner}", await store.Content("Patient", "ida"));
    }

    [Fact]
    public async Task Units_that_share_a_commit_each_hear_their_own_outcome()
    {
        await store.Write(Put("Patient", "ida", 0, "first"));
        var writes = new List<Task<WriteOutcome>>();
        for (var i = 0; i < 200; i++)
        {
            writes.Add(i % 2 == 0 ? store.Write(Put("Basic", $"b{i}", 0, "new")) : store.Write(Put("Basic", $"c{i}", 0, "new"), Put("Patient", "ida", 7, "stale")));
        }

        var outcomes = await Task.WhenAll(writes);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(i % 2 == 0 ? WriteOutcome.Committed : WriteOutcome.VersionConflict, outcomes[i]);
            Assert.Equal(i % 2 == 0, await store.ReadAsync("Basic", $"b{i}", default) is not null);
            Assert.Null(await store.ReadAsync("Basic", $"c{i}", default));
        }
    }

    [Fact]
    public async Task Readers_see_only_whole_units_while_units_are_written()
    {
        await store.Write(Put("Basic", "left", 0, "0"), Put("Basic", "right", 0, "0"));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var pairs = 0;
            while (!done.IsCancellationRequested)
            {
                // One page is of one moment: both sides must be there.
                var page = await store.HistoryAsync(new HistoryRequest("Basic", null, 2, null, null, null), CancellationToken.None);
                Assert.Equal(page.Versions[0].Version, page.Versions[1].Version);
                pairs++;
            }

            return pairs;
        });
        for (var version = 1; version <= 200; version++)
        {
            await store.Write(Put("Basic", "left", version, "x"), Put("Basic", "right", version, "x"));
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
    }

    [Fact]
    public async Task A_write_that_was_cancelled_before_it_began_stores_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => store.WriteAsync(new WriteUnit([Put("Patient", "ida", 0, "x")], []), cancelled.Token));
        Assert.Null(await store.ReadAsync("Patient", "ida", default));
    }

    [Fact]
    public void A_full_queue_refuses_the_next_unit()
    {
        var queue = new WriteQueue(maxUnits: 2, maxBytes: 1000);
        var names = new FhirPsychAcute.Storage.Database.StoreNames();
        PreparedUnit Unit(int bytes) => PreparedUnit.From(new WriteUnit([Put("Basic", "b", 0, new string('x', bytes))], []), names, default);

        queue.Add(Unit(10));
        queue.Add(Unit(10));
        Assert.Equal(StoreFault.Overloaded, Assert.Throws<StoreException>(() => queue.Add(Unit(10))).Fault);

        var group = new List<PreparedUnit>();
        queue.Take(group, maxOperations: 10, idleMilliseconds: 0, out _, out _);
        queue.Add(Unit(600));
        Assert.Equal(StoreFault.Overloaded, Assert.Throws<StoreException>(() => queue.Add(Unit(600))).Fault);
    }

    private async Task CountUp(string id, int times)
    {
        for (var done = 0; done < times;)
        {
            var current = (await store.ReadAsync("Basic", id, CancellationToken.None))!;
            var next = int.Parse(Encoding.UTF8.GetString(current.Content.Span), CultureInfo.InvariantCulture) + 1;
            if (await store.Write(Put("Basic", id, current.Version, next.ToString(CultureInfo.InvariantCulture))) == WriteOutcome.Committed)
            {
                done++;
            }
        }
    }
}

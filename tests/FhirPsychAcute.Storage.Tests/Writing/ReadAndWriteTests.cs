using System.Text;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class ReadAndWriteTests : IAsyncLifetime, IDisposable
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
    public async Task A_created_resource_is_read_back_as_it_was_written()
    {
        var written = new DateTimeOffset(2026, 3, 1, 8, 0, 0, 123, TimeSpan.Zero);
        var outcome = await store.Write(Put("Patient", "ida", 0, """{"resourceType":"Patient","id":"ida"}""", at: written));

        Assert.Equal(WriteOutcome.Committed, outcome);
        var read = await store.ReadAsync("Patient", "ida", default);
        Assert.NotNull(read);
        Assert.Equal("Patient", read.Type);
        Assert.Equal("ida", read.Id);
        Assert.Equal(1, read.Version);
        Assert.Equal(written, read.LastUpdated);
        Assert.Equal(VersionMethod.Put, read.Method);
        Assert.Equal("""{"resourceType":"Patient","id":"ida"}""", Encoding.UTF8.GetString(read.Content.Span));
    }

    [Fact]
    public async Task An_id_that_was_never_used_is_null()
    {
        Assert.Null(await store.ReadAsync("Patient", "nobody", default));
        Assert.Null(await store.ReadVersionAsync("Patient", "nobody", 1, default));
    }

    [Fact]
    public async Task Ids_are_told_apart_by_type_and_by_case()
    {
        await store.Write(Put("Patient", "a", 0, "patient a"), Put("Patient", "A", 0, "patient A"), Put("Encounter", "a", 0, "encounter a"));

        Assert.Equal("patient a", await store.Content("Patient", "a"));
        Assert.Equal("patient A", await store.Content("Patient", "A"));
        Assert.Equal("encounter a", await store.Content("Encounter", "a"));
    }

    [Fact]
    public async Task An_update_makes_version_two_and_keeps_version_one()
    {
        await store.Write(Put("Patient", "ida", 0, "first"));
        await store.Write(Put("Patient", "ida", 1, "second"));

        Assert.Equal(2, (await store.ReadAsync("Patient", "ida", default))!.Version);
        Assert.Equal("second", await store.Content("Patient", "ida"));
        Assert.Equal("first"u8.ToArray(), (await store.ReadVersionAsync("Patient", "ida", 1, default))!.Content.ToArray());
        Assert.Equal("second"u8.ToArray(), (await store.ReadVersionAsync("Patient", "ida", 2, default))!.Content.ToArray());
        Assert.Null(await store.ReadVersionAsync("Patient", "ida", 3, default));
    }

    [Fact]
    public async Task A_deletion_is_a_version_without_content()
    {
        await store.Write(Put("Patient", "ida", 0, "first"));
        await store.Write(Delete("Patient", "ida", 1));

        var read = await store.ReadAsync("Patient", "ida", default);
        Assert.True(read!.IsDeleted);
        Assert.Equal(2, read.Version);
        Assert.True(read.Content.IsEmpty);
    }

    [Fact]
    public async Task A_deleted_resource_comes_back_as_the_next_version()
    {
        await store.Write(Put("Patient", "ida", 0, "first"));
        await store.Write(Delete("Patient", "ida", 1));

        Assert.Equal(WriteOutcome.VersionConflict, await store.Write(Put("Patient", "ida", 0, "again")));
        Assert.Equal(WriteOutcome.Committed, await store.Write(Put("Patient", "ida", 2, "again")));
        Assert.Equal(3, (await store.ReadAsync("Patient", "ida", default))!.Version);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing()
    {
        await store.Write(Put("Patient", "ida", 0, "first"));
        await store.Write(Put("Patient", "ida", 1, "second"));

        Assert.Equal(WriteOutcome.VersionConflict, await store.Write(Put("Patient", "ida", 1, "stale")));
        Assert.Equal(WriteOutcome.VersionConflict, await store.Write(Put("Patient", "ida", 5, "from the future")));
        Assert.Equal("second", await store.Content("Patient", "ida"));
    }

    [Fact]
    public async Task A_unit_whose_57th_change_conflicts_stores_nothing()
    {
        await store.Write(Put("Observation", "o57", 0, "there already"));
        var changes = Enumerable.Range(1, 100).Select(i => Put("Observation", $"o{i}", 0, $"content {i}")).ToArray();

        Assert.Equal(WriteOutcome.VersionConflict, await store.Write(changes));
        Assert.Null(await store.ReadAsync("Observation", "o1", default));
        Assert.Null(await store.ReadAsync("Observation", "o56", default));
        Assert.Null(await store.ReadAsync("Observation", "o100", default));
        Assert.Equal("there already", await store.Content("Observation", "o57"));
        Assert.Equal(1, (await store.HistoryAsync(new HistoryRequest(null, null, 10, null, null, null), default)).Total);
    }

    [Fact]
    public async Task A_unit_that_names_a_resource_twice_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => store.Write(Put("Patient", "ida", 0, "one"), Put("Patient", "ida", 1, "two")));

        Assert.Contains("Patient/ida", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await store.ReadAsync("Patient", "ida", default));
    }

    [Fact]
    public async Task Resources_of_a_unit_may_refer_to_each_other_in_any_order()
    {
        var rows = new IndexRows();
        rows.References.Add(new ReferenceRow(1, "Patient", "ida", "", ""));
        var outcome = await store.Write(Put("Observation", "o1", 0, "refers to ida", rows), Put("Patient", "ida", 0, "ida"));

        Assert.Equal(WriteOutcome.Committed, outcome);
        Assert.Equal("ida", await store.Content("Patient", "ida"));
    }

    [Fact]
    public async Task A_resource_that_is_only_referred_to_does_not_exist()
    {
        var rows = new IndexRows();
        rows.References.Add(new ReferenceRow(1, "Patient", "later", "", ""));
        await store.Write(Put("Observation", "o1", 0, "refers to later", rows));

        Assert.Null(await store.ReadAsync("Patient", "later", default));
        Assert.Equal(0, (await store.HistoryAsync(new HistoryRequest("Patient", "later", 10, null, null, null), default)).Total);
        Assert.Equal(WriteOutcome.Committed, await store.Write(Put("Patient", "later", 0, "now")));
        Assert.Equal("now", await store.Content("Patient", "later"));
    }

    [Fact]
    public async Task Content_of_many_megabytes_is_kept()
    {
        var content = new string('x', 40_000_000);
        await store.Write(Put("Binary", "big", 0, content));

        Assert.Equal(40_000_000, (await store.ReadAsync("Binary", "big", default))!.Content.Length);
    }

    [Fact]
    public async Task The_rows_may_be_reused_as_soon_as_the_write_is_queued()
    {
        var rows = new IndexRows();
        var writes = new List<Task<WriteOutcome>>();
        for (var i = 0; i < 50; i++)
        {
            rows.Clear();
            rows.Tokens.Add(new TokenRow(1, "urn:s", $"code {i}"));
            writes.Add(store.Write(Put("Basic", $"b{i}", 0, "x", rows)));
        }

        await Task.WhenAll(writes);
        Assert.All(writes, write => Assert.Equal(WriteOutcome.Committed, write.Result));
    }
}

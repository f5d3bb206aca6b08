using System.Text;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class HistoryTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset[] Hours = [.. Enumerable.Range(0, 10).Select(hour => Morning.AddHours(hour))];
    private readonly TemporaryFolder folder = new();
    private FhirStore store = null!;

    public async Task InitializeAsync()
    {
        store = Open(folder);
        await store.Write(Put("Patient", "ida", 0, "ida 1", at: Hours[0]));
        await store.Write(Put("Patient", "bo", 0, "bo 1", at: Hours[1]));
        await store.Write(Put("Encounter", "call", 0, "call 1", at: Hours[2]));
        await store.Write(Put("Patient", "ida", 1, "ida 2", at: Hours[3]));
        await store.Write(Delete("Patient", "ida", 2, at: Hours[4]));
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Instance_history_is_newest_first_with_its_deletion()
    {
        var page = await History("Patient", "ida");

        Assert.Equal(["Patient/ida/3 deleted", "Patient/ida/2 ida 2", "Patient/ida/1 ida 1"], Lines(page));
        Assert.Equal(3, page.Total);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Type_history_has_all_resources_of_the_type()
    {
        var page = await History("Patient", null);

        Assert.Equal(["Patient/ida/3 deleted", "Patient/ida/2 ida 2", "Patient/bo/1 bo 1", "Patient/ida/1 ida 1"], Lines(page));
        Assert.Equal(4, page.Total);
    }

    [Fact]
    public async Task System_history_has_everything()
    {
        var page = await History(null, null);

        Assert.Equal(
            ["Patient/ida/3 deleted", "Patient/ida/2 ida 2", "Encounter/call/1 call 1", "Patient/bo/1 bo 1", "Patient/ida/1 ida 1"], Lines(page));
        Assert.Equal(5, page.Total);
    }

    [Theory]
    [InlineData(null, null, 5)]
    [InlineData("Patient", null, 4)]
    [InlineData("Patient", "ida", 3)]
    public async Task Pages_join_without_gap_while_others_write(string? type, string? id, int total)
    {
        var lines = new List<string>();
        var first = await store.HistoryAsync(new HistoryRequest(type, id, 2, null, null, null), default);
        lines.AddRange(Lines(first));
        await store.Write(Put("Patient", "ida", 3, "ida 4", at: Hours[5]));
        for (var next = first.NextCursor; next is not null;)
        {
            var page = await store.HistoryAsync(new HistoryRequest(type, id, 2, null, null, next), default);
            lines.AddRange(Lines(page));
            next = page.NextCursor;
        }

        Assert.Equal(total, lines.Count);
        Assert.Equal(total, lines.Distinct().Count());
        Assert.DoesNotContain("Patient/ida/4 ida 4", lines);
    }

    [Fact]
    public async Task Since_gives_versions_from_that_time_on()
    {
        var system = await store.HistoryAsync(new HistoryRequest(null, null, 10, Hours[2], null, null), default);
        var type = await store.HistoryAsync(new HistoryRequest("Patient", null, 10, Hours[2], null, null), default);
        var instance = await store.HistoryAsync(new HistoryRequest("Patient", "ida", 10, Hours[2], null, null), default);

        Assert.Equal(["Patient/ida/3 deleted", "Patient/ida/2 ida 2", "Encounter/call/1 call 1"], Lines(system));
        Assert.Equal(3, system.Total);
        Assert.Equal(["Patient/ida/3 deleted", "Patient/ida/2 ida 2"], Lines(type));
        Assert.Equal(2, type.Total);
        Assert.Equal(["Patient/ida/3 deleted", "Patient/ida/2 ida 2"], Lines(instance));
    }

    [Fact]
    public async Task At_gives_the_versions_that_were_current_in_the_period()
    {
        var page = await store.HistoryAsync(new HistoryRequest("Patient", null, 10, null, (Hours[2], Hours[2].AddMinutes(1)), null), default);

        Assert.Equal(["Patient/bo/1 bo 1", "Patient/ida/1 ida 1"], Lines(page));
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public async Task A_count_of_zero_gives_the_total_only()
    {
        var page = await store.HistoryAsync(new HistoryRequest("Patient", null, 0, null, null, null), default);

        Assert.Empty(page.Versions);
        Assert.Equal(4, page.Total);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task A_page_ends_early_when_its_content_is_much()
    {
        await store.DisposeAsync();
        store = FhirStore.Open(new StorageOptions { DataFile = folder.File("store.db"), PageMebibytes = 1 });
        await store.Write([.. Enumerable.Range(0, 5).Select(i => Put("Binary", $"b{i}", 0, new string('x', 600_000)))]);

        var page = await History("Binary", null);

        Assert.Equal(2, page.Versions.Count);
        Assert.Equal(5, page.Total);
        Assert.NotNull(page.NextCursor);
    }

    [Fact]
    public async Task A_type_or_id_that_was_never_used_has_an_empty_history()
    {
        Assert.Equal(0, (await History("Basic", null)).Total);
        Assert.Equal(0, (await History("Patient", "nobody")).Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("hzz")]
    [InlineData("h-1")]
    [InlineData("12")]
    [InlineData("hffffffffffffffffffff")]
    public async Task A_cursor_that_is_not_ours_is_refused(string cursor) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.HistoryAsync(new HistoryRequest(null, null, 2, null, null, cursor), default));

    private ValueTask<HistoryPage> History(string? type, string? id) => store.HistoryAsync(new HistoryRequest(type, id, 10, null, null, null), default);

    private static string[] Lines(HistoryPage page) =>
        [.. page.Versions.Select(v => $"{v.Type}/{v.Id}/{v.Version} {(v.IsDeleted ? "deleted" : Encoding.UTF8.GetString(v.Content.Span))}")];
}

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class UnusualValueTests : IAsyncLifetime
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("abcdefghij", 150));

    private SearchBed Bed { get; } = new();

    public Task InitializeAsync() => Bed.Put(
        $$"""{"resourceType":"Patient","id":"long","identifier":[{"system":"http://{{Long}}","value":"{{Long}}"}],"name":[{"family":"{{Long}}x"}]}""",
        $$"""{"resourceType":"Patient","id":"longer","identifier":[{"system":"http://{{Long}}","value":"{{Long}}y"}],"name":[{"family":"{{Long}}y"}]}""",
        """{"resourceType":"Patient","id":"emoji","name":[{"family":"Smile 😀"}],"identifier":[{"system":"","value":"q'\"--;"}]}"""
            .Replace("\"system\":\"\",", "", StringComparison.Ordinal));

    public async Task DisposeAsync() => await Bed.DisposeAsync();

    [Fact]
    public async Task Long_values_are_told_apart_by_their_ends()
    {
        Assert.Equal("long", await Bed.Find($"Patient?identifier={Long}"));
        Assert.Equal("longer", await Bed.Find($"Patient?identifier=http://{Long}|{Long}y"));
        Assert.Equal("longer", await Bed.Find($"Patient?identifier={Long}y&_id=long,longer"));
        Assert.Equal("long", await Bed.Find($"Patient?family:exact={Long}x"));

        // String search compares the first 512 characters.
        Assert.Equal("long longer", await Bed.Find($"Patient?family={Long}x"));
    }

    [Fact]
    public async Task Any_character_may_stand_in_a_value()
    {
        Assert.Equal("emoji", await Bed.Find("Patient?family=smile 😀"));
        Assert.Equal("emoji", await Bed.Find("Patient?family:contains=😀"));
        Assert.Equal("emoji", await Bed.Find("Patient?identifier=q'\"--;"));
        Assert.Equal("", await Bed.Find("Patient?family=\uD83D"));
        Assert.Equal("", await Bed.Find("Patient?identifier=\uD83D&family:exact=\uDE00&_tag=\uFFFF|\uFFFE"));
        Assert.Equal("", await Bed.Find("Patient?family=\u0001\u001F\u007F"));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up_and_the_store_goes_on()
    {
        await using var hasty = new SearchBed(Indexing.IndexingFixture.Options with { MaxDuration = TimeSpan.Zero });
        var fault = await Assert.ThrowsAsync<StoreException>(() => hasty.Find("Patient?family=x"));
        Assert.Equal(StoreFault.TimedOut, fault.Fault);
        Assert.Null(await hasty.Store.ReadAsync("Patient", "x", default));
    }

    [Theory]
    [InlineData("subject.", "x")]
    [InlineData(".name", "x")]
    [InlineData("subject:.name", "x")]
    [InlineData("subject..name", "x")]
    [InlineData(":", "x")]
    [InlineData(":exact", "x")]
    [InlineData("_has:", "x")]
    [InlineData("_has:::", "x")]
    [InlineData("_has:Observation:patient:", "x")]
    [InlineData("_sort", ",")]
    [InlineData("_sort", "-")]
    [InlineData("_include", ":")]
    [InlineData("_include", "*:*")]
    [InlineData("_elements", ",")]
    [InlineData("code", ",")]
    [InlineData("code", " , ")]
    [InlineData("code", "\\")]
    [InlineData("_type", "Nothing")]
    [InlineData("_count", "99999999999999999999")]
    [InlineData("_lastUpdated", "ge")]
    [InlineData("_cursor", "")]
    public void Half_names_and_empty_lists_are_no_exception(string name, string value)
    {
        foreach (var type in (string?[])["Observation", null])
        {
            var parsed = Bed.Parser.Parse(type, [new(name, value)]);
            Assert.True(parsed.Request is null ? parsed.Errors.Count > 0 : parsed.Errors.Count == 0);
            Assert.All(parsed.Errors.Concat(parsed.Warnings), issue => Assert.EndsWith(".", issue.Message, StringComparison.Ordinal));
        }
    }
}

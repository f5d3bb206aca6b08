using FsCheck;
using FsCheck.Fluent;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class IndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_kind_of_row_comes_into_its_table()
    {
        var rows = new IndexRows();
        rows.Tokens.Add(new TokenRow(1, "http://loinc.org", "8480-6"));
        rows.Tokens.Add(new TokenRow(1, "", "8480-6", Group: 2));
        rows.Strings.Add(new StringRow(2, "søndergård", "Søndergård"));
        rows.Strings.Add(new StringRow(2, "søndergård", "SØNDERGÅRD"));
        rows.Dates.Add(new DateRow(3, long.MinValue, 1_700_000_000_000_000));
        rows.Numbers.Add(new NumberRow(4, -0.5, double.PositiveInfinity));
        rows.Quantities.Add(new QuantityRow(5, "http://unitsofmeasure.org", "mm[Hg]", 119.5, 120.5));
        rows.Uris.Add(new UriRow(6, "https://fhirpsychacute.dk/ig"));
        rows.References.Add(new ReferenceRow(7, "Patient", "ida", "", "2"));
        rows.References.Add(new ReferenceRow(7, "", "", "https://elsewhere.dk/Patient/1", ""));
        await using (var store = Open(folder))
        {
            await store.Write(Put("Observation", "o1", 0, "x", rows));
        }

        // The observation is resource 1, ida (referred to only) is 2; systems are numbered in order of appearance.
        Assert.Equal(
            [
                "Date|3|1|0|-9223372036854775808|1700000000000000",
                "Number|4|1|0|-0.5|Infinity",
                "Quantity|5|1|0|119.5|120.5|mm[Hg]|2",
                "Reference|7|1|0|0|https://elsewhere.dk/Patient/1|",
                "Reference|7|1|0|2||2",
                "String|2|1|0|søndergård|SØNDERGÅRD|1",
                "String|2|1|0|søndergård|Søndergård|0",
                "Token|1|1|0|8480-6|1",
                "Token|1|1|2|8480-6|0",
                "Uri|6|1|0|https://fhirpsychacute.dk/ig",
            ],
            IndexContents.Actual(folder.File("store.db")));
    }

    [Fact]
    public async Task An_update_replaces_the_rows_and_a_deletion_removes_them()
    {
        await using (var store = Open(folder))
        {
            await store.Write(Put("Task", "t", 0, "x", Tokens("requested", "stays")), Put("Task", "u", 0, "x", Tokens("other")));
        }

        await using (var store = Open(folder))
        {
            await store.Write(Put("Task", "t", 1, "x", Tokens("accepted", "stays")));
            await store.Write(Delete("Task", "u", 1));
        }

        Assert.Equal(["Token|1|1|0|accepted|1", "Token|1|1|0|stays|1"], IndexContents.Actual(folder.File("store.db")));
    }

    [Fact]
    public async Task Codes_too_long_for_a_key_are_cut_and_told_apart_by_a_hash()
    {
        await using (var store = Open(folder))
        {
            await store.Write(Put("Task", "t", 0, "x", Tokens(new string('a', 5000) + "1", new string('a', 5000) + "2")));
        }

        var lines = IndexContents.Actual(folder.File("store.db"));
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 365, 420));
    }

    [Fact]
    public async Task Rows_given_twice_and_numbers_that_are_none_do_no_harm()
    {
        var rows = Tokens("same", "same");
        rows.Numbers.Add(new NumberRow(2, double.NaN, double.NaN));
        await using (var store = Open(folder))
        {
            await store.Write(Put("Task", "t", 0, "x", rows));
            await store.Write(Put("Task", "t", 1, "x", Tokens("same")));
        }

        Assert.Equal(["Token|1|1|0|same|1"], IndexContents.Actual(folder.File("store.db")));
    }

    /// <summary>Any sequence of writes, with index flushes and reopenings in between, leaves exactly the rows of the current versions.</summary>
    [Fact]
    public void The_index_tables_always_hold_the_rows_of_the_current_versions()
    {
        var change = from resource in Gen.Choose(0, 5)
                     from kind in Gen.Choose(0, 9)
                     from values in Gen.ListOf(Gen.Choose(0, 6), 5)
                     select (Resource: resource, Kind: kind, Values: values);
        var run = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Arb.From(Gen.ListOf(change, 40)), changes =>
        {
            var file = folder.File($"run{run++}.db");
            Apply(file, changes).GetAwaiter().GetResult();
            Assert.Equal(IndexContents.Expected(file), IndexContents.Actual(file));
        }));
    }

    private static async Task Apply(string file, IEnumerable<(int Resource, int Kind, List<int> Values)> changes)
    {
        // A backlog of three is written every few changes, so that changes meet rows that wait and rows that are in the tables.
        var options = new StorageOptions { DataFile = file, IndexBacklogResources = 3 };
        var store = FhirStore.Open(options);
        var versions = new long[6];
        foreach (var (resource, kind, values) in changes)
        {
            var id = $"r{resource}";
            if (kind == 0)
            {
                await store.DisposeAsync();
                store = FhirStore.Open(options);
            }
            else
            {
                var operation = kind is 1 or 2 && versions[resource] > 0 && (await store.ReadAsync("Basic", id, CancellationToken.None))!.IsDeleted == false
                    ? Delete("Basic", id, versions[resource])
                    : Put("Basic", id, versions[resource], "x", Mixed(values));
                Assert.Equal(WriteOutcome.Committed, await store.Write(operation));
                versions[resource]++;
            }
        }

        await store.DisposeAsync();
    }

    private static IndexRows Mixed(List<int> values)
    {
        var rows = new IndexRows();
        foreach (var value in values)
        {
            rows.Tokens.Add(new TokenRow(1, value % 2 == 0 ? "urn:even" : "", $"code{value}"));
            rows.Strings.Add(new StringRow(2, $"text{value / 2}", $"Text {value}"));
            rows.Dates.Add(new DateRow(3, value, value + 1));
            rows.References.Add(new ReferenceRow(4, "Basic", $"r{value}", "", ""));
            rows.Uris.Add(new UriRow(5, $"urn:{value}"));
        }

        return rows;
    }

    private static IndexRows Tokens(params string[] codes)
    {
        var rows = new IndexRows();
        rows.Tokens.AddRange(codes.Select(code => new TokenRow(1, "urn:status", code)));
        return rows;
    }
}

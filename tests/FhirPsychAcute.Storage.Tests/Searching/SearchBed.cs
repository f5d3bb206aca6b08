using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

/// <summary>A store of one test class with an indexer and a parser over it.</summary>
public sealed class SearchBed : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<(string, string), long> versions = [];
    private readonly ResourceIndexer indexer;

    /// <summary>Opens an empty store.</summary>
    public SearchBed()
        : this(IndexingFixture.Options)
    {
    }

    /// <summary>Opens an empty store.</summary>
    public SearchBed(SearchOptions options)
    {
        Store = FhirStore.Open(new StorageOptions { DataFile = folder.File("search.db") });
        Registry = new SearchParameterRegistry(DefinitionStore.R4.SearchParameters, IndexingFixture.Schema, Store.NumberParameters);
        indexer = new ResourceIndexer(Registry, IndexingFixture.Options);
        Parser = new SearchRequestParser(
            Registry,
            options,
            [new("Patient", "Observation", ["subject", "performer"]), new("Patient", "Encounter", ["patient"]), new("Patient", "Patient", ["link"])]);
    }

    /// <summary>The store.</summary>
    public FhirStore Store { get; }

    /// <summary>Its parameters.</summary>
    public SearchParameterRegistry Registry { get; }

    /// <summary>Its parser.</summary>
    public SearchRequestParser Parser { get; }

    /// <summary>Time of the next write; moves on by a minute with each call.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Stores resources, new ones or further versions.</summary>
    public async Task Put(params string[] resources)
    {
        var operations = new List<WriteOperation>();
        foreach (var json in resources)
        {
            operations.Add(Operation(IndexingFixture.Parse(json)));
        }

        Assert.Equal(WriteOutcome.Committed, await Store.WriteAsync(new WriteUnit(operations, []), default));
    }

    /// <summary>The write of a document.</summary>
    public WriteOperation Operation(ResourceDocument document)
    {
        var rows = new IndexRows();
        indexer.Index(document, rows);
        var key = (document.Type.Name, document.Id!);
        var version = versions.GetValueOrDefault(key);
        versions[key] = version + 1;
        Now += TimeSpan.FromMinutes(1);
        return new WriteOperation(key.Name, key.Item2, version, Now, VersionMethod.Put, document.Bytes, rows);
    }

    /// <summary>Deletes a resource.</summary>
    public async Task Delete(string type, string id)
    {
        var version = versions[(type, id)]++;
        Now += TimeSpan.FromMinutes(1);
        await Store.WriteAsync(new WriteUnit([new WriteOperation(type, id, version, Now, VersionMethod.Delete, default, IndexRows.Empty)], []), default);
    }

    /// <summary>Parses <c>Type?name=value&amp;...</c> (nothing is decoded but %26 for an ampersand); <c>Patient/x/Type?...</c> searches a compartment.</summary>
    public SearchParseResult Parse(string url, SearchHandling handling = SearchHandling.Strict)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var path = (question < 0 ? url : url[..question]).Split('/');
        var parameters = question < 0
            ? []
            : url[(question + 1)..].Split('&').Select(static part => part.Split('=', 2)).Select(static pair => KeyValuePair.Create(pair[0], pair[1].Replace("%26", "&", StringComparison.Ordinal)));
        return path is [var type, var id, var member]
            ? Parser.Parse(member == "*" ? null : member, parameters, handling, (type, id))
            : Parser.Parse(path[0].Length == 0 ? null : path[0], parameters, handling);
    }

    /// <summary>One page of a search that must parse.</summary>
    public async Task<SearchPage> Search(string url)
    {
        var parsed = Parse(url);
        Assert.True(parsed.Request is not null, string.Join('\n', parsed.Errors));
        return await Store.SearchAsync(parsed.Request, default);
    }

    /// <summary>Ids of the matches, in order, separated by spaces; included ones stand as Type/id behind a bar.</summary>
    public async Task<string> Find(string url)
    {
        var page = await Search(url);
        var text = new StringBuilder();
        text.AppendJoin(' ', page.Entries.Where(static entry => entry.Mode == SearchEntryMode.Match).Select(static entry => entry.Version.Id));
        var included = page.Entries.Where(static entry => entry.Mode == SearchEntryMode.Include).Select(static entry => $"{entry.Version.Type}/{entry.Version.Id}").Order(StringComparer.Ordinal).ToList();
        if (included.Count > 0)
        {
            text.Append(" | ").AppendJoin(' ', included);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A test class with a store of its own, filled once for all its tests.</summary>
public abstract class SearchData(SearchOptions? options = null) : IAsyncLifetime
{
    /// <summary>The store.</summary>
    public SearchBed Bed { get; } = new(options ?? IndexingFixture.Options);

    /// <summary>The resources.</summary>
    protected abstract string[] Resources { get; }

    /// <inheritdoc/>
    public Task InitializeAsync() => Bed.Put(Resources);

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Bed.DisposeAsync();
}

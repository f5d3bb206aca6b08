using FhirPsychAcute.Conformance;
using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class ReopenedStoreTests
{
    [Fact]
    public async Task Parameters_keep_their_numbers_and_find_what_an_earlier_process_stored()
    {
        using var folder = new TemporaryFolder();
        var numbers = new List<int>();
        for (var opening = 0; opening < 2; opening++)
        {
            await using var store = FhirStore.Open(new StorageOptions { DataFile = folder.File("s.db") });

            // Definitions may come in another order: the store's numbers count.
            var definitions = opening == 0 ? DefinitionStore.R4.SearchParameters : [.. DefinitionStore.R4.SearchParameters.Reverse()];
            var registry = new SearchParameterRegistry(definitions, IndexingFixture.Schema, store.NumberParameters);
            Assert.True(registry.TryGet("Patient", "family", out var family));
            numbers.Add(family.Number);
            if (opening == 0)
            {
                var document = IndexingFixture.Parse("""{"resourceType":"Patient","id":"p","name":[{"family":"Ågård"}]}""");
                var rows = new IndexRows();
                new ResourceIndexer(registry).Index(document, rows);
                await store.WriteAsync(new WriteUnit([new WriteOperation("Patient", "p", 0, DateTimeOffset.UnixEpoch, VersionMethod.Put, document.Bytes, rows)], []), default);
            }

            var search = new SearchRequestParser(registry).Parse("Patient", [new("family", "aagaard")]).Request!;
            Assert.Equal("p", Assert.Single((await store.SearchAsync(search, default)).Entries).Version.Id);
        }

        Assert.Equal(numbers[0], numbers[1]);
    }

    [Fact]
    public async Task Quantities_that_an_earlier_process_stored_are_found_in_other_units()
    {
        using var folder = new TemporaryFolder();
        for (var opening = 0; opening < 2; opening++)
        {
            await using var store = FhirStore.Open(new StorageOptions { DataFile = folder.File("s.db") });
            var registry = new SearchParameterRegistry(DefinitionStore.R4.SearchParameters, IndexingFixture.Schema, store.NumberParameters);
            if (opening == 0)
            {
                var document = IndexingFixture.Parse(
                    """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"valueQuantity":{"value":0.0054,"system":"http://unitsofmeasure.org","code":"g"}}""");
                var rows = new IndexRows();
                new ResourceIndexer(registry).Index(document, rows);
                await store.WriteAsync(new WriteUnit([new WriteOperation("Observation", "o", 0, DateTimeOffset.UnixEpoch, VersionMethod.Put, document.Bytes, rows)], []), default);
            }

            var search = new SearchRequestParser(registry).Parse("Observation", [new("value-quantity", "5.4|http://unitsofmeasure.org|mg")]).Request!;
            Assert.Equal("o", Assert.Single((await store.SearchAsync(search, default)).Entries).Version.Id);
        }
    }
}

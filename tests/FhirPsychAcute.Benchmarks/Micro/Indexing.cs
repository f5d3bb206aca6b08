using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Benchmarks;

/// <summary>Makes the index rows of each resource, by every search parameter of its type.</summary>
internal sealed class Indexing
{
    private readonly ResourceDocument[] documents;
    private readonly ResourceIndexer indexer;
    private readonly IndexRows rows = new();

    public Indexing(byte[][] inputs, SchemaCatalog schema, IReadOnlyList<SearchParameterDefinition> parameters)
    {
        documents = [.. inputs.Select(input => ResourceDocument.Parse(input, schema).Document!)];
        indexer = new ResourceIndexer(new SearchParameterRegistry(parameters, schema));
    }

    public void Run()
    {
        foreach (var document in documents)
        {
            rows.Clear();
            indexer.Index(document, rows);
        }
    }
}

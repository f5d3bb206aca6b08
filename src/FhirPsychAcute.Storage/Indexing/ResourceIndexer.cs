using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Numbers the search parameters and knows which apply to which resource type. Numbers are stable across restarts (stored in the database by url).</summary>
public sealed class SearchParameterRegistry
{
}

/// <summary>Makes the index rows of a resource: every search parameter of its type, compiled once, run over its elements.</summary>
public sealed class ResourceIndexer
{
    /// <summary>Appends all rows of <paramref name="document"/> to <paramref name="rows"/>.</summary>
    public void Index(ResourceDocument document, IndexRows rows) => throw new NotSupportedException();
}

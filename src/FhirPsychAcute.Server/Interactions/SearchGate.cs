using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Searches as HTTP brings them, turned into checked requests to the store.</summary>
internal sealed class SearchGate(SearchParameterRegistry registry, SearchOptions options)
{
    public SearchOptions Options { get; } = options;

    /// <summary>The parameters of a type that can be searched, by name.</summary>
    public IReadOnlyList<ResourceSearchParameter> Parameters(string type) =>
        [.. registry.ForType(type).Where(parameter => parameter.IsSupported).OrderBy(parameter => parameter.Code, StringComparer.Ordinal)];

    public Result<SearchRequest> Condition(string type, QueryParameters query, string where) => throw new NotSupportedException();

    public FhirError? Check(FhirRequest request) => throw new NotSupportedException();
}

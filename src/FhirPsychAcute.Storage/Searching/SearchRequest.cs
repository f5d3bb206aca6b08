namespace FhirPsychAcute.Storage;

/// <summary>A search, parsed and checked against the search parameter definitions. Made by <see cref="SearchRequestParser"/>.</summary>
public sealed partial class SearchRequest
{
}

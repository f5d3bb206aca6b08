namespace FhirPsychAcute.Storage;

/// <summary>Turns the parameters of a search URL into a checked <see cref="SearchRequest"/>.</summary>
public sealed class SearchRequestParser
{
}

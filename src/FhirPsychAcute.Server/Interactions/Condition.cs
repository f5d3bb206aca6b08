using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What the search of a conditional interaction found.</summary>
/// <param name="Only">The one resource that matches; null when none does.</param>
/// <param name="Precondition">Holds the store to that outcome at the moment of writing.</param>
internal sealed record Match(StoredVersion? Only, WritePrecondition Precondition);

/// <summary>The search that decides a conditional create, update, delete or reference.</summary>
internal static class Condition
{
    /// <summary>Runs the search.</summary>
    /// <param name="service">The server.</param>
    /// <param name="type">Resource type.</param>
    /// <param name="query">Search parameters as in a URL, without question mark.</param>
    /// <param name="where">Header or element that holds the query, for outcomes.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>None or one; 412 when several match, 400 when the query is empty or wrong.</returns>
    public static async ValueTask<Result<Match>> MatchAsync(FhirService service, string type, string query, string where, CancellationToken cancellationToken)
    {
        var parameters = QueryParameters.Parse(query);
        return parameters.IsSuccess
            ? await MatchAsync(service, type, parameters.Value, where, cancellationToken)
            : parameters.Error;
    }

    /// <inheritdoc cref="MatchAsync(FhirService, string, string, string, CancellationToken)"/>
    public static async ValueTask<Result<Match>> MatchAsync(
        FhirService service, string type, QueryParameters query, string where, CancellationToken cancellationToken)
    {
        var search = service.Search.Condition(type, query, where);
        if (!search.IsSuccess)
        {
            return search.Error;
        }

        var page = await service.Store.SearchAsync(search.Value, cancellationToken);
        return page.Entries.Count switch
        {
            0 => new Match(null, new WritePrecondition(search.Value, [])),
            1 => new Match(page.Entries[0].Version, new WritePrecondition(search.Value, [page.Entries[0].Version.Id])),
            _ => FhirError.At(where, StatusCodes.Status412PreconditionFailed, IssueCode.MultipleMatches, "condition-many", type),
        };
    }
}

using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// search, by GET or by POST to <c>_search</c>, over one type, all types or a compartment (http://hl7.org/fhir/R4/http.html#search). Stored resources are
/// copied into the Bundle as they are, unless only a part of them is asked for.
/// </summary>
internal static class Search
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var search = service.Search.Read(request);
        if (!search.IsSuccess)
        {
            return Answer.Refusal(search.Error);
        }

        var subset = Subset.FromQuery(request.Query);
        if (!subset.IsSuccess)
        {
            return Answer.Refusal(subset.Error);
        }

        SearchPage page;
        try
        {
            page = await service.Store.SearchAsync(search.Value, cancellationToken);
        }
        catch (ArgumentException) when (request.Query[SearchRequestParser.CursorParameter] is not null)
        {
            return Answer.Refusal(FhirError.At(SearchRequestParser.CursorParameter, StatusCodes.Status400BadRequest, IssueCode.Value, "cursor-unknown"));
        }

        return Answer.OfBundle(Write(service, request, search.Value, subset.Value, page));
    }

    private static OutputBuffer Write(FhirService service, FhirRequest request, SearchRequest search, Subset subset, SearchPage page)
    {
        using var bundle = new BundleWriter("searchset"u8);
        if (page.Total is { } total)
        {
            bundle.Total(total);
        }

        var address = Address(request);
        var self = Link(address, search.ToQueryString());
        if (page.NextCursor is { } cursor)
        {
            bundle.Links(("self", self), ("next", Link(address, search.ToQueryString(cursor))));
        }
        else
        {
            bundle.Links(("self", self));
        }

        foreach (var (version, mode) in page.Entries)
        {
            if (subset.IsWhole)
            {
                bundle.SearchEntry(request.Base, version, version.Content.Span, mode);
            }
            else
            {
                bundle.SearchEntry(request.Base, version, subset.Of(version.Content, service.Schema), mode);
            }
        }

        var remarks = search.Warnings.Select(warning => SearchGate.Issue(IssueSeverity.Warning, warning)).ToList();
        if (page.IsIncludedCut)
        {
            remarks.Add(Messages.Issue(IssueSeverity.Warning, IssueCode.Incomplete, "included-cut"));
        }

        if (remarks.Count > 0)
        {
            bundle.OutcomeEntry(remarks, request.Language);
        }

        return bundle.Finish();
    }

    // Links are for GET, also where the search came by POST: what may hold a CPR number is sealed in them.
    private static string Address(FhirRequest request) => request.Route.Kind switch
    {
        RouteKind.Base or RouteKind.SystemSearch => request.Base,
        RouteKind.Compartment or RouteKind.CompartmentSearch => $"{request.Base}/{request.Type}/{request.Id}/{request.Route.Target}",
        _ => $"{request.Base}/{request.Type}",
    };

    private static string Link(string address, string query) => query.Length == 0 ? address : $"{address}?{query}";
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// history of a resource, a type or the whole server, newest first, in pages; <c>_since</c>, <c>_at</c>, <c>_count</c>
/// (http://hl7.org/fhir/R4/http.html#history).
/// </summary>
internal static class History
{
    private const string CursorParameter = "_cursor";

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var path = Path(request.Route);
        var query = request.Query;
        var asked = Parse(request.Route, query, service.Options);
        if (!asked.IsSuccess)
        {
            return Answer.Refusal(asked.Error);
        }

        HistoryPage page;
        try
        {
            page = await service.Store.HistoryAsync(asked.Value, cancellationToken);
        }
        catch (ArgumentException) when (asked.Value.Cursor is not null)
        {
            return Answer.Refusal(FhirError.At(CursorParameter, StatusCodes.Status400BadRequest, IssueCode.Value, "cursor-unknown"));
        }

        if (page.Total == 0 && request.Route.Id is { } id && await service.Store.ReadAsync(request.Type, id, cancellationToken) is null)
        {
            return Answer.Refusal(FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, "resource-unknown", $"{request.Type}/{id}"));
        }

        return Show(service, request, path, query, page);
    }

    private static Answer Show(FhirService service, FhirRequest request, string path, QueryParameters query, HistoryPage page)
    {
        var subset = Subset.FromQuery(query);
        if (!subset.IsSuccess)
        {
            return Answer.Refusal(subset.Error);
        }

        using var bundle = new BundleWriter("history"u8);
        bundle.Total(page.Total);
        var self = SelfLink.Of(request.Base, path, query);
        if (page.NextCursor is { } next)
        {
            bundle.Links(("self", self), ("next", SelfLink.Of(request.Base, path, query.Without(CursorParameter).With(CursorParameter, next))));
        }
        else
        {
            bundle.Links(("self", self));
        }

        foreach (var version in page.Versions)
        {
            var content = subset.Value.IsWhole || version.IsDeleted ? version.Content : subset.Value.Of(version.Content, service.Schema);
            bundle.HistoryEntry(request.Base, version, content.Span);
        }

        return Answer.OfBundle(bundle.Finish());
    }

    private static Result<HistoryRequest> Parse(FhirRoute route, QueryParameters query, ServerOptions options)
    {
        var count = options.DefaultPageSize;
        DateTimeOffset? since = null;
        (DateTimeOffset, DateTimeOffset)? at = null;
        foreach (var (name, value) in query.Items)
        {
            switch (name)
            {
                case "_count":
                    if (!int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out count))
                    {
                        return FhirError.At(name, StatusCodes.Status400BadRequest, IssueCode.Value, "count-malformed");
                    }

                    count = Math.Min(count, options.MaxPageSize);
                    break;
                case "_since":
                    if (!DateRange.TryParse(value, DanishTime.Zone, out var from))
                    {
                        return FhirError.At(name, StatusCodes.Status400BadRequest, IssueCode.Value, "time-malformed", value);
                    }

                    since = from.From;
                    break;
                case "_at":
                    if (!DateRange.TryParse(value, DanishTime.Zone, out var period))
                    {
                        return FhirError.At(name, StatusCodes.Status400BadRequest, IssueCode.Value, "time-malformed", value);
                    }

                    at = (period.From, period.To);
                    break;
            }
        }

        return new HistoryRequest(route.Type, route.Id, count, since, at, query[CursorParameter]);
    }

    private static string Path(FhirRoute route) =>
        route.Type is null ? "_history" : route.Id is null ? $"{route.Type}/_history" : $"{route.Type}/{route.Id}/_history";
}

using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Makes an interaction of a Bundle entry's request (http://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.request).</summary>
internal static class EntryRequest
{
    /// <summary>Reads the entry's request.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="outer">The request that brought the Bundle: base, language and preferences come from it.</param>
    /// <param name="schema">The definitions.</param>
    /// <returns>The interaction; a refusal that names the element at fault.</returns>
    public static Result<FhirRequest> Read(IncomingEntry entry, FhirRequest outer, SchemaCatalog schema)
    {
        if (entry.Method is null || entry.Url is null)
        {
            return FhirError.At(Request(entry, entry.Method is null ? "method" : "url"), StatusCodes.Status400BadRequest, IssueCode.Required, "entry-request-missing");
        }

        var verb = HttpVerbs.Parse(entry.Method);
        if (verb is HttpVerb.Other or HttpVerb.Options)
        {
            return FhirError.At(Request(entry, "method"), StatusCodes.Status400BadRequest, IssueCode.Value, "entry-method-unknown", entry.Method);
        }

        var url = Below(entry.Url, outer.Base);
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var query = QueryParameters.Parse(question < 0 ? "" : url.AsSpan(question));
        if (!query.IsSuccess)
        {
            return EntryFault.Place(query.Error, entry, default, schema);
        }

        var route = FhirRoute.Parse(Uri.UnescapeDataString(question < 0 ? url : url[..question]), schema);
        if (!route.IsSuccess)
        {
            return new FhirError(route.Error.Status, [.. route.Error.Issues.Select(issue => issue with { Expression = Request(entry, "url") })]);
        }

        if ((route.Value.Allowed & verb) == 0 || (route.Value.Kind == RouteKind.Base && verb == HttpVerb.Post))
        {
            return FhirError.At(
                Request(entry, "method"), StatusCodes.Status400BadRequest, IssueCode.NotSupported,
                verb == HttpVerb.Patch ? "patch-not-supported" : "entry-method-not-allowed", entry.Method);
        }

        if (verb is HttpVerb.Post or HttpVerb.Put && entry.Resource.IsEmpty)
        {
            return FhirError.At($"{BundlePath.Entry(entry.Index)}.resource", StatusCodes.Status400BadRequest, IssueCode.Required, "entry-resource-missing");
        }

        return new FhirRequest
        {
            Verb = verb,
            Route = route.Value,
            Base = outer.Base,
            Query = query.Value,
            Body = entry.Resource,
            Document = entry.Document,
            Language = outer.Language,
            Prefer = outer.Prefer.Return == ReturnPreference.Unspecified ? outer.Prefer with { Return = ReturnPreference.Minimal } : outer.Prefer,
            IfMatch = entry.IfMatch,
            IfNoneMatch = entry.IfNoneMatch,
            IfNoneExist = entry.IfNoneExist,
            IfModifiedSince = entry.IfModifiedSince is { } since &&
                DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
        };
    }

    private static string Request(IncomingEntry entry, string element) => $"{BundlePath.Entry(entry.Index)}.request.{element}";

    // Urls are relative to the base; an absolute one below the base means the same.
    private static string Below(string url, string root) =>
        url.StartsWith(root, StringComparison.Ordinal) && (url.Length == root.Length || url[root.Length] is '/' or '?') ? url[root.Length..] : url;
}

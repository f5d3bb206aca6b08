using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Searches as HTTP brings them, turned into checked requests to the store. Safe for any number of threads.</summary>
/// <param name="registry">The search parameters.</param>
/// <param name="options">How values are read, and limits.</param>
/// <param name="compartments">Reads the members of the compartments; asked when the first compartment is searched.</param>
internal sealed class SearchGate(SearchParameterRegistry registry, SearchOptions options, Func<IReadOnlyList<CompartmentMembership>> compartments)
{
    private readonly SearchRequestParser parser = new(registry, options);
    private readonly Lazy<SearchRequestParser> compartmentParser = new(() => new SearchRequestParser(registry, options, compartments()));

    // What the server asks of itself is not cut where a caller's page would be.
    private readonly Lazy<SearchRequestParser> gathering = new(() => new SearchRequestParser(registry, options with { MaxCount = GatheredPage, MaxIncluded = MaxGathered }));

    /// <summary>Matches of one page of a gathering.</summary>
    public const int GatheredPage = 1_000;

    /// <summary>Most resources that a page of a gathering includes.</summary>
    public const int MaxGathered = 20_000;

    /// <summary>The parameters of a type that can be searched, by name.</summary>
    public IReadOnlyList<ResourceSearchParameter> Parameters(string type) =>
        [.. registry.ForType(type).Where(parameter => parameter.IsSupported).OrderBy(parameter => parameter.Code, StringComparer.Ordinal)];

    /// <summary>The server's secret, from which others are made.</summary>
    public byte[] Secret => [.. options.SealingKey];

    /// <summary>Bases under which this server is known.</summary>
    public IReadOnlyList<string> OwnBaseUrls => options.OwnBaseUrls;

    /// <summary>The search of a GET or a POST to <c>_search</c>.</summary>
    public Result<SearchRequest> Read(FhirRequest request)
    {
        var handling = request.Prefer.IsStrict ? SearchHandling.Strict : SearchHandling.Lenient;
        var route = request.Route;
        return Checked(route.Kind is RouteKind.Compartment or RouteKind.CompartmentSearch
            ? compartmentParser.Value.Parse(route.Target is "*" ? null : route.Target, request.Query.Items, handling, (route.Type!, route.Id!))
            : parser.Parse(route.Type, request.Query.Items, handling));
    }

    /// <summary>The search that decides a conditional interaction: nothing may be left out of it, and it must narrow the type.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="query">Search parameters.</param>
    /// <param name="where">Header or element that holds the search, for outcomes.</param>
    public Result<SearchRequest> Condition(string type, QueryParameters query, string where)
    {
        // Two matches are as good as many.
        var search = Checked(parser.Parse(type, query.Without("_count").With("_count", "2").Items, SearchHandling.Strict));
        if (!search.IsSuccess)
        {
            return new FhirError(search.Error.Status, [.. search.Error.Issues.Select(issue => issue with { Expression = where })]);
        }

        return search.Value.HasCriteria ? search : FhirError.At(where, StatusCodes.Status400BadRequest, IssueCode.Required, "condition-empty");
    }

    /// <summary>The search of a subscription's criteria: of one type, and nothing may be left out of it.</summary>
    /// <param name="type">Resource type as written.</param>
    /// <param name="query">Search parameters as in a URL, without question mark.</param>
    public Result<SearchRequest> Criteria(string type, string query)
    {
        if (!registry.Schema.TryGetResourceType(type, out _))
        {
            return FhirError.Of(StatusCodes.Status422UnprocessableEntity, IssueCode.Value, "subscription-criteria-type");
        }

        var parameters = QueryParameters.Parse(query);
        return parameters.IsSuccess ? Checked(parser.Parse(type, parameters.Value.Items, SearchHandling.Strict)) : parameters.Error;
    }

    /// <summary>The search that gives all resources of a type, page by page.</summary>
    public SearchRequest Everything(string type, string? cursor)
    {
        KeyValuePair<string, string> size = new("_count", options.MaxCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return parser.Parse(type, cursor is null ? [size] : [size, new(SearchRequestParser.CursorParameter, cursor)], SearchHandling.Strict).Request
            ?? throw new InvalidOperationException($"A search for all of {type} is refused.");
    }

    /// <summary>A search of the server's own.</summary>
    /// <exception cref="InvalidOperationException">It is wrong; the message says where.</exception>
    public SearchRequest Gather(Gathering wanted, string? cursor)
    {
        var items = wanted.Query.Select(static item => KeyValuePair.Create(item.Name, item.Value)).ToList();
        if (!wanted.Query.Any(static item => item.Name == "_count"))
        {
            items.Add(new("_count", GatheredPage.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (cursor is not null)
        {
            items.Add(new(SearchRequestParser.CursorParameter, cursor));
        }

        var parsed = gathering.Value.Parse(wanted.Type, items, SearchHandling.Strict);
        return parsed.Request ?? throw new InvalidOperationException($"A gathering of {wanted.Type} is refused: {parsed.Errors[0].Message}");
    }

    /// <summary>Why a search would be refused; null when it would not.</summary>
    public FhirError? Check(FhirRequest request) => Read(request).Error ?? Subset.FromQuery(request.Query).Error;

    /// <summary>A remark or error of the search's parsing as an issue.</summary>
    public static OutcomeIssue Issue(IssueSeverity severity, SearchIssue issue) => Messages.Issue(
        severity,
        issue.Code switch
        {
            SearchIssueCode.Invalid => IssueCode.Invalid,
            SearchIssueCode.Value => IssueCode.Value,
            SearchIssueCode.NotSupported => IssueCode.NotSupported,
            _ => IssueCode.TooCostly,
        },
        severity == IssueSeverity.Error ? "search-refused" : "search-remark",
        issue.Parameter)
        with
    { Expression = issue.Parameter, Diagnostics = issue.Message };

    private static Result<SearchRequest> Checked(SearchParseResult parsed) =>
        parsed.Request is { } search
            ? search
            : new FhirError(StatusCodes.Status400BadRequest, [.. parsed.Errors.Select(error => Issue(IssueSeverity.Error, error))]);
}

using System.Diagnostics;
using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// The edge: an HTTP request below <c>/fhir</c> becomes a <see cref="FhirRequest"/>, its <see cref="Answer"/> the response. Whatever goes wrong, the caller gets
/// an OperationOutcome without internals, and the server goes on.
/// </summary>
internal sealed class FhirEndpoint(FhirService service, ILogger<FhirEndpoint> logger)
{
    /// <summary>Path of the FHIR base.</summary>
    public const string BasePath = "/fhir";

    private readonly ServerOptions options = service.Options;
    private readonly ResponseWriting responses = new(service.Options, service.Schema);
    private readonly Cors cors = new(service.Options.CorsOrigins);

    /// <summary>Whether this path is below the FHIR base.</summary>
    public static bool Owns(string path) =>
        path.StartsWith(BasePath, StringComparison.Ordinal) && (path.Length == BasePath.Length || path[BasePath.Length] == '/');

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var started = options.LogRequests ? Stopwatch.GetTimestamp() : 0;
        context.Response.Headers[RequestId.Header] = RequestId.Of(context);
        if (cors.Apply(context))
        {
            return;
        }

        var language = Messages.Negotiate(context.Request.Headers.AcceptLanguage);
        var root = Root(context.Request);
        FhirRoute route = default;
        var contentType = MediaTypes.FhirJson;
        var pretty = false;
        try
        {
            using var answer = await AnswerAsync();
            await responses.WriteAsync(context, answer, root, contentType, language, pretty);

            async ValueTask<Answer> AnswerAsync()
            {
                var query = QueryParameters.Parse(context.Request.QueryString.Value);
                if (!query.IsSuccess)
                {
                    return Answer.Refusal(query.Error);
                }

                var agreed = MediaTypes.Negotiate(query.Value["_format"], context.Request.Headers.Accept);
                if (!agreed.IsSuccess)
                {
                    return Answer.Refusal(agreed.Error);
                }

                contentType = agreed.Value;
                pretty = query.Value["_pretty"] is "true";
                var found = FhirRoute.Parse(context.Request.Path.Value.AsSpan(BasePath.Length), service.Schema);
                if (!found.IsSuccess)
                {
                    return Answer.Refusal(found.Error);
                }

                route = found.Value;
                return await RunAsync(context, route, query.Value, root, language);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException fault)
        {
            await RefuseAsync(context, root, contentType, language, FhirError.Of(fault.StatusCode, IssueCode.Invalid, "http-invalid"));
        }
        catch (StoreException fault) when (fault.Fault is StoreFault.Overloaded or StoreFault.TimedOut or StoreFault.Closed)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, root, contentType, language, FhirError.Of(StatusCodes.Status503ServiceUnavailable, IssueCode.Transient, "overloaded"));
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.Full)
        {
            ServerLog.Failed(logger, fault.GetType().Name, route.Kind, route.Type, fault.Message);
            await RefuseAsync(context, root, contentType, language, FhirError.Of(StatusCodes.Status507InsufficientStorage, IssueCode.NoStore, "storage-full"));
        }
        catch (Exception fault)
        {
            ServerLog.Failed(logger, fault.GetType().Name, route.Kind, route.Type, CprMask.Apply(fault.ToString()));
            await RefuseAsync(context, root, contentType, language, FhirError.Of(StatusCodes.Status500InternalServerError, IssueCode.Exception, "internal-error", context.TraceIdentifier));
        }

        if (options.LogRequests)
        {
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            ServerLog.Request(logger, context.Request.Method, route.Kind, route.Type, context.Response.StatusCode, elapsed);
        }
    }

    private async ValueTask<Answer> RunAsync(HttpContext context, FhirRoute route, QueryParameters query, string root, Language language)
    {
        var http = context.Request;
        var headers = http.Headers;
        var verb = HttpVerbs.Parse(http.Method);
        if (verb == HttpVerb.Options)
        {
            // R4 http 3.1.0.10: OPTIONS is another way to ask for the capabilities.
            (route, verb) = (new FhirRoute(RouteKind.Metadata), HttpVerb.Get);
        }

        if ((route.Allowed & verb) == 0)
        {
            return Dispatch.NotAllowed(route, verb);
        }

        if (LoopGuard.IsOwn(headers.Via))
        {
            return Answer.Refusal(FhirError.At("Via", StatusCodes.Status508LoopDetected, IssueCode.BusinessRule, "subscription-loop"));
        }

        ReadOnlyMemory<byte> body = default;
        var format = ContentFormat.Json;
        if (verb is HttpVerb.Post or HttpVerb.Put)
        {
            var isSearch = route.Kind is RouteKind.TypeSearch or RouteKind.SystemSearch or RouteKind.CompartmentSearch;
            var sent = BodyFormat(http, route, isSearch);
            if (!sent.IsSuccess)
            {
                return Answer.Refusal(sent.Error);
            }

            format = sent.Value;

            var read = await RequestBody.ReadAsync(http, options.MaxBodyBytes);
            if (!read.IsSuccess)
            {
                return Answer.Refusal(read.Error);
            }

            if (isSearch)
            {
                var form = QueryParameters.Parse(System.Text.Encoding.UTF8.GetString(read.Value.Span));
                if (!form.IsSuccess)
                {
                    return Answer.Refusal(form.Error);
                }

                query = query.With(form.Value);
            }
            else
            {
                body = read.Value;
            }
        }

        var told = ToldProvenance.Read(NullWhenEmpty(headers[ToldProvenance.Header]), route, verb, service.Bodies);
        if (told.Error is not null)
        {
            return Answer.Refusal(told.Error);
        }

        var request = new FhirRequest
        {
            Verb = verb,
            Route = route,
            Base = root,
            Query = query,
            Body = body,
            BodyFormat = format,
            Prefer = Preferences.Parse(headers["Prefer"]),
            Language = language,
            IfMatch = NullWhenEmpty(headers.IfMatch),
            IfNoneMatch = NullWhenEmpty(headers.IfNoneMatch),
            IfNoneExist = NullWhenEmpty(headers["If-None-Exist"]),
            IfModifiedSince = HttpDate(headers.IfModifiedSince),
            Provenance = told.Provenance,
        };
        return await Dispatch.RunAsync(service, request, context.RequestAborted);
    }

    private static Result<ContentFormat> BodyFormat(HttpRequest http, FhirRoute route, bool isSearch)
    {
        // Searches and operations can have all that they need in the URL.
        var hasNoBody = http.ContentLength is 0 || (http.ContentType is null && http.ContentLength is null);
        if (!isSearch)
        {
            return hasNoBody && route.Kind == RouteKind.Operation ? ContentFormat.Json : MediaTypes.OfBody(http.ContentType);
        }

        return hasNoBody || MediaTypes.IsForm(http.ContentType)
            ? ContentFormat.Json
            : FhirError.At("Content-Type", StatusCodes.Status415UnsupportedMediaType, IssueCode.NotSupported, "content-type-form", http.ContentType ?? "");
    }

    private async Task RefuseAsync(HttpContext context, string root, string contentType, Language language, FhirError error)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer has left: ending the connection is the only way to tell.
            context.Abort();
            return;
        }

        try
        {
            using var answer = Answer.Refusal(error);
            await responses.WriteAsync(context, answer, root, contentType, language, pretty: false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone meanwhile.
        }
    }

    // HTTP/1.0 has no Host header; then the address that the connection came to is as good.
    private string Root(HttpRequest http) => options.PublicBase
        ?? (http.Host.HasValue
            ? $"{http.Scheme}://{http.Host.Value}{BasePath}"
            : $"{http.Scheme}://{new System.Net.IPEndPoint(http.HttpContext.Connection.LocalIpAddress!, http.HttpContext.Connection.LocalPort)}{BasePath}");

    private static string? NullWhenEmpty(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 || values.ToString() is "" ? null : values.ToString();

    private static DateTimeOffset? HttpDate(Microsoft.Extensions.Primitives.StringValues values) =>
        values.Count > 0 && DateTimeOffset.TryParseExact(
            values.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;
}

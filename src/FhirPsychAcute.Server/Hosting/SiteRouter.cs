using FhirPsychAcute.Conformance;
using FhirPsychAcute.Server.Pages;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Which part of the site answers a path: FHIR, health, the start page, Swagger. FHIR comes first because it is what counts.</summary>
internal sealed class SiteRouter(IServiceProvider services, ServerOptions options, Task<FhirService> service, ILogger<FhirEndpoint> logger)
{
    private readonly Lazy<RequestDelegate> swagger = new(() => SwaggerSite.Build(services));
    private FhirEndpoint? fhir;
    private PageSite? pages;

    /// <summary>Handles one request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (FhirEndpoint.Owns(path))
        {
            return fhir is { } endpoint ? endpoint.HandleAsync(context) : WaitAsync(context);
        }

        if (PageSite.Owns(path))
        {
            return pages is { } site ? site.WriteAsync(context) : WaitAsync(context);
        }

        return path switch
        {
            "/" => StartPage.WriteAsync(context),
            "/health/live" => WriteHealthAsync(context, healthy: true),
            "/health/ready" => WriteHealthAsync(context, healthy: service is { IsCompletedSuccessfully: true } && service.Result.Store.IsHealthy),
            _ when path.StartsWith("/swagger", StringComparison.Ordinal) => swagger.Value(context),
            _ when path.StartsWith(PageAssets.Prefix, StringComparison.Ordinal) => AssetAsync(context, path),
            _ => NotFoundAsync(context),
        };
    }

    private async Task AssetAsync(HttpContext context, string path)
    {
        if (!await PageAssets.TryWriteAsync(context, path))
        {
            await NotFoundAsync(context);
        }
    }

    // Requests that come while the store is being opened wait for it.
    private async Task WaitAsync(HttpContext context)
    {
        FhirService opened;
        try
        {
            opened = await service;
        }
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        fhir ??= new FhirEndpoint(opened, logger);
        pages ??= new PageSite(opened.Validation.Library, opened.Rules);
        await (FhirEndpoint.Owns(context.Request.Path.Value ?? "") ? fhir.HandleAsync(context) : pages.WriteAsync(context));
    }

    private static Task WriteHealthAsync(HttpContext context, bool healthy)
    {
        context.Response.StatusCode = healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(healthy ? "Healthy" : "Unhealthy");
    }

    private async Task NotFoundAsync(HttpContext context)
    {
        using var answer = Answer.Refusal(FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, "site-path-unknown", FhirEndpoint.BasePath));
        await new ResponseWriting(options, DefinitionStore.R4.Schema).WriteAsync(
            context, answer, "", MediaTypes.FhirJson, Messages.Negotiate(context.Request.Headers.AcceptLanguage), pretty: false);
    }
}

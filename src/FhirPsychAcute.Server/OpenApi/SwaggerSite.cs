namespace FhirPsychAcute.Server;

/// <summary>Swagger UI at <c>/swagger</c> with the project's own OpenAPI document; built when first asked for, so that it costs nothing at start.</summary>
internal static class SwaggerSite
{
    private const string DocumentPath = "/swagger/v1/swagger.json";

    /// <summary>What handles paths that begin with <c>/swagger</c>.</summary>
    public static RequestDelegate Build(IServiceProvider services)
    {
        var site = new ApplicationBuilder(services);
        site.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.DocumentTitle = "FhirPsychAcute";
            ui.SwaggerEndpoint(DocumentPath, "FhirPsychAcute (FHIR R4)");
            ui.DefaultModelsExpandDepth(-1);
        });
        var document = new Lazy<byte[]>(OpenApiDocument.Create);
        site.Run(context =>
        {
            if (context.Request.Path.Value is not DocumentPath)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.Body.WriteAsync(document.Value).AsTask();
        });
        return site.Build();
    }
}

using System.Buffers;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>The implementation guide at <c>/ig</c>: which page or download answers a path.</summary>
internal sealed class IgSite(IgContent content, RuleFolder rules, Func<(string FileName, byte[] Content)> package)
{
    private const string ExamplePrefix = "example/";

    /// <summary>Answers a request for <c>/ig</c> or anything below.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var language = PageRequest.LanguageOf(context);
        var path = (context.Request.Path.Value ?? "").TrimEnd('/');
        var address = path.Length > "/ig/".Length ? path["/ig/".Length..] : "";
        if (address.Length == 0)
        {
            return PageAsync(context, language, PageTexts.Get(language, "ig-title"), IndexPage.Write(content, language));
        }

        if (address == "rules")
        {
            return PageAsync(context, language, PageTexts.Get(language, "ig-rules"), RulesPage.Write(rules, language));
        }

        if (address == "package.tgz")
        {
            var (fileName, bytes) = package();
            context.Response.ContentType = "application/gzip";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            return context.Response.Body.WriteAsync(bytes).AsTask();
        }

        var format = address.EndsWith(".json", StringComparison.Ordinal) ? ".json" : address.EndsWith(".xml", StringComparison.Ordinal) ? ".xml" : "";
        var name = address[..^format.Length];
        var document = name.StartsWith(ExamplePrefix, StringComparison.Ordinal) ? content.Example(name[ExamplePrefix.Length..]) : content.Definition(name)?.Document;
        if (document is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            var missing = new Html().Element("h1", PageTexts.Get(language, "ig-not-found")).Raw("<p>").Link("/ig", PageTexts.Get(language, "ig-title")).Raw("</p>");
            return PageAsync(context, language, PageTexts.Get(language, "ig-not-found"), missing);
        }

        if (format.Length > 0)
        {
            return DownloadAsync(context, Complete(name, document), format);
        }

        if (content.Definition(name) is not { } definition)
        {
            return PageAsync(context, language, $"{document.Type.Name}/{document.Id}", ExamplePage.Write(content, document, language));
        }

        var page = definition.ResourceType switch
        {
            "StructureDefinition" => StructureDefinitionPage.Write(content, definition, language, context.Request.Query["view"] == "snapshot"),
            "ValueSet" => ValueSetPage.Write(content, definition, language),
            "CodeSystem" => CodeSystemPage.Write(content, definition, language),
            "ConceptMap" => ConceptMapPage.Write(content, definition, language),
            "OperationDefinition" => OperationDefinitionPage.Write(content, definition, language),
            "Measure" => MeasurePage.Write(content, definition, language),
            "Questionnaire" => QuestionnairePage.Write(content, definition, language),
            _ => ExamplePage.Write(content, document, language),
        };
        return PageAsync(context, language, document.Root.ChildValue("title") ?? definition.Url, page);
    }

    private static Task PageAsync(HttpContext context, Language language, string title, Html page) => PageLayout.WriteAsync(context, language, title, page, ["ig.css"]);

    // Whoever downloads a profile gets it with its snapshot, so that any validator can use it.
    private ResourceDocument Complete(string name, ResourceDocument document) =>
        document.Type.Name == "StructureDefinition" && content.Definition(name) is { } definition ? content.Snapshots.Get(definition).StructureDefinition ?? document : document;

    private static Task DownloadAsync(HttpContext context, ResourceDocument document, string format)
    {
        var bytes = new ArrayBufferWriter<byte>();
        if (format == ".xml")
        {
            XmlResourceWriter.Write(document, bytes, pretty: true, filter: null);
        }
        else
        {
            ResourceWriter.Write(document, bytes, JsonStyle.Pretty);
        }

        context.Response.ContentType = format == ".xml" ? "application/fhir+xml; charset=utf-8" : "application/fhir+json; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{document.Type.Name}-{document.Id}{format}\"";
        return context.Response.Body.WriteAsync(bytes.WrittenMemory).AsTask();
    }
}

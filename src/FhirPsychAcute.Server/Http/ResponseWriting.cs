using System.Globalization;
using System.IO.Compression;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Turns an <see cref="Answer"/> into the HTTP response: status, headers, body; as XML, laid out and compressed when asked for.</summary>
internal sealed class ResponseWriting(ServerOptions options, SchemaCatalog schema)
{
    // What the server answers with was read under the limits of bodies before; a Bundle puts some levels around it.
    private static readonly ParseLimits AnswerLimits = ParseLimits.Default with { MaxBytes = int.MaxValue, MaxElements = int.MaxValue, MaxDepth = ParseLimits.Default.MaxDepth + 16 };

    /// <summary>Writes the response.</summary>
    /// <param name="context">The HTTP exchange.</param>
    /// <param name="answer">What came of the interaction.</param>
    /// <param name="root">The FHIR base.</param>
    /// <param name="contentType">Content type that was agreed on.</param>
    /// <param name="language">Language of texts.</param>
    /// <param name="pretty">Whether to lay the JSON out.</param>
    public Task WriteAsync(HttpContext context, Answer answer, string root, string contentType, Language language, bool pretty)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        WriteHeaders(response, answer, root);
        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        var content = answer.Content;
        if (answer.Issues is { } issues)
        {
            content = OperationOutcomeWriter.ToBytes(issues, language);
            response.Headers.ContentLanguage = language == Language.Danish ? "da" : "en";
        }

        if (content.IsEmpty && answer.Bundle is null)
        {
            response.ContentLength = 0;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        if (MediaTypes.FormatOf(contentType) == ContentFormat.Xml)
        {
            return WriteXmlAsync(context, content, answer.Bundle, pretty);
        }

        if (pretty)
        {
            return WritePrettyAsync(context, content, answer.Bundle);
        }

        if ((answer.Bundle?.Length ?? content.Length) >= options.CompressFromBytes && Encoding(context.Request) is { } encoding)
        {
            return WriteCompressedAsync(context, content, answer.Bundle, encoding);
        }

        return answer.Bundle is { } bundle ? WriteAsync(context, bundle) : WriteAsync(context, content);
    }

    private static void WriteHeaders(HttpResponse response, Answer answer, string root)
    {
        var headers = response.Headers;
        if (answer.Version is { } version)
        {
            headers.ETag = EntityTag.Of(version.Version);
            headers.LastModified = version.LastUpdated.ToString("R", CultureInfo.InvariantCulture);
            if (answer.HasLocation)
            {
                headers.Location = string.Create(CultureInfo.InvariantCulture, $"{root}/{version.Type}/{version.Id}/_history/{version.Version}");
            }
        }
        else if (answer.ETag is { } etag)
        {
            headers.ETag = etag;
        }

        if (answer.Findings.Count > 0)
        {
            headers[FindingCount.Header] = FindingCount.Of(answer.Findings);
        }

        if (answer.Allow != HttpVerb.Other)
        {
            headers.Allow = HttpVerbs.Allow(answer.Allow);
        }
    }

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> content)
    {
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(content).AsTask();
    }

    private static async Task WriteAsync(HttpContext context, OutputBuffer content)
    {
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await content.CopyToAsync(context.Response.BodyWriter, context.RequestAborted);
        }
    }

    private async Task WritePrettyAsync(HttpContext context, ReadOnlyMemory<byte> content, OutputBuffer? bundle)
    {
        using var laidOut = new OutputBuffer();
        ResourceWriter.Write(bundle is null ? content.Span : bundle.ToArray(), laidOut, JsonStyle.Pretty);
        await WriteMadeAsync(context, laidOut);
    }

    private async Task WriteXmlAsync(HttpContext context, ReadOnlyMemory<byte> content, OutputBuffer? bundle, bool pretty)
    {
        var document = ResourceDocument.Parse(bundle is null ? content : bundle.ToArray(), schema, AnswerLimits).Document
            ?? throw new InvalidDataException("An answer cannot be read.");
        using var xml = new OutputBuffer();
        XmlResourceWriter.Write(document.Root, xml, pretty);
        await WriteMadeAsync(context, xml);
    }

    private async Task WriteMadeAsync(HttpContext context, OutputBuffer made)
    {
        if (made.Length >= options.CompressFromBytes && Encoding(context.Request) is { } encoding)
        {
            await WriteCompressedAsync(context, default, made, encoding);
        }
        else
        {
            await WriteAsync(context, made);
        }
    }

    private static async Task WriteCompressedAsync(HttpContext context, ReadOnlyMemory<byte> content, OutputBuffer? bundle, string encoding)
    {
        var headers = context.Response.Headers;
        headers.ContentEncoding = encoding;
        headers.Append("Vary", "Accept-Encoding");
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var body = context.Response.BodyWriter.AsStream(leaveOpen: true);
        await using Stream compressed = encoding == "br" ? new BrotliStream(body, CompressionLevel.Fastest) : new GZipStream(body, CompressionLevel.Fastest);
        if (bundle is not null)
        {
            await bundle.CopyToAsync(compressed, context.RequestAborted);
        }
        else
        {
            await compressed.WriteAsync(content, context.RequestAborted);
        }
    }

    // br before gzip when both are welcome; q=0 means not at all (RFC 9110 12.5.3).
    private static string? Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (accepted.Length == 0)
        {
            return null;
        }

        var gzip = false;
        foreach (var range in accepted.AsSpan().Split(','))
        {
            var coding = accepted.AsSpan(range).Trim();
            var semicolon = coding.IndexOf(';');
            var name = semicolon < 0 ? coding : coding[..semicolon].TrimEnd();
            if (semicolon >= 0 && coding[(semicolon + 1)..].Trim() is "q=0" or "q=0.0" or "q=0.00" or "q=0.000")
            {
                continue;
            }

            if (name is "br")
            {
                return "br";
            }

            gzip |= name is "gzip";
        }

        return gzip ? "gzip" : null;
    }
}

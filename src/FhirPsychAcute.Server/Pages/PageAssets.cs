using System.Collections.Frozen;
using System.Security.Cryptography;

namespace FhirPsychAcute.Server.Pages;

/// <summary>Style sheets and scripts at <c>/assets/</c>, carried in the program.</summary>
internal static class PageAssets
{
    public const string Prefix = "/assets/";

    private static readonly Lazy<FrozenDictionary<string, (byte[] Content, string Tag)>> Files = new(Load);

    /// <summary>Answers a request for a file; false when there is none of that name.</summary>
    public static async Task<bool> TryWriteAsync(HttpContext context, string path)
    {
        if (!Files.Value.TryGetValue(path[Prefix.Length..], out var file))
        {
            return false;
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = file.Tag;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch.Contains(file.Tag, StringComparer.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        context.Response.ContentType = Path.GetExtension(path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        await context.Response.Body.WriteAsync(file.Content);
        return true;
    }

    private static FrozenDictionary<string, (byte[] Content, string Tag)> Load()
    {
        const string prefix = "asset.";
        var assembly = typeof(PageAssets).Assembly;
        var files = new Dictionary<string, (byte[], string)>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                files.Add(name[prefix.Length..], (content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\""));
            }
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.IO.Compression;

namespace FhirPsychAcute.Server;

/// <summary>Reads a request's body into one array, bounded before and after decompression.</summary>
internal static class RequestBody
{
    private const int FirstGuess = 16 * 1024;

    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request; <c>Content-Encoding: gzip</c>, <c>br</c> and <c>deflate</c> are undone.</param>
    /// <param name="limit">Most bytes that the body may have, compressed or not.</param>
    /// <returns>The bytes; 413 as soon as the limit is passed, 415 for an unknown encoding, 400 for broken compression.</returns>
    public static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
        {
            return TooLarge(limit);
        }

        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding is not ("" or "identity"))
        {
            return await ReadCompressedAsync(request, encoding, limit);
        }

        return request.ContentLength is { } length
            ? await ReadKnownAsync(request, (int)length)
            : await ReadStreamAsync(request, request.Body, (int)Math.Min(limit, Array.MaxLength));
    }

    private static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadKnownAsync(HttpRequest request, int length)
    {
        if (length == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        // Grown as the bytes arrive, not as announced: a header alone must not take memory.
        var bytes = new byte[Math.Min(length, 1024 * 1024)];
        var count = 0;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            foreach (var part in read.Buffer)
            {
                if (count + part.Length > bytes.Length)
                {
                    Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)bytes.Length * 2, count + part.Length)));
                }

                part.Span.CopyTo(bytes.AsSpan(count));
                count += part.Length;
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return (ReadOnlyMemory<byte>)bytes.AsMemory(0, count);
            }
        }
    }

    private static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadStreamAsync(HttpRequest request, Stream stream, int limit)
    {
        var bytes = new byte[FirstGuess];
        var count = 0;
        while (true)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(count), request.HttpContext.RequestAborted);
            if (read == 0)
            {
                return (ReadOnlyMemory<byte>)bytes.AsMemory(0, count);
            }

            count += read;
            if (count > limit)
            {
                return TooLarge(limit);
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min((long)bytes.Length * 2, Math.Max(limit + 1L, bytes.Length + 1L)));
            }
        }
    }

    private static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadCompressedAsync(HttpRequest request, string encoding, long limit)
    {
        Stream? inflated = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            "br" => new BrotliStream(request.Body, CompressionMode.Decompress),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress),
            _ => null,
        };
        if (inflated is null)
        {
            return FhirError.At("Content-Encoding", StatusCodes.Status415UnsupportedMediaType, IssueCode.NotSupported, "content-encoding-unsupported", encoding);
        }

        await using (inflated)
        {
            try
            {
                return await ReadStreamAsync(request, inflated, (int)Math.Min(limit, Array.MaxLength - 1));
            }
            catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
            {
                return FhirError.At("Content-Encoding", StatusCodes.Status400BadRequest, IssueCode.Invalid, "content-encoding-broken", encoding);
            }
        }
    }

    // What still comes is not kept: Kestrel reads it away for some seconds, so that the client sees this answer, and then closes the connection.
    private static FhirError TooLarge(long limit) =>
        FhirError.Of(StatusCodes.Status413PayloadTooLarge, IssueCode.TooLong, "body-too-large", limit);
}

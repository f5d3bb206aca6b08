using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Cli;

/// <summary>The resources of NDJSON and JSON files, for indicators. Files are read once for each type that a measure asks for; those that hold nothing of it only once.</summary>
internal sealed class FileIndicatorSource(IReadOnlyList<InputFile> files, SchemaCatalog schema) : IIndicatorSource
{
    private readonly Dictionary<string, HashSet<string>> typesOf = new(StringComparer.Ordinal);
    private int unreadable;

    /// <summary>Lines and files of the types asked for that hold no resource; they are not counted.</summary>
    public int Unreadable => unreadable;

    /// <inheritdoc/>
    public Task ScanAsync<TPart>(Gathering wanted, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken)
    {
        var quoted = Encoding.UTF8.GetBytes($"\"{wanted.Type}\"");
        return ScanPipe.RunAsync(
            (hand, stop) => BringAsync(wanted.Type, quoted, hand, stop),
            content =>
            {
                var parsed = ResourceDocument.Parse(content, schema, SourceResource.Limits);
                if (parsed.IsValid)
                {
                    return parsed.Document.Type.Name == wanted.Type ? parsed.Document : null;
                }

                Interlocked.Increment(ref unreadable);
                return null;
            },
            begin, read, end, cancellationToken);
    }

    private async Task BringAsync(string type, byte[] quoted, Action<ReadOnlyMemory<byte>> hand, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(static file => !file.IsXml && !file.IsPackage))
        {
            var isKnown = typesOf.TryGetValue(file.Path, out var types);
            if (isKnown && !types!.Contains(type) && !types.Contains(""))
            {
                continue;
            }

            types ??= typesOf[file.Path] = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var resource in SourceReader.ReadAsync([file], cancellationToken: cancellationToken))
            {
                if (!isKnown)
                {
                    types.Add(TypeOf(resource.Bytes.Span));
                }

                // A type's name in quotes stands in every resource of the type.
                if (resource.Bytes.Span.IndexOf(quoted) >= 0)
                {
                    hand(resource.Bytes);
                }
            }
        }
    }

    // As nearly every writer begins a resource; of anything else the type is not known, and the file is read each time.
    private static string TypeOf(ReadOnlySpan<byte> json)
    {
        return json.StartsWith(Beginning) && json[Beginning.Length..].IndexOf((byte)'"') is > 0 and < 64 and var length ? Encoding.UTF8.GetString(json.Slice(Beginning.Length, length)) : "";
    }

    private static ReadOnlySpan<byte> Beginning => "{\"resourceType\":\""u8;
}

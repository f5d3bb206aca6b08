using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Decides how each resource of a file is sent. Transactions and batches go as they are; documents and messages are stored as the Bundle that they are;
/// any other Bundle is a container, and what it contains is sent.
/// </summary>
internal sealed class LoadItemReader(SchemaCatalog schema, Texts texts)
{
    /// <summary>What is to be sent of one resource of a file.</summary>
    public IEnumerable<LoadItem> Read(SourceResource source)
    {
        var faults = source.Parse(schema, out var document);
        if (document is null)
        {
            return [new UnreadableItem(source.Location, source.Bytes.Length, FaultText.Of(faults, source.Location, texts))];
        }

        var root = document.Root;
        if (!string.Equals(root.Type.Name, "Bundle", StringComparison.Ordinal))
        {
            return [Resource(root, source.Location, source.Bytes.Length)];
        }

        return root.ChildValue("type") switch
        {
            "transaction" or "batch" => [new BundleItem(source.Location, source.Bytes.Length, root.ChildrenNamed("entry").Count(), root.RawJson)],
            "document" or "message" => [Resource(root, source.Location, source.Bytes.Length)],
            "history" => Contained(root, source, newestOnly: true),
            _ => Contained(root, source, newestOnly: false),
        };
    }

    private static List<LoadItem> Contained(Element bundle, SourceResource source, bool newestOnly)
    {
        var resources = new List<ResourceItem>();
        var linked = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = -1;
        foreach (var entry in bundle.ChildrenNamed("entry"))
        {
            index++;
            // A history is newest first, so the first entry of a resource is its current version, or its deletion.
            var isOlder = newestOnly && Identity(entry) is { } identity && !seen.Add(identity);
            var resource = entry.Child("resource");
            if (!resource.Exists || isOlder || IsSearchOutcome(entry))
            {
                continue;
            }

            var fullUrl = entry.Child("fullUrl");
            linked |= fullUrl.Exists && fullUrl.Utf8Value.StartsWith("urn:"u8);
            var location = source.Location with { Entry = index };
            resources.Add(Resource(resource, location, 0) with { FullUrl = fullUrl.Exists ? fullUrl.RawJson : default });
        }

        if (linked)
        {
            return [new LinkedItem(source.Location, source.Bytes.Length, resources)];
        }

        return [.. resources.Select((resource, i) => resource with { SourceBytes = Share(source.Bytes.Length, i, resources.Count) })];
    }

    private static ResourceItem Resource(Element resource, SourceLocation location, long bytes) =>
        new(location, bytes, resource.Type.Name, resource.ChildValue("id"), resource.RawJson);

    private static string? Identity(Element entry) =>
        entry.Child("resource") is { Exists: true } resource ? $"{resource.Type.Name}/{resource.ChildValue("id")}"
        : entry.Child("request") is { Exists: true } request ? request.ChildValue("url")
        : null;

    private static bool IsSearchOutcome(Element entry) => entry.Child("search") is { Exists: true } search && search.Child("mode").ValueEquals("outcome"u8);

    // Divides the bytes so that the shares add up to the whole.
    private static long Share(long bytes, int index, int count) => (bytes * (index + 1) / count) - (bytes * index / count);
}

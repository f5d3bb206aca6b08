using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Takes a batch or transaction apart. A Bundle of the usual shape is cut into entries in one pass over its JSON, and the resources are left for several
/// threads to read; anything unusual (extensions in entries, signatures, and every fault) goes through the reader for whole resources, which knows
/// all rules and names all faults.
/// </summary>
internal static class BundleReader
{
    /// <summary>Reads the Bundle's frame.</summary>
    /// <returns>The entries; 400 when this is no Bundle of type batch or transaction.</returns>
    public static Result<IncomingBundle> Read(ReadOnlyMemory<byte> body, SchemaCatalog schema, ParseLimits limits, ContentFormat format = ContentFormat.Json)
    {
        if (body.IsEmpty)
        {
            return FhirError.Of(StatusCodes.Status400BadRequest, IssueCode.Required, "body-missing");
        }

        if (format == ContentFormat.Xml)
        {
            var read = ResourceDocument.ParseXml(body, schema, limits);
            return read.IsValid ? FromDocument(read.Document, keepsPlaces: true) : FhirError.FromStructure(read.Issues);
        }

        if (BundleFrame.Cut(body, limits) is { Type: "batch" or "transaction" } frame)
        {
            return FromFrame(frame);
        }

        var parsed = ResourceDocument.Parse(body, schema, limits);
        return parsed.IsValid ? FromDocument(parsed.Document, keepsPlaces: false) : FhirError.FromStructure(parsed.Issues);
    }

    // Of XML the resources stay read, because only so they know their lines in it.
    private static Result<IncomingBundle> FromDocument(ResourceDocument document, bool keepsPlaces)
    {
        if (document.Type.Name != "Bundle")
        {
            return FhirError.At(document.Type.Name, StatusCodes.Status400BadRequest, IssueCode.Invalid, "bundle-expected", document.Type.Name);
        }

        var type = document.Root.ChildValue("type");
        if (type is not ("batch" or "transaction"))
        {
            return FhirError.At("Bundle.type", StatusCodes.Status400BadRequest, IssueCode.Value, "bundle-type", type ?? "");
        }

        var entries = new List<IncomingEntry>();
        foreach (var element in document.Root.ChildrenNamed("entry"))
        {
            var entry = new IncomingEntry { Index = entries.Count, FullUrl = element.ChildValue("fullUrl") };
            if (element.Child("resource") is { Exists: true } resource)
            {
                entry.Resource = resource.RawJson;
                entry.ResourceOffset = Math.Max(resource.Position.Offset, 0);
                entry.Document = keepsPlaces ? ResourceDocument.Extract(resource) : null;
            }

            if (element.Child("request") is { Exists: true } request)
            {
                entry.Method = request.ChildValue("method");
                entry.Url = request.ChildValue("url");
                entry.IfMatch = request.ChildValue("ifMatch");
                entry.IfNoneMatch = request.ChildValue("ifNoneMatch");
                entry.IfModifiedSince = request.ChildValue("ifModifiedSince");
                entry.IfNoneExist = request.ChildValue("ifNoneExist");
            }

            entries.Add(entry);
        }

        return new IncomingBundle(type == "transaction", document.Bytes, entries);
    }

    private static IncomingBundle FromFrame(BundleFrame frame)
    {
        var entries = new List<IncomingEntry>(frame.Entries.Count);
        foreach (var entry in frame.Entries)
        {
            entries.Add(new IncomingEntry
            {
                Index = entries.Count,
                FullUrl = entry.FullUrl,
                Resource = entry.Resource,
                ResourceOffset = entry.ResourceOffset,
                Method = entry.Method,
                Url = entry.Url,
                IfMatch = entry.IfMatch,
                IfNoneExist = entry.IfNoneExist,
            });
        }

        return new IncomingBundle(frame.Type is "transaction", frame.Source, entries);
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// The steps between a received body and the store (DESIGN 6): read, check the structure and the rules that are enforced, put in id, version and time, make the index rows.
/// Safe for any number of threads.
/// </summary>
internal sealed class WritePreparation(SchemaCatalog schema, ResourceIndexer indexer, TimeProvider clock, BodyReader bodies, WriteValidation validation, SubscriptionReading subscriptions)
{
    private readonly ConcurrentBag<IndexRows> rowBuffers = [];

    /// <summary>Reads the body of a request that shall be a resource of the request's type, and holds it against the profiles that are enforced.</summary>
    /// <returns>The resource; 400 when its structure is wrong, 422 when it breaks rules that are enforced.</returns>
    public Result<CheckedResource> Read(FhirRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return FhirError.Of(StatusCodes.Status400BadRequest, IssueCode.Required, "body-missing");
        }

        if (request.Document is not { } document)
        {
            var parsed = bodies.Parse(request.Body, request.BodyFormat);
            if (!parsed.IsValid)
            {
                return FhirError.FromStructure(parsed.Issues);
            }

            document = parsed.Document;
        }

        if (document.Type.Name != request.Type)
        {
            return FhirError.At($"{document.Type.Name}", StatusCodes.Status400BadRequest, IssueCode.Invalid, "type-mismatch", document.Type.Name, request.Type);
        }

        if (request.Type == "Subscription" && subscriptions.Check(document) is { } refusal)
        {
            return refusal;
        }

        var findings = validation.Check(document);
        return findings.IsSuccess ? new CheckedResource(document, findings.Value) : findings.Error;
    }

    /// <summary>An id for a resource that comes without one: rises with time, so that neighbours in time are neighbours in the index.</summary>
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    /// <summary>The time of a change, to the millisecond, never before the version that it follows.</summary>
    public DateTimeOffset Now(StoredVersion? previous = null)
    {
        var now = clock.GetUtcNow();
        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return previous is not null && previous.LastUpdated > now ? previous.LastUpdated : now;
    }

    /// <summary>Makes the change that stores a resource.</summary>
    /// <param name="edited">The resource; edits made so far stay.</param>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Logical id that it gets.</param>
    /// <param name="expectedVersion">Version that it follows; 0 for none.</param>
    /// <param name="time">Time of the change.</param>
    /// <param name="method">How it comes to be.</param>
    public WriteOperation Store(ResourceEditor edited, string type, string id, long expectedVersion, DateTimeOffset time, VersionMethod method) =>
        Store(edited, type, id, expectedVersion, time, method, out _);

    /// <inheritdoc cref="Store(ResourceEditor, string, string, long, DateTimeOffset, VersionMethod)"/>
    public WriteOperation Store(
        ResourceEditor edited, string type, string id, long expectedVersion, DateTimeOffset time, VersionMethod method, out ResourceDocument document)
    {
        var version = (expectedVersion + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        document = Compact(edited.SetServerFields(id, version, time).ToDocument());
        if (!rowBuffers.TryTake(out var rows))
        {
            rows = new IndexRows();
        }

        indexer.Index(document, rows);
        return new WriteOperation(type, id, expectedVersion, time, method, document.Bytes, rows);
    }

    // A body that was laid out for people is stored without its layout, as every answer would repeat it. A line end stands in no JSON string, so one tells layout.
    private ResourceDocument Compact(ResourceDocument document)
    {
        if (!document.Bytes.Span.Contains((byte)'\n'))
        {
            return document;
        }

        var compact = new ArrayBufferWriter<byte>(document.Bytes.Length);
        ResourceWriter.Write(document, compact, JsonStyle.Compact);
        return ResourceDocument.Parse(compact.WrittenMemory, schema, bodies.Limits).Document!;
    }

    /// <summary>Makes the change that deletes a resource.</summary>
    public static WriteOperation Delete(string type, string id, long expectedVersion, DateTimeOffset time) =>
        new(type, id, expectedVersion, time, VersionMethod.Delete, ReadOnlyMemory<byte>.Empty, IndexRows.Empty);

    /// <summary>Takes the index rows of all changes of a unit back.</summary>
    public void Recycle(WriteUnit unit)
    {
        foreach (var operation in unit.Operations)
        {
            Recycle(operation);
        }
    }

    /// <summary>Takes the index rows of a change back for the next one; the store has read them by the time that WriteAsync returns its task.</summary>
    public void Recycle(WriteOperation operation)
    {
        if (operation.Method != VersionMethod.Delete && rowBuffers.Count < 256)
        {
            operation.Rows.Clear();
            rowBuffers.Add(operation.Rows);
        }
    }

    /// <summary>The version that a change has made.</summary>
    public static StoredVersion Made(WriteOperation operation) =>
        new(operation.Type, operation.Id, operation.NewVersion, operation.LastUpdated, operation.Method, operation.Content);
}

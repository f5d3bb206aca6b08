namespace FhirPsychAcute.Model;

/// <summary>
/// Collects changes to one document and writes the changed JSON, keeping every byte that was not changed.
/// Not thread-safe; the document itself stays as it is.
/// </summary>
public sealed class ResourceEditor
{
    private readonly ResourceDocument document;

    /// <summary>Starts from a document without changes.</summary>
    public ResourceEditor(ResourceDocument document) => this.document = document;

    /// <summary>Sets id, meta.versionId and meta.lastUpdated as a server does on every write, making meta when absent and keeping its other content.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="versionId">Version id.</param>
    /// <param name="lastUpdated">Written as an instant in UTC with milliseconds.</param>
    public ResourceEditor SetServerFields(string id, string versionId, DateTimeOffset lastUpdated) => throw new NotSupportedException();

    /// <summary>Gives a primitive another value of the same JSON kind (string, number, boolean).</summary>
    public ResourceEditor SetValue(Element primitive, string value) => throw new NotSupportedException();

    /// <summary>Adds a property to an element, or an item to the array of that name; <paramref name="json"/> is its JSON value.</summary>
    public ResourceEditor Add(Element parent, string jsonName, ReadOnlySpan<byte> json) => throw new NotSupportedException();

    /// <summary>Replaces a whole element by another JSON value.</summary>
    public ResourceEditor Replace(Element element, ReadOnlySpan<byte> json) => throw new NotSupportedException();

    /// <summary>Removes an element, with its array when it was the last item.</summary>
    public ResourceEditor Remove(Element element) => throw new NotSupportedException();

    /// <summary>The changed JSON text.</summary>
    public byte[] ToBytes() => throw new NotSupportedException();

    /// <summary>The changed resource as a document of its own.</summary>
    public ResourceDocument ToDocument() => throw new NotSupportedException();
}

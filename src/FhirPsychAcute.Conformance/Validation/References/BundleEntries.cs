using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// The entries of one Bundle by fullUrl and by type and id, made once per validation, so that resolving all references is linear in the Bundle's size
/// (http://hl7.org/fhir/R4/bundle.html#references).
/// </summary>
internal sealed class BundleEntries
{
    private readonly ReferenceNames names;
    private readonly Entry[] entries;
    private readonly Dictionary<string, int> byFullUrl;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> fullUrls;
    private readonly Dictionary<int, int> byElement;
    private Dictionary<string, List<int>>? byTypeAndId;

    public BundleEntries(Element bundle, ReferenceNames names)
    {
        this.names = names;
        Bundle = bundle;
        Kind = KindOf(ReferenceNames.Child(bundle, names.Type));
        var list = new List<Entry>();
        byFullUrl = new Dictionary<string, int>(StringComparer.Ordinal);
        byElement = [];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in bundle.ChildrenNamed(names.Entry))
        {
            var fullUrl = ReferenceNames.Child(element, names.FullUrl).Text();
            byElement.Add(element.Index, list.Count);
            if (fullUrl is not null && !byFullUrl.TryAdd(fullUrl, list.Count))
            {
                // Entries of the same fullUrl are versions of one resource: a chain in document order.
                list[last[fullUrl]] = list[last[fullUrl]] with { NextOfFullUrl = list.Count };
            }

            if (fullUrl is not null)
            {
                last[fullUrl] = list.Count;
            }

            list.Add(new Entry(element, ReferenceNames.Child(element, names.Resource), fullUrl, -1));
        }

        entries = [.. list];
        fullUrls = byFullUrl.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The Bundle.</summary>
    public Element Bundle { get; }

    /// <summary>What the Bundle is for.</summary>
    public BundleKind Kind { get; }

    /// <summary>Number of entries.</summary>
    public int Count => entries.Length;

    /// <summary>An entry by its place.</summary>
    public ref readonly Entry this[int index] => ref entries[index];

    /// <summary>The place of an entry, given as element.</summary>
    public int IndexOf(Element entry) => byElement.GetValueOrDefault(entry.Index, -1);

    /// <summary>The entry that comes first of those with that fullUrl; -1 for none.</summary>
    public int First(string fullUrl) => byFullUrl.GetValueOrDefault(fullUrl, -1);

    /// <summary>The entries whose resource has that type and id, whatever their fullUrl; made when first asked for.</summary>
    public IReadOnlyList<int> OfTypeAndId(string typeAndId)
    {
        if (byTypeAndId is null)
        {
            byTypeAndId = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].Resource.Exists && ReferenceNames.Child(entries[i].Resource, names.Id).Text() is { } id)
                {
                    var key = $"{entries[i].Resource.Type.Name}/{id}";
                    if (!byTypeAndId.TryGetValue(key, out var places))
                    {
                        byTypeAndId.Add(key, places = []);
                    }

                    places.Add(i);
                }
            }
        }

        return byTypeAndId.TryGetValue(typeAndId, out var found) ? found : [];
    }

    /// <summary>The entry that a reference in the entry <paramref name="source"/> leads to: its place, or -1; and whether several answer to it.</summary>
    public int Find(int source, in ReferenceForm form, out bool isAmbiguous)
    {
        isAmbiguous = false;
        switch (form.Kind)
        {
            case ReferenceKind.Rest or ReferenceKind.Absolute or ReferenceKind.Urn:
                return Find(form.Url, default, form.Version, out isAmbiguous);
            case ReferenceKind.Relative when source >= 0 && entries[source].FullUrl is { } fullUrl:
                return FindRelative(fullUrl, source, in form, out isAmbiguous);
            default:
                return -1;
        }
    }

    /// <summary>The absolute url that a relative reference in an entry stands for, where the entry's fullUrl gives it one.</summary>
    public string? AbsoluteUrl(int source, in ReferenceForm form)
    {
        if (entries[source].FullUrl is not { } fullUrl)
        {
            return null;
        }

        var text = Encoding.UTF8.GetBytes(fullUrl);
        return TryComplete(text, source, in form, out var head, out var tail) ? Encoding.UTF8.GetString(head) + Encoding.UTF8.GetString(tail) : null;
    }

    private int FindRelative(string fullUrl, int source, in ReferenceForm form, out bool isAmbiguous)
    {
        isAmbiguous = false;
        Span<byte> buffer = stackalloc byte[512];
        var text = Encoding.UTF8.TryGetBytes(fullUrl, buffer, out var written) ? buffer[..written] : Encoding.UTF8.GetBytes(fullUrl);
        return TryComplete(text, source, in form, out var head, out var tail) ? Find(head, tail, form.Version, out isAmbiguous) : -1;
    }

    // R4 2.36.4.1: a relative reference is completed with the base of the entry's own fullUrl, when that is a RESTful url of the entry's resource; beside a
    // fullUrl that is a urn, the reference's id takes the place of the last part. A fullUrl that is itself relative is a fault of its own and serves here.
    private bool TryComplete(ReadOnlySpan<byte> fullUrl, int source, in ReferenceForm form, out ReadOnlySpan<byte> head, out ReadOnlySpan<byte> tail)
    {
        head = default;
        tail = default;
        var own = ReferenceForm.Of(fullUrl, Bundle.Document.Schema);
        if (own.Kind == ReferenceKind.Urn)
        {
            head = fullUrl[..(fullUrl.LastIndexOf((byte)':') + 1)];
            tail = form.Id;
            return true;
        }

        var resource = entries[source].Resource;
        if (own.Kind is not (ReferenceKind.Rest or ReferenceKind.Relative) || !resource.Exists || !ReferenceEquals(own.Type, resource.Type)
            || !ReferenceNames.Child(resource, names.Id).ValueEquals(own.Id))
        {
            return false;
        }

        head = own.Base;
        tail = form.Url;
        return true;
    }

    private int Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> version, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var length = head.Length + tail.Length;
        var key = length <= 512 ? stackalloc char[512] : new char[length];
        var used = Encoding.UTF8.GetChars(head, key);
        used += Encoding.UTF8.GetChars(tail, key[used..]);
        if (!fullUrls.TryGetValue(key[..used], out var at))
        {
            return -1;
        }

        var found = -1;
        for (; at >= 0; at = entries[at].NextOfFullUrl)
        {
            if (!version.IsEmpty && !IsVersion(entries[at].Resource, version))
            {
                continue;
            }

            if (found >= 0)
            {
                // A history holds many versions of a resource; a reference without version means the resource, of which the newest stands first.
                isAmbiguous = Kind != BundleKind.History;
                return found;
            }

            found = at;
        }

        return found;
    }

    private bool IsVersion(Element resource, ReadOnlySpan<byte> version) =>
        resource.Exists && ReferenceNames.Child(resource, names.Meta) is { Exists: true } meta && ReferenceNames.Child(meta, names.VersionId).ValueEquals(version);

    private static BundleKind KindOf(Element type) => type.Text() switch
    {
        "document" => BundleKind.Document,
        "message" => BundleKind.Message,
        "transaction" => BundleKind.Transaction,
        "transaction-response" => BundleKind.TransactionResponse,
        "batch" => BundleKind.Batch,
        "batch-response" => BundleKind.BatchResponse,
        "history" => BundleKind.History,
        "searchset" => BundleKind.Searchset,
        "collection" => BundleKind.Collection,
        _ => BundleKind.Unknown,
    };

    /// <summary>One entry.</summary>
    /// <param name="Element">The entry.</param>
    /// <param name="Resource">Its resource; no element where it has none.</param>
    /// <param name="FullUrl">Its fullUrl; null where it has none.</param>
    /// <param name="NextOfFullUrl">The next entry of the same fullUrl; -1 for none.</param>
    public readonly record struct Entry(Element Element, Element Resource, string? FullUrl, int NextOfFullUrl);
}

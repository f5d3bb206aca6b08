using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>A batch or transaction as received, taken apart into its entries; the resources are not read yet.</summary>
/// <param name="IsTransaction">Transaction, or batch.</param>
/// <param name="Source">The whole body, for positions in outcomes.</param>
/// <param name="Entries">The entries in order.</param>
internal sealed record IncomingBundle(bool IsTransaction, ReadOnlyMemory<byte> Source, IReadOnlyList<IncomingEntry> Entries);

/// <summary>One entry as received; null where the Bundle has nothing.</summary>
internal sealed class IncomingEntry
{
    /// <summary>Position in the Bundle, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Bundle.entry.fullUrl.</summary>
    public string? FullUrl { get; set; }

    /// <summary>The JSON of the resource; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Resource { get; set; }

    /// <summary>The resource where the Bundle was XML; otherwise null, because it is not read yet.</summary>
    public ResourceDocument? Document { get; set; }

    /// <summary>Where the resource begins in the body, in bytes.</summary>
    public int ResourceOffset { get; set; }

    /// <summary>Bundle.entry.request.method.</summary>
    public string? Method { get; set; }

    /// <summary>Bundle.entry.request.url.</summary>
    public string? Url { get; set; }

    /// <summary>Bundle.entry.request.ifMatch.</summary>
    public string? IfMatch { get; set; }

    /// <summary>Bundle.entry.request.ifNoneMatch.</summary>
    public string? IfNoneMatch { get; set; }

    /// <summary>Bundle.entry.request.ifModifiedSince.</summary>
    public string? IfModifiedSince { get; set; }

    /// <summary>Bundle.entry.request.ifNoneExist.</summary>
    public string? IfNoneExist { get; set; }
}

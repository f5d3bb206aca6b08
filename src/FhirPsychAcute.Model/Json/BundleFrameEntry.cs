namespace FhirPsychAcute.Model;

/// <summary>One entry of a <see cref="BundleFrame"/>; null where the Bundle has nothing.</summary>
public sealed class BundleFrameEntry
{
    internal BundleFrameEntry()
    {
    }

    /// <summary>Bundle.entry.fullUrl.</summary>
    public string? FullUrl { get; internal set; }

    /// <summary>The JSON of the resource, a part of the Bundle's; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Resource { get; internal set; }

    /// <summary>Where the resource begins in the Bundle, in bytes.</summary>
    public int ResourceOffset { get; internal set; }

    /// <summary>Bundle.entry.request.method.</summary>
    public string? Method { get; internal set; }

    /// <summary>Bundle.entry.request.url.</summary>
    public string? Url { get; internal set; }

    /// <summary>Bundle.entry.request.ifMatch.</summary>
    public string? IfMatch { get; internal set; }

    /// <summary>Bundle.entry.request.ifNoneExist.</summary>
    public string? IfNoneExist { get; internal set; }
}

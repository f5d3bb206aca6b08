namespace FhirPsychAcute.Model;

/// <summary>What a source may be at most; beyond it reading stops with an issue of code too-long.</summary>
public sealed record ParseLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static ParseLimits Default { get; } = new();

    /// <summary>Nesting of JSON objects and arrays. Default 128; beyond 512 nothing is read, whatever is set here.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Bytes of source. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Elements in one document. Default 4,000,000.</summary>
    public int MaxElements { get; init; } = 4_000_000;

    /// <summary>Bytes of one string value. Default 32 MiB (base64 attachments).</summary>
    public int MaxStringBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Issues reported before reading gives up. Default 200.</summary>
    public int MaxIssues { get; init; } = 200;
}

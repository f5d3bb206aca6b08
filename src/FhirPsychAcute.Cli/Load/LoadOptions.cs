namespace FhirPsychAcute.Cli;

/// <summary>How <c>load</c> sends.</summary>
internal sealed record LoadOptions
{
    /// <summary>FHIR base of the server.</summary>
    public required Uri Server { get; init; }

    /// <summary>Most entries of one batch.</summary>
    public int BatchEntries { get; init; } = 100;

    /// <summary>Most bytes of one batch, unless a single resource is larger.</summary>
    public int BatchBytes { get; init; } = 2 << 20;

    /// <summary>Most batches under way at the same time.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How often a request is sent when the server answers 429 or 503, or the connection fails.</summary>
    public int Tries { get; init; } = 6;

    /// <summary>Wait before the second try; doubles with each further one, up to 16 times this. A Retry-After of the server comes before it.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>File that every refused resource is written to, one JSON object a line; null for none.</summary>
    public string? RefusedFile { get; init; }
}

namespace FhirPsychAcute.Server;

/// <summary>What the watch logs. No ids, no content.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(20, LogLevel.Information, "Watch {Watch}: {Open} resources to look at")]
    public static partial void Watching(ILogger logger, string watch, int open);

    [LoggerMessage(21, LogLevel.Information, "Watch {Watch} raised a {ResourceType}")]
    public static partial void Raised(ILogger logger, string watch, string resourceType);

    [LoggerMessage(22, LogLevel.Error, "Watch {Watch}: a {ResourceType} that it raised is refused with {Status} at {Place} ({Code}); tried again later")]
    public static partial void Refused(ILogger logger, string watch, string resourceType, int status, string place, string code);

    [LoggerMessage(23, LogLevel.Error, "Watch {Watch} could not look at a {ResourceType} ({Fault}); tried again later")]
    public static partial void Failed(ILogger logger, string watch, string resourceType, string fault);

    [LoggerMessage(24, LogLevel.Error, "The watch was interrupted ({Fault}) {Details} and goes on in five minutes")]
    public static partial void Interrupted(ILogger logger, string fault, string details);

    [LoggerMessage(25, LogLevel.Warning, "More than {Limit} resources wait to be looked at; the rest is found again when these are done")]
    public static partial void Overflowed(ILogger logger, int limit);
}

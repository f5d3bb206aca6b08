using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage;

/// <summary>What the store tells operators. Never ids or content.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Information, "New store: {File}")]
    public static partial void Creating(ILogger logger, string file);

    [LoggerMessage(2, LogLevel.Information, "Store {File} gets {Count} schema change(s)")]
    public static partial void Migrating(ILogger logger, string file, int count);

    [LoggerMessage(3, LogLevel.Information, "Store open: {Resources} resource ids, {Versions} versions, rows to be indexed: {Waiting}, {Milliseconds} ms")]
    public static partial void Opened(ILogger logger, long resources, long versions, bool waiting, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "The write-ahead log could not be copied into the store file; it grows until that works again")]
    public static partial void CheckpointFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "A commit of {Units} unit(s) failed; they are tried one by one")]
    public static partial void CommitFailed(ILogger logger, int units, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "A unit could not be stored")]
    public static partial void UnitFailed(ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "Index rows could not be written; they wait and are tried again")]
    public static partial void IndexingFailed(ILogger logger, Exception exception);
}

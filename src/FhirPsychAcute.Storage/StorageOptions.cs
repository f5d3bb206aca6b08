namespace FhirPsychAcute.Storage;

/// <summary>Where the store is and what it may use. Units stand in the names.</summary>
public sealed record StorageOptions
{
    /// <summary>Path of the SQLite file; made when it does not exist (its folder too).</summary>
    public required string DataFile { get; init; }

    /// <summary>Size that the file may reach; beyond it writes fail with <see cref="StoreFault.Full"/>, as they do on a full disk. Default 0: no bound.</summary>
    public int MaxFileMebibytes { get; init; }

    /// <summary>Read connections that stay open; more are opened under load and closed afterwards. Default 8.</summary>
    public int IdleReaders { get; init; } = 8;

    /// <summary>Page cache of the writing connection. Default 64 MiB.</summary>
    public int WriterCacheMebibytes { get; init; } = 64;

    /// <summary>Page cache of each read connection. Default 4 MiB; the operating system caches the rest.</summary>
    public int ReaderCacheMebibytes { get; init; } = 4;

    /// <summary>Size that the write-ahead log aims at: beyond it, it is copied into the file and used again from the start. Default 32 MiB.</summary>
    public int WriteAheadLogMebibytes { get; init; } = 32;

    /// <summary>Resources that one commit takes at most (a larger unit gets a commit of its own). Default 1,000.</summary>
    public int OperationsPerCommit { get; init; } = 1000;

    /// <summary>Units that wait at most; the next one is refused with <see cref="StoreFault.Overloaded"/>. Default 4,096.</summary>
    public int WaitingUnits { get; init; } = 4096;

    /// <summary>Content bytes of the units that wait at most. Default 256 MiB.</summary>
    public int WaitingMebibytes { get; init; } = 256;

    /// <summary>Resources whose index rows may wait to be written together; a search writes them first, so none is ever missed. Default 2,000.</summary>
    public int IndexBacklogResources { get; init; } = 2000;

    /// <summary>Memory that waiting index rows may take before they are written. Default 8 MiB.</summary>
    public int IndexBacklogMebibytes { get; init; } = 8;

    /// <summary>Content of one page of history; a page ends early when it would be more. Default 32 MiB.</summary>
    public int PageMebibytes { get; init; } = 32;

    /// <summary>Pause in writing after which waiting index rows are written. Default 20 ms.</summary>
    public int IndexIdleMilliseconds { get; init; } = 20;

    /// <summary>How long to wait for another process that holds the file. Default 2,000 ms.</summary>
    public int BusyTimeoutMilliseconds { get; init; } = 2000;
}

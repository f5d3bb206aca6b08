namespace FhirPsychAcute.Storage;

/// <summary>What went wrong with the database, in a way that callers can act on.</summary>
public enum StoreFault
{
    /// <summary>Anything else: see the message and the provider's code.</summary>
    Other,
    /// <summary>The file cannot be opened, created or written: path, permissions, read-only.</summary>
    Unavailable,
    /// <summary>The file is not a database of this program, or its content is damaged.</summary>
    Damaged,
    /// <summary>The store was written by a newer version of this program.</summary>
    NewerSchema,
    /// <summary>Another process holds the store.</summary>
    InUse,
    /// <summary>The disk or quota is full; writing works again once there is room.</summary>
    Full,
    /// <summary>The disk reported an error.</summary>
    InputOutput,
    /// <summary>The queue of waiting units is full; try later.</summary>
    Overloaded,
    /// <summary>The operation was given up on time.</summary>
    TimedOut,
    /// <summary>The store is closing.</summary>
    Closed,
}

/// <summary>The database could not do what was asked. The message names file and cause, never content.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">Kind of failure.</param>
    /// <param name="message">English sentence: what failed, where, why.</param>
    /// <param name="inner">The cause, when there is one.</param>
    public StoreException(StoreFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>Kind of failure.</summary>
    public StoreFault Fault { get; }
}

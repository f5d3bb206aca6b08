using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage.Database;

/// <summary>One connection to the database with its prepared statements. Used by one thread at a time; the only way to SQL outside EF Core's migrations.</summary>
internal abstract class StoreConnection : IDisposable
{
    /// <summary>The statement of that text, prepared at first use and kept. The text must be portable SQL (SQLite and PostgreSQL); composed texts should come from a bounded set of shapes.</summary>
    /// <exception cref="StoreException">The database refuses the text.</exception>
    public abstract StoreStatement Prepare(string sql);

    /// <summary>Begins a read transaction: everything read until <see cref="EndRead"/> is of one moment. Needed only when more than one statement must agree.</summary>
    public abstract void BeginRead();

    /// <summary>Ends the read transaction.</summary>
    public abstract void EndRead();

    /// <summary>Begins a write transaction.</summary>
    /// <param name="isDurable">
    /// Whether the commit waits for the disk. Without it a crash of the machine may undo the transaction, but never one that was committed before it, nor
    /// it alone while a later one stays.
    /// </param>
    public abstract void BeginWrite(bool isDurable = true);

    /// <summary>Commits the write transaction.</summary>
    public abstract void Commit();

    /// <summary>Undoes the transaction; does nothing when none is open.</summary>
    public abstract void Rollback();

    /// <summary>Inserts rows into an index table in the order given; rows that are there already stay.</summary>
    public abstract void InsertIndexRows(IndexTable table, ReadOnlySpan<IndexEntryReference> rows);

    /// <summary>Deletes rows from an index table.</summary>
    public abstract void DeleteIndexRows(IndexTable table, ReadOnlySpan<IndexEntryReference> rows);

    /// <summary>Makes the statement that runs now on another thread fail with <see cref="StoreFault.TimedOut"/>. Callable from any thread.</summary>
    public abstract void Interrupt();

    /// <inheritdoc/>
    public abstract void Dispose();
}

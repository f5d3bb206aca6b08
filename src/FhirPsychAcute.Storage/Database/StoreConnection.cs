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
    public abstract void BeginWrite();

    /// <summary>Makes the write transaction durable.</summary>
    public abstract void Commit();

    /// <summary>Undoes the transaction; does nothing when none is open.</summary>
    public abstract void Rollback();

    /// <inheritdoc/>
    public abstract void Dispose();
}

using FhirPsychAcute.Storage.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// Everything that differs between databases: how the schema is brought up to date, how connections are made and how a log is kept short.
/// The rest of the room writes SQL that SQLite and PostgreSQL both take.
/// </summary>
internal abstract class DatabaseProvider : IDisposable
{
    /// <summary>The provider that the options name.</summary>
    public static DatabaseProvider For(StorageOptions options, ILogger logger) => new SqliteProvider(options, logger);

    /// <summary>Makes the database when there is none, and applies the migrations that it lacks. Claims the store for this process.</summary>
    /// <exception cref="StoreException">It cannot be opened, is damaged, in use, or of a newer program.</exception>
    public abstract void Prepare();

    /// <summary>The connection that writes; there is one.</summary>
    public abstract StoreConnection OpenWriter();

    /// <summary>A connection that only reads what is committed.</summary>
    public abstract StoreConnection OpenReader();

    /// <summary>Called by the writer's thread between transactions: keeps the database's log short without stalling.</summary>
    public abstract void AfterCommit(StoreConnection writer);

    /// <summary>An EF Core context over the same database, for cold paths.</summary>
    public abstract FhirDbContext CreateContext();

    /// <summary>Gives the claim back.</summary>
    public abstract void Dispose();
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage.Database.Sqlite;

/// <summary>A connection to the SQLite file over the C interface.</summary>
internal sealed unsafe class SqliteConnection : StoreConnection
{
    // Searches compose their SQL; beyond this many texts half of them are forgotten.
    private const int KeptStatements = 400;

    private readonly string file;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly SqliteIndexTables indexTables;
    private readonly int* logFrames;
    private nint handle;
    private bool waitsForDisk = true;

    /// <summary>Opens the file.</summary>
    /// <param name="file">Path.</param>
    /// <param name="flags">SQLITE_OPEN_*.</param>
    /// <param name="busyTimeoutMilliseconds">How long a locked database is waited for.</param>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public SqliteConnection(string file, int flags, int busyTimeoutMilliseconds)
    {
        this.file = file;
        logFrames = (int*)NativeMemory.AllocZeroed(sizeof(int));
        indexTables = new SqliteIndexTables(this);
        var result = SqliteNative.Open(file, out handle, flags | SqliteNative.OpenNoMutex | SqliteNative.OpenExtendedResultCodes, 0);
        if (result != SqliteNative.Ok)
        {
            var failure = Failure(result);
            Dispose();
            throw failure;
        }

        _ = SqliteNative.BusyTimeout(handle, busyTimeoutMilliseconds);
    }

    /// <summary>The native connection.</summary>
    public nint Handle => handle;

    /// <summary>Frames in the write-ahead log after this connection's last commit (<see cref="WatchLog"/>).</summary>
    public int LogFrames => *logFrames;

    /// <summary>Keeps <see cref="LogFrames"/> up to date. Takes the place of SQLite's automatic checkpoints.</summary>
    public void WatchLog() => SqliteNative.WalHook(handle, &RememberFrames, logFrames);

    /// <summary>Copies the write-ahead log into the file as far as readers allow, without waiting for anyone. Gives frames in the log and frames copied.</summary>
    public (int Log, int Copied) Checkpoint()
    {
        var result = SqliteNative.Checkpoint(handle, null, SqliteNative.CheckpointPassive, out var log, out var copied);
        if (result != SqliteNative.Ok && (result & 0xFF) != SqliteNative.Busy)
        {
            throw Failure(result);
        }

        return (log, copied);
    }

    /// <summary>Runs statements without results.</summary>
    public void Run(string sql)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + "\0"))
        {
            var result = SqliteNative.Execute(handle, text, 0, 0, 0);
            if (result != SqliteNative.Ok)
            {
                throw Failure(result);
            }
        }
    }

    /// <inheritdoc/>
    public override StoreStatement Prepare(string sql)
    {
        if (statements.TryGetValue(sql, out var known))
        {
            if (!known.IsLent)
            {
                known.IsLent = true;
                return known;
            }

            // Somebody is reading with it: this use gets one of its own.
            return new SqliteStatement(this, Compile(sql), isKept: false) { IsLent = true };
        }

        if (statements.Count >= KeptStatements)
        {
            foreach (var idle in statements.Where(statement => !statement.Value.IsLent).Take(KeptStatements / 2).ToList())
            {
                statements.Remove(idle.Key);
                _ = SqliteNative.Finalize(idle.Value.Handle);
            }
        }

        var statement = new SqliteStatement(this, Compile(sql), isKept: true) { IsLent = true };
        statements.Add(sql, statement);
        return statement;
    }

    /// <summary>A statement of the caller's own, which the connection does not keep by its text.</summary>
    public nint Compile(string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        fixed (byte* text = bytes)
        {
            var result = SqliteNative.Prepare(handle, text, bytes.Length, SqliteNative.PreparePersistent, out var statement, out _);
            return result == SqliteNative.Ok ? statement : throw Failure(result);
        }
    }

    /// <inheritdoc/>
    public override void BeginRead() => Do("BEGIN");

    /// <inheritdoc/>
    public override void EndRead() => Rollback();

    /// <inheritdoc/>
    public override void BeginWrite(bool isDurable = true)
    {
        // In WAL mode NORMAL leaves out nothing but the wait for the disk at commit.
        if (isDurable != waitsForDisk)
        {
            Do(isDurable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            waitsForDisk = isDurable;
        }

        Do("BEGIN IMMEDIATE");
    }

    /// <inheritdoc/>
    public override void Commit() => Do("COMMIT");

    /// <inheritdoc/>
    public override void Rollback()
    {
        foreach (var statement in statements.Values)
        {
            statement.Reset();
        }

        // A full disk or an I/O error may have ended the transaction already.
        if (SqliteNative.IsAutocommit(handle) == 0)
        {
            Do("ROLLBACK");
        }
    }

    /// <inheritdoc/>
    public override void InsertIndexRows(IndexTable table, ReadOnlySpan<IndexEntryReference> rows) => indexTables.Insert(table, rows);

    /// <inheritdoc/>
    public override void DeleteIndexRows(IndexTable table, ReadOnlySpan<IndexEntryReference> rows) => indexTables.Delete(table, rows);

    /// <inheritdoc/>
    public override void Interrupt() => SqliteNative.InterruptAll(handle);

    /// <summary>The exception for a result code, with SQLite's own message.</summary>
    public StoreException Failure(int result)
    {
        var message = handle == 0 ? "out of memory" : Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(handle)) ?? "unknown error";
        var (fault, what) = (result & 0xFF) switch
        {
            SqliteNative.Full => (StoreFault.Full, "The disk is full"),
            SqliteNative.InputOutput => (StoreFault.InputOutput, "The disk reported an error"),
            SqliteNative.Corrupt => (StoreFault.Damaged, "The database is damaged"),
            SqliteNative.NotADatabase => (StoreFault.Damaged, "The file is not an SQLite database"),
            SqliteNative.CannotOpen => (StoreFault.Unavailable, "The file cannot be opened or made"),
            SqliteNative.ReadOnly => (StoreFault.Unavailable, "The file or its folder cannot be written"),
            SqliteNative.Busy or SqliteNative.Locked => (StoreFault.InUse, "Another process holds the database"),
            SqliteNative.Interrupt => (StoreFault.TimedOut, "The operation was interrupted"),
            _ => (StoreFault.Other, "The database failed"),
        };
        return new StoreException(fault, $"{what}: '{file}' (SQLite {result}: {message}).");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (handle == 0)
        {
            return;
        }

        foreach (var statement in statements.Values)
        {
            _ = SqliteNative.Finalize(statement.Handle);
        }

        statements.Clear();
        indexTables.Close();
        _ = SqliteNative.Close(handle);
        handle = 0;
        NativeMemory.Free(logFrames);
    }

    private void Do(string sql)
    {
        using var statement = Prepare(sql);
        statement.Execute();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RememberFrames(int* frames, nint database, byte* schema, int count)
    {
        *frames = count;
        return SqliteNative.Ok;
    }
}

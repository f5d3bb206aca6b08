using System.Reflection;
using FhirPsychAcute.Storage.Database.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Database.Sqlite;

/// <summary>SQLite: pragmas, clustered tables, the write-ahead log, and one process per file.</summary>
internal sealed class SqliteProvider(StorageOptions options, ILogger logger) : DatabaseProvider
{
    // "FPSA" in the file header (https://www.sqlite.org/fileformat2.html#application_id), so that `file` and we know our own.
    private const int ApplicationId = 0x46505341;

    // Resources of 2-4 KB: with 8 KiB pages less is lost at page ends than with 4, and a batch of index rows touches fewer pages.
    private const int PageBytes = 8192;

    private readonly string file = Path.GetFullPath(options.DataFile);
    private FileStream? claim;
    private SqliteLogKeeper? logKeeper;

    /// <inheritdoc/>
    public override void Prepare()
    {
        Claim();
        using var connection = OpenForWriting();
        var applied = AppliedMigrations(connection);
        if (applied is null)
        {
            StorageLog.Creating(logger, file);
            Create(connection);
            return;
        }

        var known = (string[])[Initial.Id, FeedFollowersMigration.Id];
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StoreException(
                StoreFault.NewerSchema, $"'{file}' was written by a newer version of this program (it has migration {newer}). Use that version, or another file.");
        }

        if (applied.Count < known.Length)
        {
            StorageLog.Migrating(logger, file, known.Length - applied.Count);
            connection.Dispose();
            using var context = CreateContext();
            context.Database.Migrate();
        }
    }

    /// <inheritdoc/>
    public override StoreConnection OpenWriter()
    {
        var writer = OpenForWriting();
        writer.Run($"PRAGMA journal_size_limit = {2L * options.WriteAheadLogMebibytes << 20}; PRAGMA cache_size = {-1024 * options.WriterCacheMebibytes}; PRAGMA temp_store = MEMORY");
        if (options.MaxFileMebibytes > 0)
        {
            writer.Run($"PRAGMA max_page_count = {((long)options.MaxFileMebibytes << 20) / PageBytes}");
        }

        writer.WatchLog();
        logKeeper = new SqliteLogKeeper(() => OpenForWriting(), (int)((long)options.WriteAheadLogMebibytes << 20) / PageBytes, logger);
        return writer;
    }

    /// <inheritdoc/>
    public override StoreConnection OpenReader()
    {
        var reader = new SqliteConnection(file, SqliteNative.OpenReadOnly, options.BusyTimeoutMilliseconds);
        try
        {
            reader.Run($"PRAGMA query_only = 1; PRAGMA cache_size = {-1024 * options.ReaderCacheMebibytes}; PRAGMA temp_store = MEMORY");
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void AfterCommit(StoreConnection writer) => logKeeper?.AfterCommit((SqliteConnection)writer);

    /// <inheritdoc/>
    public override FhirDbContext CreateContext()
    {
        SQLitePCL.Batteries_V2.Init();
        var builder = new DbContextOptionsBuilder<FhirDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString())
            .ReplaceService<IMigrationsSqlGenerator, ClusteredTableSqlGenerator>()

            // The snapshot that EF Core would compare with is made by its design tools; a test compares the model with the migrated schema instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return new FhirDbContext(builder.Options);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        logKeeper?.Dispose();
        claim?.Dispose();
        claim = null;
    }

    /// <summary>SQL that makes a new database: what the migrations give on SQLite, written down so that a new store need not wait for EF Core's model.</summary>
    internal static string SchemaScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The writer keeps numbers in memory that only one process may hand out. The lock ends with the process, however that ends.
    private void Claim()
    {
        var path = file + ".lock";
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            claim = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.None);
        }
        catch (IOException exception) when (File.Exists(path) && !Directory.Exists(file))
        {
            throw new StoreException(StoreFault.InUse, $"Another process has '{file}' open (it holds '{path}').", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Unavailable, $"The store '{file}' cannot be opened or made: {exception.Message}", exception);
        }
    }

    private SqliteConnection OpenForWriting()
    {
        if (Directory.Exists(file))
        {
            throw new StoreException(StoreFault.Unavailable, $"'{file}' is a folder; a store is a file.");
        }

        var connection = new SqliteConnection(file, SqliteNative.OpenReadWrite | SqliteNative.OpenCreate, options.BusyTimeoutMilliseconds);
        try
        {
            if (SqliteNative.IsReadOnly(connection.Handle, "main") == 1)
            {
                throw new StoreException(StoreFault.Unavailable, $"'{file}' cannot be written: the file or its folder is read-only.");
            }

            // FULL: a commit is on the disk before it is answered. page_size counts for a new file only.
            connection.Run($"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = 0");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Null for an empty database.
    private List<string>? AppliedMigrations(SqliteConnection connection)
    {
        using (var tables = connection.Prepare("SELECT count(*), coalesce(sum(name = '__EFMigrationsHistory'), 0) FROM sqlite_master"))
        {
            tables.Read();
            if (tables.GetInt64(0) == 0)
            {
                return null;
            }

            if (tables.GetInt64(1) == 0)
            {
                throw new StoreException(StoreFault.Damaged, $"'{file}' is an SQLite database, but not a store of this program. Nothing was changed in it.");
            }
        }

        var applied = new List<string>();
        using var history = connection.Prepare("""SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""");
        while (history.Read())
        {
            applied.Add(history.GetString(0));
        }

        return applied;
    }

    private static void Create(SqliteConnection connection)
    {
        connection.BeginWrite();
        connection.Run($"PRAGMA application_id = {ApplicationId}");
        connection.Run(SchemaScript());
        connection.Commit();
    }
}

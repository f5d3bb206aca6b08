using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Database.Sqlite;

/// <summary>
/// Keeps the write-ahead log near its size. Copying it into the file is the slow part and happens on a thread of its own, beside readers and the writer;
/// the writer then copies only the few pages that came meanwhile, after which SQLite begins the log anew.
/// </summary>
internal sealed class SqliteLogKeeper : IDisposable
{
    // When readers or a slow disk keep the log from shrinking, the writer itself helps from this multiple of the size on.
    private const int Overgrown = 4;

    private readonly Func<SqliteConnection> open;
    private readonly int frames;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wanted = new(0);
    private readonly CancellationTokenSource closing = new();
    private Thread? thread;
    private volatile bool busy;
    private volatile bool finish;

    /// <summary>Makes the keeper; its thread and connection come when first needed.</summary>
    /// <param name="open">Opens a connection that may checkpoint.</param>
    /// <param name="frames">Pages that the log should hold at most.</param>
    /// <param name="logger">Hears of failures.</param>
    public SqliteLogKeeper(Func<SqliteConnection> open, int frames, ILogger logger)
    {
        this.open = open;
        this.frames = Math.Max(frames, 100);
        this.logger = logger;
    }

    /// <summary>Called by the writer between transactions.</summary>
    public void AfterCommit(SqliteConnection writer)
    {
        var now = writer.LogFrames;
        if (now < frames || (busy && now < frames * Overgrown))
        {
            return;
        }

        if (finish || now >= frames * Overgrown)
        {
            finish = false;
            var (log, copied) = writer.Checkpoint();
            if (log == copied)
            {
                return;
            }
        }

        if (!busy)
        {
            busy = true;
            lock (gate)
            {
                if (thread is null)
                {
                    thread = new Thread(Run) { IsBackground = true, Name = "store log keeper" };
                    thread.Start();
                }
            }

            wanted.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closing.Cancel();
        thread?.Join();
        closing.Dispose();
        wanted.Dispose();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        try
        {
            while (true)
            {
                wanted.Wait(closing.Token);
                try
                {
                    connection ??= open();
                    _ = connection.Checkpoint();
                }
                catch (StoreException exception)
                {
                    // The log only grows meanwhile; the writer meets the same trouble and reports it to its callers.
                    StorageLog.CheckpointFailed(logger, exception);
                }

                finish = true;
                busy = false;
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
        finally
        {
            connection?.Dispose();
        }
    }
}

using System.Diagnostics;
using FhirPsychAcute.Storage.Changes;
using FhirPsychAcute.Storage.Searching;
using FhirPsychAcute.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Database;

/// <summary>The store on a database: reads on a pool of connections, on the caller's thread and without waiting; writes through <see cref="GroupWriter"/>.</summary>
internal sealed class DatabaseFhirStore : FhirStore
{
    private readonly DatabaseProvider provider;
    private readonly StoreNames names = new();
    private readonly SearchExecutor search;
    private readonly ReaderPool readers;
    private readonly GroupWriter writer;
    private readonly VersionReader versions;
    private readonly long pageBytes;
    private int disposed;

    /// <summary>Opens the store.</summary>
    public DatabaseFhirStore(DatabaseProvider provider, StorageOptions options, ILogger logger)
    {
        var watch = Stopwatch.StartNew();
        this.provider = provider;
        pageBytes = (long)options.PageMebibytes << 20;
        StoreConnection? connection = null;
        var signal = new ChangeSignal();
        try
        {
            provider.Prepare();
            connection = provider.OpenWriter();
            search = new SearchExecutor(names);
            writer = new GroupWriter(provider, connection, names, search, signal, options, logger);
        }
        catch
        {
            connection?.Dispose();
            provider.Dispose();
            throw;
        }

        readers = new ReaderPool(provider, options.IdleReaders);
        versions = new VersionReader(names);
        Changes = new ChangeFeed(names, signal, readers, writer, pageBytes);
        StorageLog.Opened(logger, writer.Recovered.ResourceKeys, writer.Recovered.Versions, writer.HasBacklog, watch.ElapsedMilliseconds);
    }

    /// <inheritdoc/>
    public override ChangeFeed Changes { get; }

    /// <inheritdoc/>
    public override bool IsHealthy => writer.IsHealthy;

    /// <inheritdoc/>
    public override IReadOnlyList<int> NumberParameters(IReadOnlyList<(string ResourceType, string Url)> parameters)
    {
        var numbers = new int[parameters.Count];
        foreach (var (type, _) in parameters)
        {
            names.InternType(type);
        }

        writer.RunAsync(connection => ParameterNumbers.Assign(connection, names, parameters, numbers)).GetAwaiter().GetResult();
        return numbers;
    }

    /// <inheritdoc/>
    public override ValueTask<StoredVersion?> ReadAsync(string type, string id, CancellationToken cancellationToken)
    {
        var reader = readers.Rent();
        try
        {
            return new ValueTask<StoredVersion?>(versions.Current(reader, type, id));
        }
        finally
        {
            readers.Return(reader);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<StoredVersion?> ReadVersionAsync(string type, string id, long version, CancellationToken cancellationToken)
    {
        var reader = readers.Rent();
        try
        {
            return new ValueTask<StoredVersion?>(versions.Version(reader, type, id, version));
        }
        finally
        {
            readers.Return(reader);
        }
    }

    /// <inheritdoc/>
    public override Task<WriteOutcome> WriteAsync(WriteUnit unit, CancellationToken cancellationToken) =>
        writer.WriteAsync(PreparedUnit.From(unit, names, cancellationToken));

    /// <inheritdoc/>
    public override ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        writer.HasBacklog ? SearchAfterIndexing(request, cancellationToken) : new ValueTask<SearchPage>(Search(request, cancellationToken));

    /// <inheritdoc/>
    public override async ValueTask ScanAsync(SearchRequest request, Action<ReadOnlyMemory<byte>> read, CancellationToken cancellationToken)
    {
        if (writer.HasBacklog)
        {
            await writer.IndexAsync().WaitAsync(cancellationToken);
        }

        Consistently(
            reader =>
            {
                search.Scan(reader, request, read);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<HistoryPage> HistoryAsync(HistoryRequest request, CancellationToken cancellationToken) =>
        new(Consistently(reader => HistoryReader.Read(reader, names, request, pageBytes), cancellationToken));

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            readers.Dispose();
            writer.Dispose();
            provider.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<SearchPage> SearchAfterIndexing(SearchRequest request, CancellationToken cancellationToken)
    {
        await writer.IndexAsync().WaitAsync(cancellationToken);
        return Search(request, cancellationToken);
    }

    private SearchPage Search(SearchRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (request.Options.MaxDuration > TimeSpan.Zero)
        {
            limit.CancelAfter(request.Options.MaxDuration);
        }
        else
        {
            limit.Cancel();
        }

        try
        {
            return Consistently(reader => search.Search(reader, request), limit.Token);
        }
        catch (OperationCanceledException given) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(StoreFault.TimedOut, $"The search took longer than {request.Options.MaxDuration.TotalSeconds} s and was given up.", given);
        }
    }

    // Everything that the query reads is of one moment; cancelling interrupts the statement that runs.
    private T Consistently<T>(Func<StoreConnection, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = readers.Rent();
        var isWhole = false;
        try
        {
            reader.BeginRead();
            T result;
            using (cancellationToken.UnsafeRegister(static reader => ((StoreConnection)reader!).Interrupt(), reader))
            {
                result = query(reader);
            }

            reader.EndRead();
            isWhole = true;
            return result;
        }
        catch (StoreException exception) when (exception.Fault == StoreFault.TimedOut)
        {
            throw new OperationCanceledException("The search was given up.", exception, cancellationToken);
        }
        finally
        {
            // A connection on which something failed may be in any state; the next one is quickly opened.
            if (isWhole)
            {
                readers.Return(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }
}

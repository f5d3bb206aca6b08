using System.Diagnostics;
using FhirPsychAcute.Storage.Changes;
using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Searching;
using Microsoft.Extensions.Logging;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// The one thread that writes. Units that wait share a commit: each is checked and written in turn in one transaction, the commit waits for the disk once,
/// then everybody hears their own outcome. When the transaction fails (disk full, input/output), it is undone and each unit tried alone, so that one that cannot
/// be stored does not take others with it.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    // The backlog may reach this multiple of its limits, when index rows cannot be written, before units are refused.
    private const int OverdueIndexing = 4;

    private readonly DatabaseProvider provider;
    private readonly StoreConnection connection;
    private readonly StoreNames names;
    private readonly StorageOptions options;
    private readonly ILogger logger;
    private readonly ChangeSignal changes;
    private readonly IndexBacklog backlog = new(FlushStepSize.Usual);
    private readonly UnitWriter units;
    private readonly WriteQueue queue;
    private readonly Thread thread;
    private readonly List<PreparedUnit> group = [];
    private readonly List<WriteOutcome> outcomes = [];
    private volatile StoreException? indexingFailure;
    private volatile bool failed;

    /// <summary>Takes over the writing connection and starts the thread.</summary>
    public GroupWriter(
        DatabaseProvider provider, StoreConnection connection, StoreNames names, SearchExecutor search, ChangeSignal changes, StorageOptions options, ILogger logger)
    {
        this.changes = changes;
        this.provider = provider;
        this.connection = connection;
        this.names = names;
        this.options = options;
        this.logger = logger;
        units = new UnitWriter(connection, backlog, search);
        queue = new WriteQueue(options.WaitingUnits, (long)options.WaitingMebibytes << 20);
        Recovered = WriterRecovery.Load(connection, names, backlog, units);
        changes.StartAfter(Recovered.Versions);
        thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        thread.Start();
    }

    /// <summary>What was found when the store opened.</summary>
    public RecoveredState Recovered { get; }

    /// <summary>Whether the last commit of units and the last one of index rows succeeded.</summary>
    public bool IsHealthy => !failed && indexingFailure is null;

    /// <summary>Whether index rows wait that a search must see.</summary>
    public bool HasBacklog => backlog.Count > 0;

    /// <summary>Queues a unit; its completion tells the outcome.</summary>
    public Task<WriteOutcome> WriteAsync(PreparedUnit unit)
    {
        queue.Add(unit);
        return unit.Completion.Task;
    }

    /// <summary>Brings the index tables up to date with everything committed so far.</summary>
    public Task IndexAsync() => queue.RequestIndexing();

    /// <summary>Does something in a transaction of its own.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="isDurable">Whether its commit waits for the disk.</param>
    public Task RunAsync(Action<StoreConnection> action, bool isDurable = true)
    {
        var task = new WriterTask(action, isDurable);
        queue.Add(task);
        return task.Completion.Task;
    }

    /// <summary>Finishes what waits, writes the backlog and ends the thread.</summary>
    public void Dispose()
    {
        queue.Close();
        thread.Join();
        connection.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            switch (queue.Take(group, options.OperationsPerCommit, IdleMilliseconds(), out var task, out var indexingRequest))
            {
                case WriterWork.Units:
                    var began = Stopwatch.GetTimestamp();
                    WriteGroup();
                    FlushAlongside(Stopwatch.GetTimestamp() - began);
                    break;
                case WriterWork.Task:
                    RunTask(task!);
                    break;
                case WriterWork.Index:
                    FlushAll();
                    Complete(indexingRequest!);
                    break;
                case WriterWork.Idle:
                    FlushStep();
                    break;
                case WriterWork.End:
                    FlushAll();
                    return;
            }
        }
    }

    private int IdleMilliseconds() =>
        backlog.Count == 0 || indexingFailure is not null ? Timeout.Infinite : backlog.Flush is not null ? 0 : options.IndexIdleMilliseconds;

    private void WriteGroup()
    {
        try
        {
            group.RemoveAll(unit => unit.Cancellation.IsCancellationRequested && unit.Completion.TrySetCanceled(unit.Cancellation));
            if (group.Count == 0 || RefuseWhenIndexingIsOverdue())
            {
                return;
            }

            if (TryCommit(group) is { } failure)
            {
                StorageLog.CommitFailed(logger, group.Count, failure);
                WriteOneByOne(failure);
            }
        }
        finally
        {
            group.Clear();
        }
    }

    private void WriteOneByOne(Exception failure)
    {
        if (group.Count == 1)
        {
            Fail(group[0], failure);
            return;
        }

        var alone = new List<PreparedUnit>(1);
        foreach (var unit in group)
        {
            alone.Clear();
            alone.Add(unit);
            if (TryCommit(alone) is { } itsOwn)
            {
                Fail(unit, itsOwn);
            }
        }
    }

    // Null when everything is durable and everybody has been told.
    private Exception? TryCommit(List<PreparedUnit> together)
    {
        outcomes.Clear();
        var failure = InTransaction(() =>
        {
            foreach (var unit in together)
            {
                outcomes.Add(units.Write(unit));
            }
        });
        if (failure is null)
        {
            for (var i = 0; i < together.Count; i++)
            {
                Note(together[i], outcomes[i]);
                together[i].Completion.TrySetResult(outcomes[i]);
            }

            changes.Wake();
            KeepLogShort();
        }

        return failure;
    }

    private void Note(PreparedUnit unit, WriteOutcome outcome)
    {
        if (outcome == WriteOutcome.Committed)
        {
            foreach (var operation in unit.Operations)
            {
                changes.Note(operation.TypeId, operation.Head.Seq);
            }
        }
    }

    private Exception? InTransaction(Action action, bool isDurable = true)
    {
        var written = NewNames.None;
        try
        {
            connection.BeginWrite(isDurable);
            written = names.WriteNew(connection);
            action();
            connection.Commit();
            units.Committed();
            backlog.Committed();
            failed &= !isDurable;
            return null;
        }
        catch (Exception exception)
        {
            failed |= isDurable;
            names.Restore(written);
            units.RolledBack();
            backlog.RolledBack();
            try
            {
                connection.Rollback();
            }
            catch (StoreException rollback)
            {
                StorageLog.UnitFailed(logger, rollback);
            }

            return exception;
        }
    }

    private bool IsBacklogFull => backlog.Waiting >= options.IndexBacklogResources || backlog.WaitingBytes >= (long)options.IndexBacklogMebibytes << 20;

    // Units go first: a flush uses the pauses between them. While units keep coming it gets a share of the time that grows as the next backlog fills, up to
    // twice what the units took, so that it ends before that backlog is full; beyond that it is finished at once.
    private void FlushAlongside(long ticks)
    {
        if (backlog.Flush is null && IsBacklogFull)
        {
            backlog.BeginFlush(units.LastSeq);
        }

        var until = Stopwatch.GetTimestamp() + (ticks * 2 * backlog.Waiting / options.IndexBacklogResources);
        while (indexingFailure is null && backlog.Flush is not null && (IsBacklogFull || Stopwatch.GetTimestamp() < until))
        {
            FlushStep();
        }
    }

    private void FlushAll()
    {
        do
        {
            FlushStep();
        }
        while (indexingFailure is null && backlog.Count > 0);
    }

    // Rows in the tables can be made again from the versions, so their commits need not wait for the disk.
    private void FlushStep()
    {
        if (backlog.Flush is null)
        {
            if (backlog.Count == 0)
            {
                return;
            }

            backlog.BeginFlush(units.LastSeq);
        }

        var flush = backlog.Flush!;
        var failure = flush.IsPrepared ? InTransaction(() => flush.WriteStep(connection), isDurable: false) : Attempt(() => flush.PrepareStep(connection));
        indexingFailure = failure is null ? null : AsStoreException(failure);
        if (failure is not null)
        {
            StorageLog.IndexingFailed(logger, failure);
        }
        else if (flush.IsPrepared)
        {
            KeepLogShort();
        }
    }

    private static Exception? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private void Complete(TaskCompletionSource request)
    {
        if (indexingFailure is { } failure)
        {
            request.TrySetException(failure);
        }
        else
        {
            request.TrySetResult();
        }
    }

    private void RunTask(WriterTask task)
    {
        if (InTransaction(() => task.Action(connection), task.IsDurable) is { } failure)
        {
            task.Completion.TrySetException(AsStoreException(failure));
        }
        else
        {
            task.Completion.TrySetResult();
        }
    }

    private bool RefuseWhenIndexingIsOverdue()
    {
        var most = options.IndexBacklogResources * OverdueIndexing;
        if (indexingFailure is not null && backlog.Waiting >= most)
        {
            FlushAll();
        }

        if (indexingFailure is not { } failure || backlog.Waiting < most)
        {
            return false;
        }

        foreach (var unit in group)
        {
            Fail(unit, failure);
        }

        return true;
    }

    private void KeepLogShort()
    {
        try
        {
            provider.AfterCommit(connection);
        }
        catch (StoreException exception)
        {
            StorageLog.CheckpointFailed(logger, exception);
        }
    }

    private void Fail(PreparedUnit unit, Exception failure)
    {
        StorageLog.UnitFailed(logger, failure);
        unit.Completion.TrySetException(AsStoreException(failure));
    }

    private static StoreException AsStoreException(Exception failure) =>
        failure as StoreException ?? new StoreException(StoreFault.Other, $"The store failed: {failure.Message}", failure);
}

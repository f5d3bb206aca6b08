using System.Threading.Channels;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Checks resources on several cores and hands the results on in the order of the input. Only a few resources are under way at a time, so that memory does not
/// grow with the input.
/// </summary>
/// <param name="jobs">Resources checked at the same time.</param>
/// <param name="check">Checks one resource; called by several threads.</param>
/// <param name="report">Makes the pieces of the report.</param>
internal sealed class ValidationWork(int jobs, Func<SourceResource, CheckedSource> check, IReport report)
{
    // Enough that no core waits for the one whose turn it is to be written: a Bundle of 35 MB takes as long as a thousand ordinary resources. Memory is bounded by bytes.
    private const int AheadPerJob = 512;
    private const long MaxBytesAhead = 256 << 20;

    private long bytesAhead;

    /// <summary>Runs to the end of the input.</summary>
    /// <param name="sources">The resources.</param>
    /// <param name="write">Takes each result and its piece of the report, in order, by one thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(IAsyncEnumerable<SourceResource> sources, Action<CheckedSource, string> write, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(jobs);
        var ahead = Channel.CreateBounded<Task<(CheckedSource Source, string Piece)>>(jobs * AheadPerJob);
        var reading = ReadAsync(sources, ahead.Writer, free, stop.Token);
        try
        {
            await foreach (var task in ahead.Reader.ReadAllAsync(CancellationToken.None))
            {
                var (source, piece) = await task;
                write(source, piece);
                Interlocked.Add(ref bytesAhead, -source.Source.Bytes.Length);
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        await reading;
    }

    private async Task ReadAsync(
        IAsyncEnumerable<SourceResource> sources, ChannelWriter<Task<(CheckedSource, string)>> ahead, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var source in sources.WithCancellation(cancellationToken))
            {
                await free.WaitAsync(cancellationToken);
                while (Interlocked.Read(ref bytesAhead) > MaxBytesAhead)
                {
                    await Task.Delay(10, cancellationToken);
                }

                Interlocked.Add(ref bytesAhead, source.Bytes.Length);
                await ahead.WriteAsync(Task.Run(() => Check(source, free), CancellationToken.None), cancellationToken);
            }

            ahead.Complete();
        }
        catch (Exception fault)
        {
            ahead.Complete(fault);
        }
    }

    private (CheckedSource Source, string Piece) Check(SourceResource source, SemaphoreSlim free)
    {
        try
        {
            var result = check(source);
            return (result, report.Render(result));
        }
        finally
        {
            free.Release();
        }
    }
}

using System.Threading.Channels;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>
/// How a source reads much: one thread brings contents one after the other, as many as there are processors parse and count them, each in a part of its own. Memory holds a few hundred
/// contents whatever their number.
/// </summary>
public static class ScanPipe
{
    private const int BatchSize = 128;
    private const int MaxWaiting = 6;

    /// <summary>Brings contents; hands each to the action, which may make it wait. Runs on a thread of its own.</summary>
    public delegate Task Bring(Action<ReadOnlyMemory<byte>> hand, CancellationToken cancellationToken);

    /// <summary>Runs it.</summary>
    /// <param name="bring">Brings contents.</param>
    /// <param name="parse">Reads a content; null for one that is left out. Called by several threads.</param>
    /// <param name="begin">Makes a part.</param>
    /// <param name="read">Counts a resource in a part.</param>
    /// <param name="end">Takes a finished part, one after the other.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync<TPart>(
        Bring bring, Func<ReadOnlyMemory<byte>, ResourceDocument?> parse, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bring);
        ArgumentNullException.ThrowIfNull(end);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<ReadOnlyMemory<byte>>>(new BoundedChannelOptions(MaxWaiting) { SingleWriter = true });
        var counting = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(CountAsync, CancellationToken.None)).ToList();
        var bringing = Task.Run(BringAsync, CancellationToken.None);
        try
        {
            // Of those that failed and those that were stopped for it, awaiting tells the failure.
            await Task.WhenAll([bringing, .. counting]);
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll([bringing, .. counting])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var part in counting)
        {
            end(await part);
        }

        async Task BringAsync()
        {
            try
            {
                var batch = new List<ReadOnlyMemory<byte>>(BatchSize);
                await bring(
                    content =>
                    {
                        batch.Add(content);
                        if (batch.Count == BatchSize)
                        {
                            Hand(batch);
                            batch = new List<ReadOnlyMemory<byte>>(BatchSize);
                        }
                    },
                    stop.Token);
                Hand(batch);
                batches.Writer.Complete();
            }
            catch (Exception fault)
            {
                batches.Writer.Complete(fault is OperationCanceledException ? null : fault);
                await stop.CancelAsync();
                throw;
            }
        }

        // Whoever brings does nothing else, so its thread may wait here.
        void Hand(List<ReadOnlyMemory<byte>> batch)
        {
            if (!batches.Writer.TryWrite(batch))
            {
                batches.Writer.WriteAsync(batch, stop.Token).AsTask().GetAwaiter().GetResult();
            }
        }

        async Task<TPart> CountAsync()
        {
            var part = begin();
            try
            {
                await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
                {
                    foreach (var content in batch)
                    {
                        if (parse(content) is { } resource)
                        {
                            read(part, resource);
                        }
                    }
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }

            return part;
        }
    }
}

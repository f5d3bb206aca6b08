using System.Threading.Channels;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What the store holds, for indicators: one thread reads contents one after the other, as many as there are processors parse and count them.</summary>
internal sealed class StoredIndicatorSource(FhirService service) : IIndicatorSource
{
    private const int BatchSize = 256;

    // Batches that wait to be counted: a few megabytes at most.
    private const int MaxWaiting = 8;

    /// <inheritdoc/>
    public async Task ScanAsync<TPart>(Gathering wanted, Func<TPart> begin, Action<TPart, ResourceDocument> read, Action<TPart> end, CancellationToken cancellationToken)
    {
        var request = service.Search.Gather(wanted, null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<ReadOnlyMemory<byte>>>(new BoundedChannelOptions(MaxWaiting) { SingleWriter = true });
        var readers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(CountAsync, CancellationToken.None)).ToList();
        try
        {
            await Task.Run(() => ReadAsync(request, batches.Writer, stop.Token), CancellationToken.None);
            batches.Writer.Complete();
            foreach (var reader in readers)
            {
                end(await reader);
            }
        }
        finally
        {
            // Nobody is left waiting for batches, whatever failed.
            batches.Writer.TryComplete();
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(readers)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
                        read(part, ResourceDocument.Parse(content, service.Schema).Document ?? throw new InvalidDataException($"A stored {wanted.Type} cannot be read."));
                    }
                }
            }
            catch
            {
                // The thread that reads the store must not wait for somebody who is gone.
                await stop.CancelAsync();
                throw;
            }

            return part;
        }
    }

    private async Task ReadAsync(SearchRequest request, ChannelWriter<List<ReadOnlyMemory<byte>>> batches, CancellationToken cancellationToken)
    {
        var batch = new List<ReadOnlyMemory<byte>>(BatchSize);
        await service.Store.ScanAsync(
            request,
            content =>
            {
                batch.Add(content);
                if (batch.Count == BatchSize)
                {
                    Hand(batches, batch, cancellationToken);
                    batch = new List<ReadOnlyMemory<byte>>(BatchSize);
                }
            },
            cancellationToken);
        if (batch.Count > 0)
        {
            Hand(batches, batch, cancellationToken);
        }
    }

    // The store hands over on its own thread, which may wait here: it does nothing else.
    private static void Hand(ChannelWriter<List<ReadOnlyMemory<byte>>> batches, List<ReadOnlyMemory<byte>> batch, CancellationToken cancellationToken)
    {
        if (!batches.TryWrite(batch))
        {
            batches.WriteAsync(batch, cancellationToken).AsTask().GetAwaiter().GetResult();
        }
    }
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Sends resources to a server. Single resources gather in batches, several of which are under way at once; a transaction or batch of the input
/// waits for everything before it and goes alone, because it may refer to it. What is in memory is bounded by the batches under way.
/// </summary>
internal sealed class Loader : IDisposable
{
    private readonly FhirConnection connection;
    private readonly SchemaCatalog schema;
    private readonly LoadOptions options;
    private readonly LoadReport report;
    private readonly Action<long> advance;
    private readonly SemaphoreSlim slots;
    private readonly List<Task> underWay = [];
    private readonly HashSet<string> unfinished = new(StringComparer.Ordinal);
    private BatchRequest batch = new();

    public Loader(FhirConnection connection, SchemaCatalog schema, LoadOptions options, LoadReport report, Action<long> advance)
    {
        this.connection = connection;
        this.schema = schema;
        this.options = options;
        this.report = report;
        this.advance = advance;
        slots = new SemaphoreSlim(options.Parallel);
    }

    /// <summary>Sends everything, in the order in which it comes.</summary>
    public async Task LoadAsync(IAsyncEnumerable<LoadItem> items, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await (item switch
                {
                    ResourceItem resource => AddAsync(resource, cancellationToken),
                    BundleItem bundle => AloneAsync(bundle, () => SendBundleAsync(bundle, cancellationToken), cancellationToken),
                    LinkedItem linked => AloneAsync(linked, () => SendLinkedAsync(linked, cancellationToken), cancellationToken),
                    UnreadableItem unreadable => Refuse(unreadable),
                    _ => throw new InvalidOperationException($"{item.GetType().Name} cannot be sent."),
                });
            }

            await FlushAsync(cancellationToken);
        }
        finally
        {
            await Task.WhenAll(underWay);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private Task Refuse(UnreadableItem item)
    {
        report.Refuse(item.Location, item.Reason);
        advance(item.SourceBytes);
        return Task.CompletedTask;
    }

    private async Task AddAsync(ResourceItem item, CancellationToken cancellationToken)
    {
        // A second version of a resource must not overtake the first.
        if (item.Id is not null && !unfinished.Add(item.Url))
        {
            await FlushAsync(cancellationToken);
            await FinishAsync();
            unfinished.Add(item.Url);
        }

        batch.Add(item);
        if (batch.Items.Count >= options.BatchEntries || batch.Bytes >= options.BatchBytes)
        {
            await FlushAsync(cancellationToken);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (batch.Items.Count == 0)
        {
            return;
        }

        var full = batch;
        batch = new BatchRequest();
        await slots.WaitAsync(cancellationToken);
        var done = underWay.Where(task => task.IsCompleted).ToList();
        if (done.Count > 0)
        {
            underWay.RemoveAll(done.Contains);
            await Task.WhenAll(done);
        }

        if (unfinished.Count > 10 * options.BatchEntries * options.Parallel)
        {
            await FinishAsync();
            unfinished.UnionWith(full.Items.Where(item => item.Id is not null).Select(item => item.Url));
        }

        underWay.Add(Task.Run(() => SendAndRelease(full, cancellationToken), cancellationToken));
    }

    private async Task FinishAsync()
    {
        await Task.WhenAll(underWay);
        underWay.Clear();
        unfinished.Clear();
    }

    private async Task AloneAsync(LoadItem item, Func<Task> send, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await FinishAsync();
        await send();
        advance(item.SourceBytes);
    }

    private async Task SendAndRelease(BatchRequest full, CancellationToken cancellationToken)
    {
        try
        {
            if (full.Items.Count == 1)
            {
                await SendSinglyAsync(full.Items, cancellationToken);
            }
            else
            {
                await SendBatchAsync(full.Items, cancellationToken);
            }

            advance(full.Items.Sum(item => item.SourceBytes));
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task SendBatchAsync(IReadOnlyList<ResourceItem> items, CancellationToken cancellationToken)
    {
        // A batch of updates can be sent again without harm; one that creates cannot.
        var repeat = items.All(item => item.Id is not null) ? Repeat.Always : Repeat.WhenNotReceived;
        var response = await connection.SendAsync("POST", "", BatchRequest.Write("batch", items), repeat, cancellationToken);
        var entries = response.IsSuccess ? response.Entries(schema) : null;
        if (entries is null || entries.Count != items.Count)
        {
            // The server took offence at the batch as a whole: one by one it says at what, unless that could create something twice.
            if (repeat == Repeat.Always || response.Status is >= 400 and < 500)
            {
                await SendSinglyAsync(items, cancellationToken);
            }
            else
            {
                RefuseAll(items, response.Reason(schema));
            }

            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            Note(items[i].Location, entries[i].Status, entries[i].Reason, items[i].OnlyNew);
        }
    }

    private async Task SendSinglyAsync(IReadOnlyList<ResourceItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var repeat = item.Id is not null ? Repeat.Always : Repeat.WhenNotReceived;
            var response = await connection.SendAsync(item.Method, item.Url, item.Json, repeat, cancellationToken, item.OnlyNew);
            Note(item.Location, response.Status, response.IsSuccess ? "" : response.Reason(schema), item.OnlyNew);
        }
    }

    private async Task SendLinkedAsync(LinkedItem linked, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(
            "POST", "", BatchRequest.Write("transaction", linked.Resources), Repeat.WhenNotReceived, cancellationToken);
        NoteBundle(linked.Location, response);
    }

    private async Task SendBundleAsync(BundleItem bundle, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync("POST", "", bundle.Json, Repeat.WhenNotReceived, cancellationToken);
        NoteBundle(bundle.Location, response);
    }

    private void NoteBundle(SourceLocation location, FhirResponse response)
    {
        if (!response.IsSuccess || response.Entries(schema) is not { } entries)
        {
            report.Refuse(location, response.Reason(schema));
            return;
        }

        for (var i = 0; i < entries.Count; i++)
        {
            Note(location with { Entry = i }, entries[i].Status, entries[i].Reason);
        }
    }

    private void RefuseAll(IReadOnlyList<ResourceItem> items, string reason)
    {
        foreach (var item in items)
        {
            report.Refuse(item.Location, reason);
        }
    }

    private void Note(SourceLocation location, int status, string reason, bool onlyNew = false)
    {
        // 412 says that the condition did not hold: it is there already.
        if (onlyNew && status == 412)
        {
            report.Keep();
        }
        else if (status is >= 200 and < 300)
        {
            report.Accept(status);
        }
        else
        {
            report.Refuse(location, reason);
        }
    }
}

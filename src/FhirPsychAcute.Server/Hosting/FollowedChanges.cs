namespace FhirPsychAcute.Server;

/// <summary>What runs behind the requests and follows what they write: the watch. Ends before the store is closed.</summary>
internal sealed class FollowedChanges : IAsyncDisposable
{
    private readonly WatchService? watch;

    private FollowedChanges(WatchService? watch) => this.watch = watch;

    /// <summary>Starts what the settings ask for.</summary>
    public static FollowedChanges Start(FhirService service, ServerParts parts, ILoggerFactory logs)
    {
        var started = service.Options.Watch ? new WatchService(service, [.. WatchTable.Of(service), .. parts.Watches], logs.CreateLogger<WatchService>()) : null;
        started?.Start();
        return new FollowedChanges(started);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (watch is not null)
        {
            await watch.DisposeAsync();
        }
    }
}

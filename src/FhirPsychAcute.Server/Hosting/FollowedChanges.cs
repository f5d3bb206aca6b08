namespace FhirPsychAcute.Server;

/// <summary>What runs behind the requests and follows what they write: subscriptions and the watch. Ends before the store is closed.</summary>
internal sealed class FollowedChanges : IAsyncDisposable
{
    private readonly SubscriptionService subscriptions;
    private readonly WatchService? watch;

    private FollowedChanges(SubscriptionService subscriptions, WatchService? watch) => (this.subscriptions, this.watch) = (subscriptions, watch);

    /// <summary>Starts what the settings ask for.</summary>
    public static FollowedChanges Start(FhirService service, ServerParts parts, ILoggerFactory logs)
    {
        var subscribed = new SubscriptionService(service, logs.CreateLogger<SubscriptionService>());
        service.Subscriptions = subscribed;
        subscribed.Start();
        var watching = service.Options.Watch ? new WatchService(service, [.. WatchTable.Of(service), .. parts.Watches], logs.CreateLogger<WatchService>()) : null;
        watching?.Start();
        return new FollowedChanges(subscribed, watching);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (watch is not null)
        {
            await watch.DisposeAsync();
        }

        await subscriptions.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Follows the Subscription resources themselves: what is requested is set up and becomes active, what is changed, switched off or deleted is followed at once. Each subscription
/// then has a <see cref="Delivery"/> of its own. Without subscriptions nothing runs.
/// </summary>
internal sealed class SubscriptionService : IAsyncDisposable
{
    private const string Follower = "subscriptions";
    private const int PageSize = 100;
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);
    private static readonly string[] Followed = ["Subscription"];

    private readonly FhirService service;
    private readonly ILogger logger;
    private readonly ChangeMatching matching;
    private readonly HookSender sender;
    private readonly DeliveryTools tools;
    private readonly ConcurrentDictionary<string, Delivery> deliveries = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>Makes the service.</summary>
    public SubscriptionService(FhirService service, ILogger logger)
    {
        this.service = service;
        this.logger = logger;
        matching = new ChangeMatching(service);
        sender = new HookSender(service.Schema, service.Clock);
        tools = new DeliveryTools(
            service.Store.Changes, matching, sender, new SubscriptionStatus(service, logger), service.Clock, TimeSpan.FromHours(service.Options.SubscriptionsGiveUpHours), logger);
    }

    /// <summary>Starts.</summary>
    public void Start() => running = Task.Run(RunAsync);

    /// <summary>The delivery of a subscription; null when there is none now.</summary>
    public Delivery? Find(string id) => deliveries.GetValueOrDefault(id);

    /// <summary>How many matching versions wait, counted up to a limit.</summary>
    /// <param name="plan">The subscription.</param>
    /// <param name="after">Position from which to count.</param>
    /// <param name="limit">How far to count.</param>
    public int CountWaiting(SubscriptionPlan plan, long after, int limit)
    {
        var waiting = 0;
        for (var pages = 0; waiting < limit && pages < limit && after < service.Store.Changes.Last; pages++)
        {
            var page = matching.Read(plan.Type, after, plan.Criteria);
            waiting += page.Matches.Count;
            after = page.End;
        }

        return Math.Min(waiting, limit);
    }

    /// <summary>Makes one attempt outside the order, for what was given up before.</summary>
    public Task<HookOutcome> SendAsync(SubscriptionPlan plan, StoredVersion version, CancellationToken cancellationToken) => sender.SendAsync(plan, version, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        await Task.WhenAll(deliveries.Values.Select(static delivery => delivery.DisposeAsync().AsTask()));
        matching.Dispose();
        sender.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var token = stopping.Token;
        var isLoaded = false;
        while (!token.IsCancellationRequested)
        {
            try
            {
                if (!isLoaded)
                {
                    await LoadAsync(token);
                    isLoaded = true;
                }

                await FollowAsync(token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
            }
            catch (StoreException fault) when (fault.Fault == StoreFault.Closed)
            {
                return;
            }
            catch (Exception fault)
            {
                SubscriptionLog.AllInterrupted(logger, fault.GetType().Name);
                await Task.Delay(AfterFault, service.Clock, token).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    // Those that were running when the process ended; one that was not set up yet stands in the feed still.
    private async Task LoadAsync(CancellationToken token)
    {
        await foreach (var version in service.Gather.StreamAsync(new Gathering("Subscription", ("status", "requested,active,error")), token))
        {
            if (service.Store.Changes.Position(SubscriptionPlan.FollowerOf(version.Id)) is not null)
            {
                await SetUpAsync(version.Id, 0, token);
            }
        }
    }

    private async Task FollowAsync(CancellationToken token)
    {
        var changes = service.Store.Changes;
        var after = changes.Position(Follower)?.Seq ?? 0;
        while (true)
        {
            var page = changes.Read(Followed, after, PageSize);
            foreach (var (seq, version) in page.Changes)
            {
                await SetUpAsync(version.Id, seq, token);
                after = seq;
                await changes.SaveAsync(Follower, new FeedPosition(seq, 0));
            }

            after = page.End;
            if (page.Changes.Count == 0)
            {
                await changes.WaitAsync(Followed, after, token);
            }
        }
    }

    /// <summary>Brings the delivery of a subscription in line with its resource as it is now.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="seq">The version that gives reason to: where a new subscription begins.</param>
    /// <param name="token">Stops it.</param>
    private async Task SetUpAsync(string id, long seq, CancellationToken token)
    {
        var current = await service.Store.ReadAsync("Subscription", id, token);
        if (current is null or { IsDeleted: true })
        {
            await StopAsync(id);
            await service.Store.Changes.ForgetAsync(SubscriptionPlan.FollowerOf(id));
            return;
        }

        var subscription = service.Gather.Parse(current);
        var status = subscription.Root.ChildValue("status");
        var position = service.Store.Changes.Position(SubscriptionPlan.FollowerOf(id));
        if (status is not ("requested" or "active") && !(status is "error" && position is not null))
        {
            await StopAsync(id);
            return;
        }

        var plan = service.SubscriptionReading.Read(subscription);
        if (!plan.IsSuccess)
        {
            await StopAsync(id);
            await RefuseAsync(id, plan.Error, token);
            return;
        }

        await DeliverAsync(plan.Value, status == "requested", position, seq, token);
    }

    private async Task DeliverAsync(SubscriptionPlan plan, bool isRequested, FeedPosition? position, long seq, CancellationToken token)
    {
        var known = Find(plan.Id);
        if (known is null || isRequested || !known.Plan.IsSameAs(plan))
        {
            await StopAsync(plan.Id);
            if (position is null)
            {
                position = new FeedPosition(seq, 0);
                await service.Store.Changes.SaveAsync(plan.Follower, position.Value);
            }

            deliveries[plan.Id] = new Delivery(plan, known?.State.Position ?? position.Value, tools);
        }

        if (isRequested)
        {
            SubscriptionLog.Active(logger, plan.Id, plan.Type);
            await tools.Status.SetAsync(plan.Id, "active", null, token, "requested");
        }
    }

    // What the operator no longer allows, or whose end came while the server was away.
    private async Task RefuseAsync(string id, FhirError error, CancellationToken token)
    {
        var reason = string.Join(" ", error.Issues.Select(static issue => issue.Text(Language.English)));
        SubscriptionLog.Off(logger, id, reason);
        await tools.Status.SetAsync(id, "off", reason, token, "requested", "active", "error");
    }

    private async Task StopAsync(string id)
    {
        if (deliveries.TryRemove(id, out var delivery))
        {
            await delivery.DisposeAsync();
        }
    }
}

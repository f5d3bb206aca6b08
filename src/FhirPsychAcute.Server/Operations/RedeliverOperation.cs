using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Subscription/[id]/$redeliver</c>: sends once more what was given up (dead letters), oldest first, each version as it was. It ends at the first one for which the receiver
/// cannot be reached. What waits in order is not touched by it.
/// </summary>
internal static class RedeliverOperation
{
    private const int Most = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        if (service.Subscriptions is not { } subscriptions)
        {
            return Answer.Refusal(FhirError.Of(StatusCodes.Status503ServiceUnavailable, IssueCode.Transient, "subscriptions-stopped"));
        }

        if (subscriptions.Find(request.Id)?.Plan is not { } plan)
        {
            var status = call.Value.Instance!.Root.ChildValue("status") ?? "";
            return Answer.Refusal(FhirError.At("Subscription.status", StatusCodes.Status409Conflict, IssueCode.BusinessRule, "subscription-not-active", request.Id, status));
        }

        var changes = service.Store.Changes;
        var (delivered, lastError) = (0, (string?)null);
        var began = service.Clock.GetTimestamp();
        foreach (var refusal in changes.Refusals(plan.Follower, 0, Most))
        {
            if (changes.Find(refusal.Seq) is { } version)
            {
                var outcome = await subscriptions.SendAsync(plan, version, cancellationToken);
                if (outcome.Result != HookResult.Delivered)
                {
                    lastError = outcome.Reason;
                }

                if (outcome.Result == HookResult.Unavailable || service.Clock.GetElapsedTime(began) > Longest)
                {
                    break;
                }

                if (outcome.Result == HookResult.Refused)
                {
                    continue;
                }
            }

            await changes.RemoveRefusalAsync(plan.Follower, refusal.Seq);
            delivered++;
        }

        using var composer = new ResourceComposer();
        composer.Begin("Parameters").OpenList("parameter")
            .OpenItem().Text("name", "delivered").Number("valueInteger", delivered).Close()
            .OpenItem().Text("name", "remaining").Number("valueInteger", changes.CountRefusals(plan.Follower)).Close();
        if (lastError is not null)
        {
            composer.OpenItem().Text("name", "last-error").Text("valueString", lastError).Close();
        }

        return Answer.Unstored(composer.CloseList().Finish().ToArray(), null);
    }
}

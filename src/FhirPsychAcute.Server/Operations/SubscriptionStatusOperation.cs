using System.Globalization;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Subscription/[id]/$status</c>: how far a subscription has come, what waits, what went wrong, and what was given up. The answer is a searchset with one Parameters, whose first
/// parameters are those of the subscriptions R5 backport (http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-status).
/// </summary>
internal static class SubscriptionStatusOperation
{
    private const int MostLetters = 100;
    private const int MostWaiting = 1_000;

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

        return Answer.Unstored(Write(service, subscriptions, request, call.Value), null);
    }

    private static byte[] Write(FhirService service, SubscriptionService subscriptions, FhirRequest request, OperationInput call)
    {
        var subscription = call.Instance!;
        var changes = service.Store.Changes;
        var follower = SubscriptionPlan.FollowerOf(request.Id);
        var delivery = subscriptions.Find(request.Id);
        var state = delivery?.State;
        var position = state?.Position ?? changes.Position(follower) ?? default;
        var refusals = changes.CountRefusals(follower);
        using var composer = new ResourceComposer();
        composer.Begin("Bundle").Text("type", "searchset").Time("timestamp", service.Clock.GetUtcNow()).Number("total", 1)
            .OpenList("entry").OpenItem().Text("fullUrl", $"urn:uuid:{Guid.CreateVersion7()}")
            .OpenResource("resource", "Parameters").OpenList("parameter");
        composer.OpenItem().Text("name", "subscription").Reference("valueReference", $"{request.Base}/Subscription/{request.Id}").Close();
        Text(composer, "status", "valueCode", subscription.Root.ChildValue("status"));
        Text(composer, "type", "valueCode", "query-status");
        Text(composer, "events-since-subscription-start", "valueString", Number(position.Taken + refusals));
        Text(composer, "delivered", "valueString", Number(position.Taken));
        if (Plan(service, delivery, subscription) is { } plan && position.Seq > 0)
        {
            var waiting = subscriptions.CountWaiting(plan, position.Seq, MostWaiting);
            Text(composer, "waiting", "valueString", waiting < MostWaiting ? Number(waiting) : $">={Number(MostWaiting)}");
        }

        Text(composer, "cursor", "valueString", Number(position.Seq));
        Text(composer, "failures", "valueString", Number(state?.Failures ?? 0));
        Text(composer, "last-error", "valueString", state?.LastError);
        Moment(composer, "last-error-time", state?.LastErrorAt);
        Moment(composer, "next-attempt", state?.NextAttempt);
        Text(composer, "dead-letters", "valueString", Number(refusals));
        foreach (var refusal in changes.Refusals(follower, 0, MostLetters))
        {
            Letter(composer, refusal, changes.Find(refusal.Seq));
        }

        return composer.CloseList().Close().Open("search").Text("mode", "match").Close().Close().CloseList().Finish().ToArray();
    }

    private static SubscriptionPlan? Plan(FhirService service, Delivery? delivery, ResourceDocument subscription) =>
        delivery?.Plan ?? (service.SubscriptionReading.Read(subscription) is { IsSuccess: true } read ? read.Value : null);

    private static void Letter(ResourceComposer composer, FeedRefusal refusal, StoredVersion? version)
    {
        composer.OpenItem().Text("name", "dead-letter").OpenList("part");
        Text(composer, "event-number", "valueString", Number(refusal.Seq));
        Moment(composer, "timestamp", refusal.At);
        if (version is not null)
        {
            composer.OpenItem().Text("name", "focus").Reference("valueReference", $"{version.Type}/{version.Id}/_history/{Number(version.Version)}").Close();
        }

        Text(composer, "attempts", "valueString", Number(refusal.Attempts));
        Text(composer, "reason", "valueString", refusal.Reason);
        composer.CloseList().Close();
    }

    private static void Text(ResourceComposer composer, string name, string property, string? value)
    {
        if (value is not null)
        {
            composer.OpenItem().Text("name", name).Text(property, value).Close();
        }
    }

    private static void Moment(ResourceComposer composer, string name, DateTimeOffset? time)
    {
        if (time is not null)
        {
            composer.OpenItem().Text("name", name).Time("valueInstant", time).Close();
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Reads a Subscription as what this server does with it, and says everything that stands against it: the criteria as strictly as a search with <c>Prefer: handling=strict</c>, the
/// channel, the endpoint, the headers, the end.
/// </summary>
internal sealed class SubscriptionReading(SearchGate search, EndpointPolicy endpoints, TimeProvider clock)
{
    private const int MostHeaders = 20;

    private static readonly string[] Payloads = ["application/fhir+json", "application/json", "application/fhir+xml", "application/xml"];

    /// <summary>Checks a Subscription that shall be stored. One that is off or failing is not held to it, so that it can always be switched off.</summary>
    /// <returns>The refusal, 422; null when nothing stands against it.</returns>
    public FhirError? Check(ResourceDocument subscription) =>
        subscription.Root.ChildValue("status") is "requested" or "active" ? Read(subscription).Error : null;

    /// <summary>Reads it.</summary>
    /// <returns>What it asks for; 422 with all reasons.</returns>
    public Result<SubscriptionPlan> Read(ResourceDocument subscription)
    {
        var root = subscription.Root;
        var channel = root.Child("channel");
        var issues = new List<OutcomeIssue>();
        var type = channel.Exists ? channel.ChildValue("type") : null;
        if (type != "rest-hook")
        {
            issues.Add(At("Subscription.channel.type", IssueCode.NotSupported, "subscription-channel", type ?? ""));
        }

        var payload = Payload(channel, issues);
        var endpoint = Endpoint(channel, payload is not null, issues);
        var headers = Headers(channel, issues);
        var criteria = root.ChildValue("criteria") ?? "";
        var wanted = Criteria(criteria, issues);
        var end = root.RangeIn("end")?.From;
        if (end <= clock.GetUtcNow())
        {
            issues.Add(At("Subscription.end", IssueCode.Value, "subscription-ended"));
        }

        return issues.Count > 0
            ? new FhirError(StatusCodes.Status422UnprocessableEntity, issues)
            : new SubscriptionPlan(subscription.Id ?? "", criteria, wanted!, endpoint!, payload, headers, end);
    }

    private static string? Payload(Element channel, List<OutcomeIssue> issues)
    {
        var payload = channel.Exists ? channel.ChildValue("payload") : null;
        if (string.IsNullOrEmpty(payload))
        {
            return null;
        }

        if (!Payloads.Contains(payload, StringComparer.Ordinal))
        {
            issues.Add(At("Subscription.channel.payload", IssueCode.NotSupported, "subscription-payload", payload, string.Join(", ", Payloads)));
        }

        return payload;
    }

    private Uri? Endpoint(Element channel, bool hasPayload, List<OutcomeIssue> issues)
    {
        const string Place = "Subscription.channel.endpoint";
        if ((channel.Exists ? channel.ChildValue("endpoint") : null) is not { Length: > 0 } text)
        {
            issues.Add(At(Place, IssueCode.Required, "subscription-endpoint-missing"));
            return null;
        }

        if (CprMask.IsIn(text))
        {
            issues.Add(At(Place, IssueCode.BusinessRule, "subscription-endpoint-cpr"));
            return null;
        }

        if (EndpointPolicy.Read(text) is not { } endpoint || (hasPayload && endpoint.Query.Length > 0))
        {
            issues.Add(At(Place, IssueCode.Value, "subscription-endpoint-form"));
            return null;
        }

        if (search.OwnBaseUrls.Any(own => Uri.TryCreate(own, UriKind.Absolute, out var root) && EndpointPolicy.IsBelow(endpoint, root)))
        {
            issues.Add(At(Place, IssueCode.BusinessRule, "subscription-endpoint-own"));
        }
        else if (!endpoints.Allows(endpoint))
        {
            issues.Add(At(Place, IssueCode.Forbidden, "subscription-endpoint-not-allowed", Settings.SubscriptionsAllowSetting));
        }

        return endpoint;
    }

    private static List<(string Name, string Value)> Headers(Element channel, List<OutcomeIssue> issues)
    {
        var headers = new List<(string, string)>();
        var place = 0;
        foreach (var header in channel.Exists ? channel.ChildrenNamed("header").ToList() : [])
        {
            if (place < MostHeaders && HookHeaders.Read(header.Value ?? "") is { } read)
            {
                headers.Add(read);
            }
            else
            {
                issues.Add(At($"Subscription.channel.header[{place}]", IssueCode.Value, "subscription-header", MostHeaders));
            }

            place++;
        }

        return headers;
    }

    private SearchRequest? Criteria(string criteria, List<OutcomeIssue> issues)
    {
        const string Place = "Subscription.criteria";
        var question = criteria.IndexOf('?', StringComparison.Ordinal);
        var parsed = search.Criteria(question < 0 ? criteria : criteria[..question], question < 0 ? "" : criteria[(question + 1)..]);
        if (!parsed.IsSuccess)
        {
            issues.AddRange(parsed.Error.Issues.Select(static issue => issue with { Expression = Place }));
            return null;
        }

        if (parsed.Value.Type == "Subscription")
        {
            issues.Add(At(Place, IssueCode.NotSupported, "subscription-criteria-itself"));
        }

        if (parsed.Value.LooksElsewhere)
        {
            issues.Add(At(Place, IssueCode.NotSupported, "subscription-criteria-elsewhere"));
        }

        if (parsed.Value.ShapesResults)
        {
            issues.Add(At(Place, IssueCode.NotSupported, "subscription-criteria-shape"));
        }

        return parsed.Value;
    }

    private static OutcomeIssue At(string place, string code, string text, params object[] arguments) => Messages.Error(code, text, arguments) with { Expression = place };
}

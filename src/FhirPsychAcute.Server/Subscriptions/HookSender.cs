using System.Globalization;
using System.Net.Http.Headers;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What became of a notification.</summary>
internal enum HookResult
{
    /// <summary>The receiver has it.</summary>
    Delivered,
    /// <summary>The receiver does not want this one.</summary>
    Refused,
    /// <summary>The receiver cannot be reached, or takes nothing now.</summary>
    Unavailable,
}

/// <summary>The outcome of an attempt.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Reason">Why not, for people; without address and content.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
internal readonly record struct HookOutcome(HookResult Result, string Reason = "", TimeSpan? RetryAfter = null);

/// <summary>
/// Sends notifications of channel type rest-hook: without payload an empty POST to the endpoint, with payload the endpoint is a service base and the resource is PUT below it
/// (http://hl7.org/fhir/R4/codesystem-subscription-channel-type.html). Redirects are not followed: they would lead past the operator's list.
/// </summary>
internal sealed class HookSender(SchemaCatalog schema, TimeProvider clock) : IDisposable
{
    /// <summary>How long a receiver may take to answer.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Makes one attempt.</summary>
    public async Task<HookOutcome> SendAsync(SubscriptionPlan plan, StoredVersion version, CancellationToken cancellationToken)
    {
        using var request = Request(plan, version);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Judge((int)response.StatusCode, response.Headers.RetryAfter);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HookOutcome(HookResult.Unavailable, string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0} seconds"));
        }
        catch (HttpRequestException fault)
        {
            return new HookOutcome(HookResult.Unavailable, fault.HttpRequestError is HttpRequestError.Unknown ? "no connection" : $"no connection ({fault.HttpRequestError})");
        }
        catch (IOException)
        {
            return new HookOutcome(HookResult.Unavailable, "the connection broke");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(SubscriptionPlan plan, StoredVersion version)
    {
        HttpRequestMessage request;
        if (plan.Payload is not { } payload)
        {
            request = new HttpRequestMessage(HttpMethod.Post, plan.Endpoint) { Content = new ByteArrayContent([]) };
        }
        else
        {
            request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{plan.Endpoint.AbsoluteUri.TrimEnd('/')}/{version.Type}/{version.Id}"))
            {
                Content = new ReadOnlyMemoryContent(Body(payload, version)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(payload);
        }

        request.Headers.TryAddWithoutValidation("Via", LoopGuard.Via);
        foreach (var (name, value) in plan.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private ReadOnlyMemory<byte> Body(string payload, StoredVersion version)
    {
        if (!payload.EndsWith("xml", StringComparison.Ordinal))
        {
            return version.Content;
        }

        using var xml = new OutputBuffer();
        XmlResourceWriter.Write(ResourceDocument.Parse(version.Content, schema).Document!.Root, xml, pretty: false);
        return xml.ToArray();
    }

    private HookOutcome Judge(int status, RetryConditionHeaderValue? retryAfter) => status switch
    {
        >= 200 and < 300 => new HookOutcome(HookResult.Delivered),

        // These speak of the one resource; all others, unknown addresses and rights included, of the receiver as a whole.
        400 or 409 or 412 or 413 or 415 or 422 => new HookOutcome(HookResult.Refused, string.Create(CultureInfo.InvariantCulture, $"the receiver refused it with status {status}")),
        >= 300 and < 400 => new HookOutcome(HookResult.Unavailable, string.Create(CultureInfo.InvariantCulture, $"the receiver answered with status {status}; redirects are not followed")),
        _ => new HookOutcome(HookResult.Unavailable, string.Create(CultureInfo.InvariantCulture, $"the receiver answered with status {status}"), Asked(retryAfter)),
    };

    private TimeSpan? Asked(RetryConditionHeaderValue? retryAfter) => retryAfter?.Delta ?? (retryAfter?.Date - clock.GetUtcNow());
}

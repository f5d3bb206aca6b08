using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace FhirPsychAcute.Cli;

/// <summary>When a request may be sent again. An answer of 429 or 503 always allows it.</summary>
internal enum Repeat
{
    /// <summary>Only when the server said that it is too busy.</summary>
    WhenRefused,

    /// <summary>Also when no connection came about, so that the server has not seen the request.</summary>
    WhenNotReceived,

    /// <summary>Also when the connection broke: doing the work twice does no harm.</summary>
    Always,
}

/// <summary>Sends requests to one FHIR server; waits and tries again when the server is too busy (429, 503).</summary>
internal sealed class FhirConnection : IDisposable
{
    private const string FhirJson = "application/fhir+json";
    private readonly LoadOptions options;
    private readonly Texts texts;
    private readonly HttpClient client;
    private readonly string root;

    public FhirConnection(LoadOptions options, Texts texts)
    {
        this.options = options;
        this.texts = texts;
        root = options.Server.AbsoluteUri.TrimEnd('/');
        client = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Parallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
        })
        {
            Timeout = TimeSpan.FromMinutes(10),
        };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirJson));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Prefer", "return=minimal");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", texts.Culture.Name);
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("psychacute", typeof(FhirConnection).Assembly.GetName().Version!.ToString(3)));
    }

    /// <summary>Makes sure that a FHIR server answers at the address.</summary>
    /// <exception cref="CommandException">Nothing answers, or not as a FHIR server does.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var answer = await SendAsync("GET", "metadata", default, Repeat.WhenRefused, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new CommandException(ExitCode.CouldNotRun, texts.Format("ServerIsNotFhir", root, answer.Status));
        }
    }

    /// <summary>Sends one request, with the body when there is one, and gives the last answer after all tries.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="url">Address below the server's base; empty for the base itself.</param>
    /// <param name="body">FHIR JSON.</param>
    /// <param name="repeat">What a further try may follow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="onlyNew">Whether a resource that is there already is to stay as it is.</param>
    /// <exception cref="CommandException">The server cannot be reached, or the connection broke and sending again could do the work twice.</exception>
    public async Task<FhirResponse> SendAsync(string method, string url, ReadOnlyMemory<byte> body, Repeat repeat, CancellationToken cancellationToken, bool onlyNew = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url.Length == 0 ? root : $"{root}/{url}");
            if (onlyNew)
            {
                request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            }

            if (!body.IsEmpty)
            {
                request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(FhirJson) { CharSet = "utf-8" } } };
            }

            try
            {
                using var response = await client.SendAsync(request, cancellationToken);
                if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && attempt < options.Tries)
                {
                    await Task.Delay(Wait(attempt, response.Headers.RetryAfter), cancellationToken);
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.Unauthorized)
                {
                    throw new CommandException(ExitCode.CouldNotRun, texts.Format("ServerWantsLogin", root));
                }

                return new FhirResponse((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            }
            catch (HttpRequestException error)
            {
                if (attempt < options.Tries && MayRepeat(error, repeat))
                {
                    await Task.Delay(Wait(attempt, retryAfter: null), cancellationToken);
                    continue;
                }

                throw new CommandException(ExitCode.CouldNotRun, texts.Format("ServerDoesNotAnswer", root, error.InnerException?.Message ?? error.Message));
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new CommandException(ExitCode.CouldNotRun, texts.Format("ServerTimedOut", root, client.Timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool MayRepeat(HttpRequestException error, Repeat repeat) => repeat switch
    {
        Repeat.Always => true,
        Repeat.WhenNotReceived => error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused },
        _ => false,
    };

    private TimeSpan Wait(int attempt, RetryConditionHeaderValue? retryAfter)
    {
        if (retryAfter?.Delta is { } delta)
        {
            return delta;
        }

        if (retryAfter?.Date is { } date && date > DateTimeOffset.UtcNow)
        {
            return date - DateTimeOffset.UtcNow;
        }

        // Doubles each time; half of it by chance, so that several senders do not come back together.
        var full = options.FirstBackOff * Math.Min(16, 1 << (attempt - 1));
        return full * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}

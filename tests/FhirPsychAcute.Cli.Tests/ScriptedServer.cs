using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FhirPsychAcute.Cli.Tests;

/// <summary>A request that the server saw.</summary>
internal sealed record SeenRequest(string Method, string Path, string Body)
{
    /// <summary>Method and address of each entry of a Bundle.</summary>
    public IEnumerable<string> Entries =>
        from entry in JsonDocument.Parse(Body).RootElement.GetProperty("entry").EnumerateArray()
        let request = entry.GetProperty("request")
        select $"{request.GetProperty("method").GetString()} {request.GetProperty("url").GetString()}";

    /// <summary>Type of a Bundle.</summary>
    public string BundleType => JsonDocument.Parse(Body).RootElement.GetProperty("type").GetString()!;
}

/// <summary>An HTTP server on a free loopback port that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<SeenRequest, (int Status, string Body)> answer;
    private readonly Task loop;

    public ScriptedServer(Func<SeenRequest, (int Status, string Body)>? answer = null)
    {
        this.answer = answer ?? Accept;
        Base = Listen();
        loop = Task.Run(ServeAsync);
    }

    /// <summary>FHIR base.</summary>
    public string Base { get; }

    /// <summary>The requests after the first, which asks for the CapabilityStatement; in the order in which they came.</summary>
    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    /// <summary>Takes everything: 201 for a POST, 200 for a PUT, in a Bundle for each entry.</summary>
    public static (int Status, string Body) Accept(SeenRequest request) =>
        request.Path.Length > 0 ? (request.Method is "POST" ? 201 : 200, "")
        : (200, ResponseBundle(request.Entries.Select(entry => entry.StartsWith("POST", StringComparison.Ordinal) ? "201 Created" : "200 OK")));

    /// <summary>A batch-response with these statuses; a status that is no success comes with an OperationOutcome.</summary>
    public static string ResponseBundle(IEnumerable<string> statuses) => JsonSerializer.Serialize(new
    {
        resourceType = "Bundle",
        type = "batch-response",
        entry = statuses.Select(status => new { response = status[0] is '2' ? (object)new { status } : new { status, outcome = Outcome("It is refused.") } }),
    });

    /// <summary>An OperationOutcome with one error.</summary>
    public static object Outcome(string diagnostics) =>
        new { resourceType = "OperationOutcome", issue = new[] { new { severity = "error", code = "invalid", diagnostics } } };

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await loop;
    }

    private string Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/fhir";
            probe.Stop();
            try
            {
                listener.Prefixes.Clear();
                listener.Prefixes.Add(address + "/");
                listener.Start();
                return address;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Another process took the port in between.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var request = new SeenRequest(context.Request.HttpMethod, context.Request.Url!.AbsolutePath["/fhir".Length..].Trim('/'), await body.ReadToEndAsync());
            var (status, text) = request.Path is "metadata" ? (200, "{}") : Note(request);
            context.Response.StatusCode = status;
            if (status is 503)
            {
                context.Response.Headers["Retry-After"] = "0";
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            context.Response.Close();
        }
    }

    private (int Status, string Body) Note(SeenRequest request)
    {
        Requests.Enqueue(request);
        return answer(request);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A terminology server of this process that knows what a test tells it: answers by <c>system#code</c>, a status for all others.</summary>
public sealed class ScriptedTerminologyServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);

    public ScriptedTerminologyServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Root = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/r4");
        }

        listener.Prefixes.Add($"{Root.AbsoluteUri}/");
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Base address.</summary>
    public Uri Root { get; }

    /// <summary>Requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Status for codes without an answer.</summary>
    public int Otherwise { get; set; } = 404;

    /// <summary>Says what is answered about a code: the parameters' JSON.</summary>
    public void Answer(string code, string parameters) => answers[code] = $$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""";

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests++;
            var asked = await JsonNode.ParseAsync(context.Request.InputStream);
            var given = asked!["parameter"]!.AsArray().ToDictionary(item => item!["name"]!.GetValue<string>(), item => item!.AsObject().Last().Value!.GetValue<string>(), StringComparer.Ordinal);
            var key = given["code"] + (given.TryGetValue("display", out var display) ? "/" + display : "");
            context.Response.ContentType = "application/fhir+json";
            if (answers.TryGetValue(key, out var answer))
            {
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            }
            else
            {
                context.Response.StatusCode = Otherwise;
            }

            context.Response.Close();
        }
    }
}

using System.Collections.Specialized;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A notification as it came.</summary>
public sealed record HookCall(string Method, string Path, string ContentType, string Body, NameValueCollection Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A receiver of notifications in this process. It answers 200 unless told otherwise, and can be closed and opened again at the same address.</summary>
public sealed class HookListener : IDisposable
{
    private readonly Channel<HookCall> calls = Channel.CreateUnbounded<HookCall>();
    private readonly Queue<int> statuses = new();
    private HttpListener? listener;

    public HookListener()
    {
        Root = $"http://127.0.0.1:{ServerProcess.FreePort()}/hook";
        Open();
    }

    /// <summary>Address below which it listens.</summary>
    public string Root { get; }

    /// <summary>A header of its answers.</summary>
    public (string Name, string Value)? AnswerHeader { get; set; }

    /// <summary>Answers the next calls with these statuses; they count as received all the same.</summary>
    public void AnswerWith(params ReadOnlySpan<int> next)
    {
        lock (statuses)
        {
            foreach (var status in next)
            {
                statuses.Enqueue(status);
            }
        }
    }

    /// <summary>The next notification, waited for.</summary>
    public async Task<HookCall> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await calls.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether something was received that was not asked for yet.</summary>
    public bool HasMore => calls.Reader.TryPeek(out _);

    /// <summary>Takes calls again.</summary>
    public void Open()
    {
        listener = new HttpListener();
        listener.Prefixes.Add($"{Root}/");
        listener.Start();
        _ = Task.Run(() => ServeAsync(listener));
    }

    /// <summary>Takes no more calls.</summary>
    public void Close() => listener?.Close();

    public void Dispose() => Close();

    private async Task ServeAsync(HttpListener own)
    {
        while (own.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await own.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            var request = context.Request;
            using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
            var call = new HookCall(request.HttpMethod, request.Url!.AbsolutePath["/hook".Length..], request.ContentType ?? "", await reader.ReadToEndAsync(), request.Headers);
            lock (statuses)
            {
                context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 200;
            }

            if (AnswerHeader is { } header)
            {
                context.Response.AddHeader(header.Name, header.Value);
            }

            context.Response.Close();
            calls.Writer.TryWrite(call);
        }
    }
}

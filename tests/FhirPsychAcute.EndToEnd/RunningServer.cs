using System.Net.Http.Headers;
using System.Text;
using FhirPsychAcute.Server;
using Microsoft.Extensions.Configuration;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A server in this process with a store of its own; one per test class.</summary>
public class RunningServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-").FullName;
    private ServerHost? host;

    /// <summary>A client without compression or cookies.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { UseCookies = false });

    /// <summary>The FHIR base.</summary>
    public string Base => host!.FhirBase;

    /// <summary>Most bytes of a body.</summary>
    protected virtual long MaxBodyBytes => new ServerOptions().MaxBodyBytes;

    /// <summary>Further settings.</summary>
    internal virtual ServerOptions Adjust(ServerOptions options) => options;

    /// <summary>What the server is given beside its settings.</summary>
    internal virtual ServerParts Parts => ServerParts.Usual;

    /// <summary>What the interactions work with.</summary>
    internal FhirService Service => host!.Service.Result;

    /// <summary>The site's root address.</summary>
    public string Site => Base[..^"/fhir".Length];

    public async Task InitializeAsync()
    {
        var options = Adjust(new ServerOptions { Urls = "http://127.0.0.1:0", Data = Path.Combine(folder, "fhir.db"), MaxBodyBytes = MaxBodyBytes });
        host = await ServerHost.StartAsync(options, new ConfigurationBuilder().AddInMemoryCollection().Build(), Parts);
    }

    /// <summary>Ends the server and starts it again over the same store; at another address.</summary>
    public async Task RestartAsync()
    {
        await host!.DisposeAsync();
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Reply> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Reply> PutAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, body, headers);

    public Task<Reply> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Reply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) =>
        SendBytesAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public async Task<Reply> SendBytesAsync(HttpMethod method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? path : $"{Base}{(path is "" or ['?', ..] ? "" : "/")}{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/fhir+json");
        }

        foreach (var (name, value) in headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal))
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var response = await Client.SendAsync(request);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>Creates a patient with that family name and gives its id.</summary>
    public async Task<string> CreatePatientAsync(string family)
    {
        var reply = await PostAsync("Patient", $$"""{"resourceType":"Patient","name":[{"family":"{{family}}"}]}""");
        Assert.Equal(201, reply.Status);
        return reply.Id;
    }
}

/// <summary>A server that takes bodies of 8 MiB at most.</summary>
public sealed class SmallBodyServer : RunningServer
{
    protected override long MaxBodyBytes => 8 * 1024 * 1024;
}

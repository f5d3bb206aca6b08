using System.Diagnostics;
using System.Text;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>The clients of <c>examples/clients/</c>, run as their readers run them; the test plays the municipality.</summary>
public sealed class ClientExampleTests : IAsyncLifetime
{
    private readonly string endpoint = $"http://127.0.0.1:{ServerProcess.FreePort()}/answers";
    private readonly ListedServer server;

    public ClientExampleTests() => server = new ListedServer(endpoint);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [NodeFact]
    public async Task The_javascript_client_sends_a_referral_and_hears_the_answer()
    {
        using var client = Start("node", Checkout.Locate("examples/clients/javascript/referral.mjs"), server.Base, endpoint);
        await HearsAsync(client);
    }

    [Fact]
    public async Task The_csharp_client_sends_a_referral_and_hears_the_answer()
    {
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        using var client = Start(dotnet, "run", Checkout.Locate("examples/clients/csharp/Referral.cs"), server.Base, endpoint);
        await HearsAsync(client);
    }

    private async Task HearsAsync(Process client)
    {
        var errors = client.StandardError.ReadToEndAsync();
        var sent = await client.StandardOutput.ReadLineAsync();
        Assert.True(sent?.StartsWith("Sendt: Task/", StringComparison.Ordinal), sent ?? await errors);
        var id = sent!["Sendt: Task/".Length..];
        foreach (var state in new[] { "received", "accepted" })
        {
            var answer = await server.PostAsync($"Task/{id}/$referral-answer?state={state}&note=Kom+straks", "");
            Assert.True(answer.Status == 200, answer.Body);
        }

        Assert.StartsWith("Svar: received", await client.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("Svar: accepted, Kom straks", await client.StandardOutput.ReadLineAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await client.WaitForExitAsync(patience.Token);
        Assert.Equal(0, client.ExitCode);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private sealed class ListedServer(string allow) : RunningServer
    {
        internal override ServerOptions Adjust(ServerOptions options) => options with { SubscriptionsAllow = allow };
    }
}

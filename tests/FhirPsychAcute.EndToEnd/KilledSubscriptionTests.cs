using System.Text;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

public sealed class KilledSubscriptionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-").FullName;
    private readonly HookListener receiver = new();

    public void Dispose()
    {
        receiver.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task After_kill_9_everything_that_was_answered_is_delivered_in_order()
    {
        var answered = new List<string>();
        var received = new List<string>();
        await using (var server = await StartAsync())
        {
            await SubscribeAsync(server.Client);
            var writing = Task.Run(async () =>
            {
                while (await PostAsync(server.Client) is { } id)
                {
                    answered.Add(id);
                }
            });
            while (received.Count < 25)
            {
                received.Add(IdOf(await receiver.NextAsync()));
            }

            receiver.Close();
            await server.Process.KillAsync();
            await writing;
        }

        receiver.Open();
        await using var survivor = await StartAsync();
        while (!received.Contains(answered[^1]))
        {
            received.Add(IdOf(await receiver.NextAsync()));
        }

        // One that was under way may come twice, and the last may have been stored without an answer.
        Assert.Equal(answered, received.Distinct(StringComparer.Ordinal).Where(answered.Contains));
    }

    private static string IdOf(HookCall call) => call.Path["/Task/".Length..];

    private static async Task<string?> PostAsync(HttpClient client)
    {
        try
        {
            using var content = new StringContent("""{"resourceType":"Task","status":"requested","intent":"order"}""", Encoding.UTF8, "application/fhir+json");
            using var response = await client.PostAsync(new Uri("Task", UriKind.Relative), content);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task SubscribeAsync(HttpClient client)
    {
        using var content = new StringContent(
            $$$"""{"resourceType":"Subscription","status":"requested","reason":"Test","criteria":"Task?status=requested","channel":{"type":"rest-hook","endpoint":"{{{receiver.Root}}}","payload":"application/fhir+json"} }""",
            Encoding.UTF8,
            "application/fhir+json");
        using var response = await client.PostAsync(new Uri("Subscription", UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<Started> StartAsync()
    {
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FHIRPSYCHACUTE_Subscriptions__Allow"] = receiver.Root };
        var process = await ServerProcess.StartAsync(environment, "--urls", address, "--data", Path.Combine(folder, "fhir.db"));
        return new Started(process, new HttpClient { BaseAddress = new Uri($"{address}/fhir/") });
    }

    private sealed record Started(ServerProcess Process, HttpClient Client) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Process.DisposeAsync();
        }
    }
}

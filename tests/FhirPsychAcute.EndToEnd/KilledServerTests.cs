using System.Collections.Concurrent;
using System.Text;

namespace FhirPsychAcute.EndToEnd;

public sealed class KilledServerTests : IDisposable
{
    private const int Writers = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Whatever_was_answered_with_success_is_there_after_kill_9_at_any_moment()
    {
        var answered = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        // The server dies after that many answers, wherever the other writers then are.
        foreach (var answers in new[] { 1, 7, 40, 150, 400 })
        {
            var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
            await using var server = await ServerProcess.StartAsync("--urls", address, "--data", Path.Combine(folder, "fhir.db"));
            using var client = new HttpClient { BaseAddress = new Uri($"{address}/fhir/") };
            foreach (var (url, body) in answered)
            {
                Assert.Equal(body, await client.GetStringAsync(new Uri(url, UriKind.Relative)));
            }

            var killed = new TaskCompletionSource();
            var left = answers;
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(client, writer, answered, () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    killed.TrySetResult();
                }
            })).ToList();
            await killed.Task;
            await server.KillAsync();
            await Task.WhenAll(writers);
        }

        var last = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        await using var survivor = await ServerProcess.StartAsync("--urls", last, "--data", Path.Combine(folder, "fhir.db"));
        using var reader = new HttpClient { BaseAddress = new Uri($"{last}/fhir/") };
        Assert.True(answered.Count >= 598);
        foreach (var (url, body) in answered)
        {
            Assert.Equal(body, await reader.GetStringAsync(new Uri(url, UriKind.Relative)));
        }
    }

    // Creates until the connection breaks; every third request is a transaction of two.
    private static async Task WriteAsync(HttpClient client, int writer, ConcurrentDictionary<string, string> answered, Action onAnswer)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                if (i % 3 == 2)
                {
                    await PostAsync(
                        client, "",
                        $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","name":[{"text":"{{{writer}}}-{{{i}}}a"}]},"request":{"method":"POST","url":"Patient"}},{"resource":{"resourceType":"Patient","name":[{"text":"{{{writer}}}-{{{i}}}b"}]},"request":{"method":"POST","url":"Patient"}}]}""",
                        reply =>
                        {
                            foreach (var entry in reply.Entries)
                            {
                                answered[entry!["response"]!["location"]!.GetValue<string>()] = entry["resource"]!.ToJsonString();
                            }
                        });
                }
                else
                {
                    await PostAsync(
                        client, "Patient", $$"""{"resourceType":"Patient","name":[{"text":"{{writer}}-{{i}}"}]}""",
                        reply => answered[$"Patient/{reply.Id}/_history/1"] = reply.Body);
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
            catch (IOException)
            {
                return;
            }

            onAnswer();
        }
    }

    private static async Task PostAsync(HttpClient client, string path, string body, Action<Reply> onSuccess)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        content.Headers.ContentType!.CharSet = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Prefer", "return=representation");
        using var response = await client.SendAsync(request);
        var reply = new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
        Assert.True(reply.Status is 200 or 201, reply.Body);
        onSuccess(reply);
    }
}

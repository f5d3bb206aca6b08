using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FhirPsychAcute.Benchmarks;

/// <summary>A load of our own, for machines without the script: the same phases with the twenty resources' Patients and Observations.</summary>
internal sealed class OwnLoad
{
    private const int Resources = 10_000;
    private const int BundleEntries = 100;
    private readonly ServerProcess server;
    private readonly HttpClient client;
    private readonly string patient;
    private readonly string observation;
    private readonly ConcurrentQueue<string> stored = new();
    private readonly List<string> patients = [];

    private OwnLoad(ServerProcess server, HttpClient client)
    {
        this.server = server;
        this.client = client;
        var made = DanishResources.Make(seed: 1).Select(Encoding.UTF8.GetString).ToList();
        patient = made.First(json => json.Contains("\"resourceType\":\"Patient\"", StringComparison.Ordinal));
        observation = made.First(json => json.Contains("\"resourceType\":\"Observation\"", StringComparison.Ordinal));
    }

    /// <summary>Measures a server with an empty store.</summary>
    public static async Task<IReadOnlyList<HttpMeasurement>> RunAsync(ServerProcess server, TimeSpan perPhase)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
        var load = new OwnLoad(server, http);
        await Repeat(1, TimeSpan.FromSeconds(60), 20, _ => load.Ingest(10));
        var ingest = await Repeat(1, TimeSpan.FromMinutes(5), Resources / BundleEntries, _ => load.Ingest(BundleEntries));
        var ids = load.stored.ToArray();
        var read = await Phase(32, perPhase, random => load.Get(ids[random.Next(ids.Length)]));
        var search = await Phase(8, perPhase, random => load.Get(
            $"Observation?code=hastegrad&subject={load.patients[random.Next(load.patients.Count)]}&_count=20"));
        var create = await Phase(32, perPhase, _ => load.Post("Patient", load.patient));
        return
        [
            new("ingest, transactions of 100, 1 connection", ingest * BundleEntries, "/s", 8_000, "own load"),
            new("create Patient, 32 connections", create, "/s", 4_000, "own load"),
            new("read, 32 connections", read, "/s", 20_000, "own load"),
            new("Observation?code=..&subject=..&_count=20, 8 connections", search, "/s", 4_000, "own load"),
            new("memory after the load", server.ResidentMebibytes, "MiB", null, "resident"),
        ];
    }

    private static async Task<double> Phase(int connections, TimeSpan time, Func<Random, Task> request)
    {
        await Repeat(connections, time / 3, int.MaxValue, request);
        return await Repeat(connections, time, int.MaxValue, request);
    }

    // Each connection has one request under way; answers requests per second.
    private static async Task<double> Repeat(int connections, TimeSpan time, int most, Func<Random, Task> request)
    {
        var done = 0;
        var issued = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, connections).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            while (watch.Elapsed < time && Interlocked.Increment(ref issued) <= most)
            {
                await request(random);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    private async Task Ingest(int count)
    {
        var bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        var subject = "";
        for (var i = 0; i < count; i++)
        {
            var isPatient = i % 10 == 0;
            var urn = $"urn:uuid:{Guid.NewGuid()}";
            subject = isPatient ? urn : subject;
            var json = isPatient ? patient : observation.Replace("Patient/bench-patient-1", subject, StringComparison.Ordinal);
            var type = isPatient ? "Patient" : "Observation";
            bundle.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}{{\"fullUrl\":\"{urn}\",\"resource\":{json},\"request\":{{\"method\":\"POST\",\"url\":\"{type}\"}}}}");
        }

        using var answer = JsonDocument.Parse(await Post("", bundle.Append("]}").ToString()));
        foreach (var entry in answer.RootElement.GetProperty("entry").EnumerateArray())
        {
            var location = entry.GetProperty("response").GetProperty("location").GetString()!;
            var reference = string.Join('/', location.Split("/_history", StringSplitOptions.None)[0].Split('/')[^2..]);
            stored.Enqueue(reference);
            if (reference.StartsWith("Patient/", StringComparison.Ordinal))
            {
                patients.Add(reference);
            }
        }
    }

    private async Task Get(string url)
    {
        using var response = await client.GetAsync($"{server.Base}/{url}");
        await Check(response);
    }

    private async Task<byte[]> Post(string url, string json)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
        using var response = await client.PostAsync($"{server.Base}/{url}".TrimEnd('/'), content);
        return await Check(response);
    }

    private static async Task<byte[]> Check(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? body : throw new BenchmarkException($"The server answered {(int)response.StatusCode} to {response.RequestMessage!.Method}.");
    }
}

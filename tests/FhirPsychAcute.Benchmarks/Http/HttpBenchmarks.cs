using System.Net;
using System.Net.Http.Headers;

namespace FhirPsychAcute.Benchmarks;

/// <summary>What a server does over HTTP: how soon it answers, how much it takes in and gives out, how much memory it holds.</summary>
internal static class HttpBenchmarks
{
    private const int ColdStarts = 3;

    /// <summary>Measures and prints the table.</summary>
    /// <param name="seconds">How long each phase of the load runs.</param>
    /// <param name="quiet">Seconds to wait for a quiet machine before each phase; 0 for none.</param>
    /// <param name="loadScript">Path of fhirbench.mjs; null to look for it.</param>
    public static async Task RunAsync(double seconds, int quiet, string? loadScript)
    {
        var measurements = new List<HttpMeasurement>();
        measurements.AddRange(await ColdStart());
        measurements.Add(await MemoryOfDemo());
        await using (var server = ServerProcess.Start())
        {
            await server.WaitFor("metadata");
            var script = loadScript ?? LoadScript.Find();
            measurements.AddRange(script is null
                ? await OwnLoad.RunAsync(server, TimeSpan.FromSeconds(seconds))
                : await LoadScript.RunAsync(script, server, seconds, quiet));
        }

        HttpMeasurement.Print(measurements);
    }

    private static async Task<IEnumerable<HttpMeasurement>> ColdStart()
    {
        var metadata = new List<double>();
        var create = new List<double>();
        var patient = DanishResources.Make(seed: 1)[0];
        for (var run = 0; run < ColdStarts; run++)
        {
            await using var server = ServerProcess.Start();
            await server.WaitFor("metadata");
            metadata.Add(server.SinceStart.TotalMilliseconds);
            using var content = new ByteArrayContent(patient) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
            using var response = await server.Client.PostAsync($"{server.Base}/Patient", content);
            if (response.StatusCode != HttpStatusCode.Created)
            {
                throw new BenchmarkException($"The first create was answered with {(int)response.StatusCode}.");
            }

            create.Add(server.SinceStart.TotalMilliseconds);
        }

        return
        [
            new("process start to first GET /metadata", Middle(metadata), "ms", 1000, $"middle of {ColdStarts}"),
            new("process start to first create", Middle(create), "ms", 1500, "metadata before it included"),
        ];
    }

    private static async Task<HttpMeasurement> MemoryOfDemo()
    {
        await using var server = ServerProcess.Start("--demo");
        await server.WaitFor("/health/ready");
        await server.WaitFor("metadata");
        await Task.Delay(TimeSpan.FromSeconds(5));
        return new HttpMeasurement("memory at rest after --demo", server.ResidentMebibytes, "MiB", 200, "resident, 5 s after ready");
    }

    private static double Middle(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FhirPsychAcute.Benchmarks;

/// <summary>The load by which other servers were measured: the Node script fhirbench.mjs, run as a process of its own.</summary>
internal static class LoadScript
{
    /// <summary>The script in CONFORMANCE_DATA, or ../shared beside the checkout; null where it, or Node, is absent.</summary>
    public static string? Find()
    {
        var data = Environment.GetEnvironmentVariable("CONFORMANCE_DATA") is { Length: > 0 } named ? named : Checkout.Locate("../shared");
        var script = Path.Combine(data, "bench", "fhirbench.mjs");
        return File.Exists(script) && HasNode() ? script : null;
    }

    /// <summary>Runs the script against a server with an empty store and reads what it measured.</summary>
    /// <exception cref="BenchmarkException">The script failed.</exception>
    public static async Task<IReadOnlyList<HttpMeasurement>> RunAsync(string script, ServerProcess server, double seconds, int quiet)
    {
        var results = Path.GetTempFileName();
        try
        {
            string[] arguments =
            [
                script, "--base", server.Base, "--label", "psychacute", "--proc", string.Create(CultureInfo.InvariantCulture, $"server={server.Id}"),
                "--secs", seconds.ToString(CultureInfo.InvariantCulture), "--count", "1000000",
                "--seed", "10000", "--conc", "32", "--search-conc", "8", "--bundle-conc", "1", "--out", results,
                .. quiet == 0 ? Array.Empty<string>() : ["--quiet", quiet.ToString(CultureInfo.InvariantCulture), "--tries", "3"],
            ];
            using var node = Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false })!;
            await node.WaitForExitAsync();
            Console.WriteLine();
            return node.ExitCode == 0 ? Read(results) : throw new BenchmarkException($"{Path.GetFileName(script)} ended with exit code {node.ExitCode}.");
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static List<HttpMeasurement> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var phases = json.RootElement.GetProperty("results").EnumerateArray()
            .Where(phase => phase.TryGetProperty("kept", out var kept) && kept.GetBoolean())
            .ToDictionary(phase => phase.GetProperty("name").GetString()!, StringComparer.Ordinal);
        var measurements = new List<HttpMeasurement>();
        Add("ingest-transaction-100", "ingest, transactions of 100, empty store, 1 connection", 8_000);
        Add("bundle-transaction-100", "ingest, transactions of 100, at the end, 1 connection", 8_000);
        Add("create-Patient", "create Patient, 32 connections", 4_000);
        Add("create-Observation", "create Observation, 32 connections", 4_000);
        Add("create-ServiceRequest", "create ServiceRequest, 32 connections", 4_000);
        Add("read", "read, 32 connections", 20_000);
        Add("search-token+ref", "Observation?code=..&subject=..&_count=20, 8 connections", 4_000);
        Add("search-ref", "Observation?subject=..&_count=20, 8 connections", null);
        Add("search-token-page20", "ServiceRequest?code=..&_count=20, 8 connections", null);
        if (json.RootElement.GetProperty("usageEnd").TryGetProperty("server", out var usage))
        {
            measurements.Add(new HttpMeasurement("memory after the load", usage.GetProperty("rssMB").GetDouble(), "MiB", null, "resident"));
        }

        return measurements;

        void Add(string phase, string name, double? target)
        {
            if (phases.TryGetValue(phase, out var measured))
            {
                measurements.Add(new HttpMeasurement(name, measured.GetProperty("unitsPerSec").GetDouble(), "/s", target, Note(measured)));
            }
        }
    }

    private static string Note(JsonElement phase)
    {
        var wall = phase.GetProperty("wall").GetDouble();
        var errors = phase.GetProperty("errors").EnumerateObject().Sum(error => error.Value.GetInt32());
        var load = phase.GetProperty("clientCpu").GetDouble() / wall;
        var server = phase.GetProperty("procs").GetProperty("server").GetProperty("cpuSec").GetDouble() / wall;
        var others = phase.GetProperty("otherCpu").GetDouble();
        var note = string.Create(CultureInfo.InvariantCulture, $"p50 {phase.GetProperty("p50")} ms, p99 {phase.GetProperty("p99")} ms; cores: server {server:0.0}, load {load:0.0}, others {others:0.0}");
        return errors == 0 ? note : $"{note}; {errors} errors";
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FhirPsychAcute.Benchmarks;

/// <summary>A year simulated, loaded into a server with an empty store, and its indicators computed: the time of each step.</summary>
internal static class YearBenchmark
{
    // A year that is over: indicators count what has happened by now.
    private const int Year = 2025;
    private const int PublishedCalls = 637_112;
    private const int PublishedCivilCalls = 325_320;
    private static readonly string[] Measures = ["psychacute-calls", "psychacute-coercion", "psychacute-referrals", "psychacute-experienced-quality"];

    /// <summary>Runs the three steps and prints the table.</summary>
    /// <param name="calls">Contacts of people; the share of civil and municipal lines is that of the published volumes (311,792 and 325,320).</param>
    public static async Task RunAsync(int calls)
    {
        var civil = (int)((long)calls * PublishedCivilCalls / PublishedCalls);
        var folder = Directory.CreateTempSubdirectory("psychacute-year-");
        try
        {
            var table = new MarkdownTable("step", "s", "resources/s", "note");
            var simulated = await PsychAcute("simulate", "--year", Text(Year), "--calls", Text(calls), "--civil", Text(civil), "--seed", "1", "--out", folder.FullName, "--force");
            using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "simulation.manifest")));
            var resources = manifest.RootElement.GetProperty("resources").GetInt64();
            table.Add("simulate", Seconds(simulated), Rate(resources, simulated), $"{resources:N0} resources, {manifest.RootElement.GetProperty("bytes").GetInt64() / 1_000_000:N0} MB of NDJSON");

            // A whole year takes minutes: no request may be given up for that.
            await using var server = ServerProcess.Start();
            server.Client.Timeout = TimeSpan.FromMinutes(10);
            await server.WaitFor("metadata");
            var loaded = await PsychAcute("load", folder.FullName, "--server", server.Base);
            var watch = Stopwatch.StartNew();
            var indexed = await Count(server, "Encounter?_summary=count&status=finished");
            loaded += watch.Elapsed;
            table.Add("load", Seconds(loaded), Rate(resources, loaded), $"process and index backlog included; {indexed:N0} finished Encounters found, {server.ResidentMebibytes:N0} MiB resident");
            foreach (var measure in Measures)
            {
                watch.Restart();
                var population = await Evaluate(server, measure);
                table.Add($"indicate: {measure}", Seconds(watch.Elapsed), "", $"first population {population:N0}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls:N0} calls, {civil:N0} of them to civil-society and municipal lines"));
            Console.WriteLine();
            table.Print();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> PsychAcute(params string[] arguments)
    {
        var path = Checkout.Locate($"src/FhirPsychAcute.Cli/bin/Release/net10.0/{(OperatingSystem.IsWindows() ? "psychacute.exe" : "psychacute")}");
        if (!File.Exists(path))
        {
            throw new BenchmarkException("There is no psychacute built for Release: run 'dotnet build -c Release'.");
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new BenchmarkException("psychacute could not be started.");
        Console.WriteLine((await process.StandardOutput.ReadToEndAsync()).TrimEnd());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? watch.Elapsed : throw new BenchmarkException($"psychacute {arguments[0]} ended with exit code {process.ExitCode}.");
    }

    private static async Task<long> Count(ServerProcess server, string search)
    {
        using var answer = JsonDocument.Parse(await server.Client.GetByteArrayAsync($"{server.Base}/{search}"));
        return answer.RootElement.GetProperty("total").GetInt64();
    }

    private static async Task<long> Evaluate(ServerProcess server, string measure)
    {
        using var response = await server.Client.GetAsync(string.Create(
            CultureInfo.InvariantCulture, $"{server.Base}/Measure/{measure}/$evaluate-measure?periodStart={Year}-01-01&periodEnd={Year}-12-31"));
        if (!response.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"$evaluate-measure of {measure} was answered with {(int)response.StatusCode}.");
        }

        using var report = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var first = report.RootElement.GetProperty("group")[0];
        return first.TryGetProperty("population", out var populations) && populations[0].TryGetProperty("count", out var count) ? count.GetInt64() : 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Rate(long resources, TimeSpan time) => (resources / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
}

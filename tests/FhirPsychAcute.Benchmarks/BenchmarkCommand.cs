using System.Globalization;

namespace FhirPsychAcute.Benchmarks;

/// <summary>The command line of the benchmarks.</summary>
internal static class BenchmarkCommand
{
    private const int DefaultCalls = 20_000;
    private const int MostCalls = 10_000_000;

    private const string Help = """
        Measures what DESIGN.md section 9 and the README promise, and prints it beside the floor of the same run.

        Usage:
          dotnet run -c Release --project tests/FhirPsychAcute.Benchmarks -- micro|http|all [--seconds N] [--quiet N] [--load FILE]
          dotnet run -c Release --project tests/FhirPsychAcute.Benchmarks -- year [--calls N]

          micro          parse and serialise, index, FHIRPath: one thread, twenty resources of 2.2 to 3.8 KB
          http           a server process with a fresh store: cold start, ingest, create, read, search, memory
          all            micro and http
          year           a synthetic year simulated, loaded into a server with an empty store, and indicated: the time of each step

          --seconds N    how long each row, or each phase over HTTP, is measured (3)
          --quiet N      wait up to N seconds before each phase over HTTP until the machine is quiet, and measure a disturbed
                         phase up to three times, keeping the least disturbed (0: measure at once; needs fhirbench.mjs)
          --load FILE    the script fhirbench.mjs that makes the load over HTTP;
                         otherwise bench/fhirbench.mjs in CONFORMANCE_DATA or ../shared, otherwise a load of our own
          --calls N      people who call in the year, on public and civil lines in the published proportion (20000; the published
                         volumes together are 637112)

        Exit codes: 0 measured, 2 the command line could not be understood, 3 could not measure.
        """;

    /// <summary>Runs what the arguments ask for.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine(Help);
            return 0;
        }

        if (Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync("Name micro, http, all or year; --help explains them.");
            return 2;
        }

        MachineInfo.Print();
        try
        {
            if (options.Calls is { } calls)
            {
                await YearBenchmark.RunAsync(calls);
                return 0;
            }

            if (options.Micro)
            {
                MicroBenchmarks.Run(TimeSpan.FromSeconds(options.Seconds));
            }

            if (options.Http)
            {
                await HttpBenchmarks.RunAsync(options.Seconds, options.Quiet, options.LoadScript);
            }

            return 0;
        }
        catch (BenchmarkException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 3;
        }
    }

    private static (bool Micro, bool Http, double Seconds, int Quiet, string? LoadScript, int? Calls)? Parse(string[] args)
    {
        if (args is ["year", .. var ofYear])
        {
            return ofYear is [] ? (false, false, 0, 0, null, DefaultCalls)
                : ofYear is ["--calls", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls is > 0 and <= MostCalls ? (false, false, 0, 0, null, calls)
                : null;
        }

        if (args is not [("micro" or "http" or "all") and var what, .. var rest])
        {
            return null;
        }

        var seconds = 3.0;
        var quiet = 0;
        string? script = null;
        for (var i = 0; i < rest.Length; i += 2)
        {
            switch (rest[i])
            {
                case "--seconds" when i + 1 < rest.Length
                    && double.TryParse(rest[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && seconds is > 0 and <= 600:
                    break;
                case "--quiet" when i + 1 < rest.Length && int.TryParse(rest[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out quiet) && quiet <= 600:
                    break;
                case "--load" when i + 1 < rest.Length:
                    script = rest[i + 1];
                    break;
                default:
                    return null;
            }
        }

        return (what is not "http", what is not "micro", seconds, quiet, script, null);
    }
}

/// <summary>Why nothing could be measured.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);

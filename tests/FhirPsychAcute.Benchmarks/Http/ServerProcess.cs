using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FhirPsychAcute.Benchmarks;

/// <summary>The built server as a process of its own, on a free loopback port, with a store that is removed afterwards.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly Stopwatch sinceStart;

    private ServerProcess(Process process, DirectoryInfo folder, string address, Stopwatch sinceStart)
    {
        this.process = process;
        this.folder = folder;
        this.sinceStart = sinceStart;
        Base = address + "/fhir";
        Client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>FHIR base.</summary>
    public string Base { get; }

    /// <summary>A client of the server.</summary>
    public HttpClient Client { get; }

    /// <summary>Process id.</summary>
    public int Id => process.Id;

    /// <summary>Time since the process was started.</summary>
    public TimeSpan SinceStart => sinceStart.Elapsed;

    /// <summary>Memory of the process that is in RAM, in MiB.</summary>
    public double ResidentMebibytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>Starts a server with an empty store.</summary>
    /// <param name="options">Further options: <c>--demo</c>.</param>
    /// <exception cref="BenchmarkException">There is no built server, or it cannot be started.</exception>
    public static ServerProcess Start(params string[] options)
    {
        var store = Directory.CreateTempSubdirectory("psychacute-bench-");
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Executable(), ["--urls", address, "--data", Path.Combine(store.FullName, "bench.db"), .. options])
        {
            WorkingDirectory = store.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        var server = Process.Start(start) ?? throw new BenchmarkException("The server could not be started.");
        server.StandardInput.Close();
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                Console.Error.WriteLine("server: " + text);
            }
        };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return new ServerProcess(server, store, address, watch);
    }

    /// <summary>Waits until an address below the FHIR base, or an absolute path such as <c>/health/ready</c>, answers 200; asks every five milliseconds.</summary>
    public async Task WaitFor(string path)
    {
        var url = path.StartsWith('/') ? new Uri(new Uri(Base), path).AbsoluteUri : $"{Base}/{path}";
        while (SinceStart < Patience)
        {
            if (process.HasExited)
            {
                throw new BenchmarkException($"The server ended with exit code {process.ExitCode}.");
            }

            try
            {
                using var response = await Client.GetAsync(url);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new BenchmarkException($"The server did not answer {path} within {Patience.TotalSeconds} seconds.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Executable()
    {
        var name = OperatingSystem.IsWindows() ? "FhirPsychAcute.Server.exe" : "FhirPsychAcute.Server";
        var path = Checkout.Locate($"src/FhirPsychAcute.Server/bin/Release/net10.0/{name}");
        return File.Exists(path) ? path : throw new BenchmarkException("There is no server built for Release: run 'dotnet build -c Release'.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

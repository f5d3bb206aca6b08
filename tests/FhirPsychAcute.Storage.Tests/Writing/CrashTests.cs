using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Storage.Tests.Writing;

public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Kills come after so many acknowledgements: from the very first one to amid checkpoints and index flushes.</summary>
    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed_again_and_again()
    {
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        int[] kills = [1, 3, 10, 47, 120, 333, 500, 1000];
        for (var run = 0; run < kills.Length; run++)
        {
            foreach (var line in WriteAndKill(run, kills[run]))
            {
                var parts = line.Split(' ');
                acknowledged[parts[0]] = run;
                counters[parts[1]] = long.Parse(parts[2], CultureInfo.InvariantCulture);
            }

            await Verify(acknowledged.Keys, counters);
        }

        Assert.True(acknowledged.Count >= kills.Sum());
        Assert.Equal(IndexContents.Expected(folder.File("store.db")), IndexContents.Actual(folder.File("store.db")));
    }

    // The lines that came out whole before the process died.
    private List<string> WriteAndKill(int run, int acknowledgements)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(CrashTests).Assembly.Location, folder.File("store.db"), run.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        process.Start();
        var lines = new List<string>();
        while (lines.Count < acknowledgements && process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.Kill();
        var rest = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(lines.Count >= acknowledgements, "The writer ended on its own.");
        lines.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return lines;
    }

    private async Task Verify(IEnumerable<string> acknowledged, Dictionary<string, long> counters)
    {
        await using var store = Writes.Open(folder);
        foreach (var name in acknowledged)
        {
            Assert.Equal(name, await store.Content("Observation", name + "-left"));
            Assert.Equal(name, await store.Content("Observation", name + "-right"));
        }

        foreach (var (counter, version) in counters)
        {
            var current = (await store.ReadAsync("Basic", counter, CancellationToken.None))!;

            // At most the one unit that was under way may be stored without having been acknowledged; then it is stored whole.
            Assert.InRange(current.Version, version, version + 1);
            var name = Encoding.UTF8.GetString(current.Content.Span);
            Assert.Equal(name, await store.Content("Observation", name + "-left"));
            Assert.Equal(name, await store.Content("Observation", name + "-right"));
            counters[counter] = current.Version;
        }

        var history = await store.HistoryAsync(new HistoryRequest("Observation", null, 0, null, null, null), CancellationToken.None);
        Assert.Equal(0, history.Total % 2);
    }
}

using System.Globalization;
using System.Text;
using static FhirPsychAcute.Storage.Tests.Writing.Writes;

namespace FhirPsychAcute.Storage.Tests.Writing;

/// <summary>
/// The process that <see cref="CrashTests"/> kills: writes as fast as it can from several tasks and prints a line for each unit that was acknowledged.
/// Started as <c>dotnet FhirPsychAcute.Storage.Tests.dll FILE RUN</c>.
/// </summary>
internal static class CrashingWriter
{
    public const int Tasks = 8;

    public static async Task Main(string[] arguments)
    {
        var run = arguments[1];
        await using var store = FhirStore.Open(new StorageOptions { DataFile = arguments[0], IndexBacklogResources = run is "0" or "2" or "4" ? 50 : 1000, WriteAheadLogMebibytes = 1 });
        using var output = Console.OpenStandardOutput();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(() => WriteForEver(store, run, task, line =>
        {
            var bytes = Encoding.UTF8.GetBytes(line + "\n");
            lock (gate)
            {
                output.Write(bytes);
            }
        }))));
    }

    // Each unit makes a left and a right resource and counts up the task's own counter: all three or none must survive.
    private static async Task WriteForEver(FhirStore store, string run, int task, Action<string> acknowledge)
    {
        var counter = $"counter{task}";
        var version = (await store.ReadAsync("Basic", counter, CancellationToken.None))?.Version ?? 0;
        for (var unit = 0; ; unit++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"run{run}-task{task}-unit{unit}");
            var outcome = await store.Write(
                Put("Observation", name + "-left", 0, name, Rows(name)),
                Put("Observation", name + "-right", 0, name, Rows(name)),
                Put("Basic", counter, version, name, Rows(name)));
            if (outcome != WriteOutcome.Committed)
            {
                throw new InvalidOperationException($"{name}: {outcome}");
            }

            version++;
            acknowledge(string.Create(CultureInfo.InvariantCulture, $"{name} {counter} {version}"));
        }
    }

    private static IndexRows Rows(string name)
    {
        var rows = new IndexRows();
        rows.Tokens.Add(new TokenRow(1, "urn:unit", name));
        rows.Tokens.Add(new TokenRow(2, "urn:status", "final"));
        rows.Strings.Add(new StringRow(3, name, name));
        rows.Dates.Add(new DateRow(4, name.Length, name.Length + 1));
        rows.References.Add(new ReferenceRow(5, "Patient", name, "", ""));
        return rows;
    }
}

using System.Diagnostics;

namespace FhirPsychAcute.Benchmarks;

/// <summary>What one stretch of work came to.</summary>
/// <param name="PerSecond">Operations a second.</param>
/// <param name="Bytes">Bytes allocated by one operation.</param>
internal readonly record struct MicroResult(double PerSecond, double Bytes)
{
    /// <summary>Does the work over and over for a time, on this thread.</summary>
    public static MicroResult Measure(MicroWork work, TimeSpan time)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var runs = 0L;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        do
        {
            work.Run();
            runs++;
        }
        while (watch.Elapsed < time);

        var elapsed = watch.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var operations = (double)runs * work.Operations;
        return new MicroResult(operations / elapsed, allocated / operations);
    }

    /// <summary>The one in the middle by rate.</summary>
    public static MicroResult Middle(IEnumerable<MicroResult> results)
    {
        var sorted = results.OrderBy(result => result.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}

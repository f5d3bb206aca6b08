using System.Runtime.InteropServices;

namespace FhirPsychAcute.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
internal static class MachineInfo
{
    /// <summary>Prints processor, memory, system and runtime.</summary>
    public static void Print()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, {memory:N0} GiB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; {DateTime.UtcNow:yyyy-MM-dd}");
        Console.WriteLine();
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        const string key = "model name";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}

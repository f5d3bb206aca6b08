using System.Diagnostics;

namespace FhirPsychAcute.Architecture.Tests;

/// <summary>The files that git tracks, as paths from the root of the checkout.</summary>
internal static class TrackedFiles
{
    private static readonly Lazy<string[]> Listed = new(List);

    /// <summary>Every tracked file that is in the working tree.</summary>
    public static IEnumerable<string> All => Listed.Value;

    /// <summary>Tracked sources written by hand, below a folder.</summary>
    public static IEnumerable<string> Sources(string folder = "") =>
        All.Where(file => file.StartsWith(folder, StringComparison.Ordinal)
            && Path.GetExtension(file) is ".cs" or ".fsh" or ".razor" or ".cshtml" or ".js" or ".mjs" or ".css");

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["-C", Checkout.Root, "ls-files", "-z"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Checkout.Locate(file)))];
    }
}

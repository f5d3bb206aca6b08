namespace FhirPsychAcute.Cli.Tests;

/// <summary>Runs the command line in this process and keeps what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static async Task<CliRun> Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, IsWatched: false, _ => null));
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

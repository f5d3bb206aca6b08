namespace FhirPsychAcute.Cli.Tests;

/// <summary>Runs the command line in this process and keeps what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> Of(params string[] args) => WithInput("", args);

    /// <summary>Runs the command line with that on its standard input.</summary>
    public static async Task<CliRun> WithInput(string input, params string[] args)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input));
        using var bytes = new MemoryStream();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, IsWatched: false, _ => null) { OpenInput = () => stream, OpenOutput = () => bytes });
        return new CliRun(exitCode, output + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

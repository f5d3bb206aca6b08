using FhirPsychAcute.Model;
namespace FhirPsychAcute.Cli;

/// <summary>Where a command writes, and whether a person is watching.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and errors.</param>
/// <param name="IsWatched">Whether <paramref name="Error"/> is a terminal that can redraw a line.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsWatched, Func<string, string?> Environment)
{
    /// <summary>Whether <see cref="Out"/> is a terminal: then nothing else may draw there.</summary>
    public bool IsOutWatched { get; init; }

    /// <summary>Opens the standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Opens the standard output for bytes.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>The language that the user reads.</summary>
    public Texts Texts { get; init; } = Texts.English;

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess { get; } = new(
        new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = !Console.IsOutputRedirected },
        Console.Error,
        !Console.IsErrorRedirected,
        System.Environment.GetEnvironmentVariable)
    {
        IsOutWatched = !Console.IsOutputRedirected,
    };

    /// <summary>Writes one line to stderr, whatever the message holds: line breaks become spaces, CPR numbers are masked.</summary>
    public void WriteError(string message) => Error.WriteLine($"psychacute: {CprMask.Apply(OneLine(message))}");

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}

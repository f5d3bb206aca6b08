using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Cli;

/// <summary>The packages that a command checks against: R4, this project's profiles, and those that the user names.</summary>
internal static class LoadedDefinitions
{
    /// <summary>Loads them.</summary>
    /// <exception cref="CommandException">A package cannot be found or read.</exception>
    public static DefinitionLibrary Load(IReadOnlyList<string> packages, Terminal terminal)
    {
        var library = ProjectPackage.With(packages.Select(package => PathOf(package, terminal)).ToList());
        foreach (var finding in library.Findings)
        {
            var text = terminal.Texts.Format("PackageFinding", finding.Source, finding.Text(terminal.Texts.Language));
            if (finding.Severity <= IssueSeverity.Error)
            {
                throw new CommandException(ExitCode.CouldNotRun, text);
            }

            if (finding.Severity == IssueSeverity.Warning)
            {
                terminal.WriteError(text);
            }
        }

        return library;
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

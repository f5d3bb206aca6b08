using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute package</c>: this project's profiles, with snapshots and examples, as a FHIR package for other validators.</summary>
internal static class PackageCommand
{
    /// <summary>Writes the package; the file is there only when it is whole.</summary>
    /// <param name="output">File, or folder in which the file gets the package's name and version; the current folder when null.</param>
    /// <param name="terminal">Where to say what was written.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    /// <exception cref="InvalidDataException">The package beside the program is missing or damaged.</exception>
    public static int Run(string? output, Terminal terminal)
    {
        var library = ProjectPackage.Library;
        var package = ProjectPackage.Of(library) ?? throw new InvalidDataException($"{ProjectPackage.File}: {library.Findings[0].Text(terminal.Texts.Language)}");
        var file = FileOf(output ?? ".", package.Id);
        var unfinished = file + ".new";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                ProjectPackage.WriteWithSnapshots(stream, package, new SnapshotSource());
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("OutputNotWritable", file, fault.Message));
        }

        terminal.Out.WriteLine(terminal.Texts.Format(
            "PackageWritten", package.Id, package.Definitions.Count, package.Instances.Count, (new FileInfo(file).Length + 1023) / 1024, file));
        return ExitCode.Success;
    }

    private static string FileOf(string output, PackageId id) =>
        Directory.Exists(output) || Path.EndsInDirectorySeparator(output) ? Path.Combine(output, $"{id.Name}-{id.Version}.tgz") : output;
}

using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute validate PATH...</c>: checks the structure of resources and prints every fault with its place.</summary>
internal static class ValidateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when no resource has a fault, 1 otherwise.</returns>
    /// <exception cref="CommandException">A path cannot be read.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, bool asJson, Terminal terminal, CancellationToken cancellationToken)
    {
        var schema = DefinitionStore.R4.Schema;
        var files = InputPaths.Find(paths, terminal.Texts);
        long resources = 0, faulty = 0, faults = 0;
        await foreach (var source in SourceReader.ReadAsync(files, cancellationToken))
        {
            var issues = source.Parse(schema, out _);
            resources++;
            faulty += issues.Count > 0 ? 1 : 0;
            faults += issues.Count;
            if (asJson)
            {
                terminal.Out.WriteLine(OutcomeLine.Of(source.Location, issues));
            }
            else
            {
                WriteText(source.Location, issues, terminal.Out);
            }
        }

        await terminal.Out.FlushAsync(cancellationToken);
        if (!asJson)
        {
            terminal.Error.WriteLine(terminal.Texts.Format(faults == 0 ? "ValidateNoFault" : "ValidateSummary", resources, faulty, faults));
        }

        return faults == 0 ? ExitCode.Success : ExitCode.Refused;
    }

    // file:line:column: path: message, as compilers write, so that editors can jump to the place.
    private static void WriteText(SourceLocation location, IReadOnlyList<StructureIssue> issues, TextWriter output)
    {
        foreach (var issue in issues)
        {
            var (line, column) = FaultText.PositionIn(location, issue);
            output.WriteLine(CprMask.Apply(FormattableString.Invariant($"{location.File}:{line}:{column}: {issue.Path}: {issue.Message}")));
        }
    }
}

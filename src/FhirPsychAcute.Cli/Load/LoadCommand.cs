using System.Diagnostics;
using FhirPsychAcute.Conformance;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute load PATH... --server URL</c>: sends resources to a FHIR server and tells what was refused and why.</summary>
internal static class LoadCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when everything was taken, 1 when something was refused.</returns>
    /// <exception cref="CommandException">A path cannot be read, or the server does not answer.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, LoadOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = InputPaths.Find(paths, terminal.Texts);
        using var connection = new FhirConnection(options, terminal.Texts);
        await connection.CheckAsync(cancellationToken);

        await using var refusedFile = options.RefusedFile is null ? null : new StreamWriter(options.RefusedFile);
        var schema = DefinitionStore.R4.Schema;
        var report = new LoadReport(refusedFile);
        var progress = new LoadProgress(terminal, report, files.Sum(file => file.Length));
        var reader = new LoadItemReader(schema, terminal.Texts);
        using var loader = new Loader(connection, schema, options, report, progress.Advance);

        var watch = Stopwatch.StartNew();
        try
        {
            await progress.ShowWhile(() => Task.Run(
                () => loader.LoadAsync(SourceReader.ReadAsync(files, terminal.OpenInput, cancellationToken).SelectMany(reader.Read), cancellationToken), cancellationToken));
        }
        finally
        {
            WriteSummary(report, files.Count, watch.Elapsed, terminal);
        }

        return report.Refused == 0 ? ExitCode.Success : ExitCode.Refused;
    }

    internal static void WriteSummary(LoadReport report, int files, TimeSpan elapsed, Terminal terminal)
    {
        var loaded = report.Created + report.Updated;
        terminal.Out.WriteLine(terminal.Texts.Format(
            "LoadSummary", loaded, report.Created, report.Updated, files, elapsed.TotalSeconds, loaded / Math.Max(elapsed.TotalSeconds, 0.001)));
        if (report.Kept > 0)
        {
            terminal.Out.WriteLine(terminal.Texts.Format("LoadKept", report.Kept));
        }

        if (report.Refused == 0)
        {
            return;
        }

        terminal.Out.WriteLine(terminal.Texts.Format("LoadRefused", report.Refused));
        foreach (var refusal in report.Refusals)
        {
            terminal.Out.WriteLine($"  {refusal.Location}: {refusal.Reason}");
        }

        if (report.Refused > report.Refusals.Count)
        {
            terminal.Out.WriteLine(terminal.Texts.Format("LoadRefusedMore", report.Refused - report.Refusals.Count));
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute simulate --out DIR|--server URL</c>: makes a synthetic Danish year.</summary>
internal static class SimulateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when all of it was written, 1 when a server refused something.</returns>
    /// <exception cref="CommandException">The folder is in use, a table cannot be used, the server does not answer, or the work was stopped.</exception>
    public static async Task<int> RunAsync(SimulateOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        if (options.Folder is { } folder && !options.Force && !SimulationFolder.IsFree(folder))
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("SimulateFolderNotEmpty", folder));
        }

        try
        {
            return options.Load is { } load
                ? await SendAsync(options, load, terminal, cancellationToken)
                : await WriteAsync(options, options.Folder!, terminal, cancellationToken);
        }
        catch (RuleException fault)
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("RulesUnusable", fault.Message));
        }
    }

    private static async Task<int> WriteAsync(SimulateOptions options, string path, Terminal terminal, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var folder = new SimulationFolder(path, options.Settings);
        try
        {
            // Off this thread, so that Ctrl+C is heard while the plan is drawn.
            var year = await Task.Run(() => new SimulatedYear(options.Settings, new RuleFolder(options.Rules), cancellationToken), cancellationToken);
            var progress = new SimulateProgress(terminal, year.Parts, () => folder.Resources);
            await progress.ShowWhile(() => Task.Run(
                async () =>
                {
                    var free = new Stack<PartBuffer>();
                    var parts = InOrder(year, options.Jobs, () => free.TryPop(out var used) ? used : new PartBuffer(), cancellationToken);
                    await foreach (var part in parts)
                    {
                        folder.Append(part);
                        part.Clear();
                        free.Push(part);
                        progress.Advance();
                    }

                    folder.Complete();
                },
                cancellationToken));
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("SimulateStopped", path));
        }

        terminal.Out.WriteLine(terminal.Texts.Format(
            "SimulateSummary", folder.Resources, folder.Bytes / 1_000_000, options.Settings.Calls, options.Settings.Year.ToString(terminal.Texts.Culture),
            watch.Elapsed.TotalSeconds, folder.Resources / Math.Max(watch.Elapsed.TotalSeconds, 0.001), folder.Digest));
        return ExitCode.Success;
    }

    private static async Task<int> SendAsync(SimulateOptions options, LoadOptions load, Terminal terminal, CancellationToken cancellationToken)
    {
        using var connection = new FhirConnection(load, terminal.Texts);
        await connection.CheckAsync(cancellationToken);
        var year = await Task.Run(() => new SimulatedYear(options.Settings, new RuleFolder(options.Rules), cancellationToken), cancellationToken);
        var report = new LoadReport();
        var progress = new SimulateProgress(terminal, year.Parts, () => report.Created + report.Updated + report.Kept);
        using var loader = new Loader(connection, DefinitionStore.R4.Schema, load, report, static _ => { });
        var watch = Stopwatch.StartNew();
        try
        {
            await progress.ShowWhile(() => Task.Run(() => loader.LoadAsync(Items(year, options.Jobs, progress, cancellationToken), cancellationToken), cancellationToken));
        }
        finally
        {
            LoadCommand.WriteSummary(report, 0, watch.Elapsed, terminal);
        }

        return report.Refused == 0 ? ExitCode.Success : ExitCode.Refused;
    }

    private static async IAsyncEnumerable<LoadItem> Items(
        SimulatedYear year, int jobs, SimulateProgress progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in InOrder(year, jobs, static () => new ResourceItems(), cancellationToken))
        {
            foreach (var item in part.Items)
            {
                yield return item;
            }

            progress.Advance();
        }
    }

    // Parts are made ahead on several threads and come out in order; only so many are in memory.
    private static async IAsyncEnumerable<T> InOrder<T>(SimulatedYear year, int jobs, Func<T> sink, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : ISimulationSink
    {
        var ahead = new Queue<Task<T>>();
        try
        {
            for (var part = 0; part < year.Parts || ahead.Count > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (part < year.Parts && ahead.Count <= jobs)
                {
                    var (number, taker) = (part++, sink());
                    ahead.Enqueue(Task.Run(
                        () =>
                        {
                            year.Write(number, taker);
                            return taker;
                        },
                        cancellationToken));
                    continue;
                }

                yield return await ahead.Dequeue();
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

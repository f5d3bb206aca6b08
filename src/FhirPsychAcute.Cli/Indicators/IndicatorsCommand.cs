using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute indicators PATH...|--server URL --period P</c>: the indicators of a period as tables, computed from files or by a server.</summary>
internal static class IndicatorsCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0; 1 when something in the files could not be read and was not counted.</returns>
    /// <exception cref="CommandException">A path cannot be read, a table cannot be used, or the server does not answer.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, IndicatorsOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var schema = DefinitionStore.R4.Schema;
        var source = options.Server is null ? new FileIndicatorSource(InputPaths.Find(paths, terminal.Texts), schema) : null;
        foreach (var measure in options.Measures)
        {
            var json = source is not null
                ? await FromFilesAsync(measure, source, options, terminal, cancellationToken)
                : await FromServerAsync(measure, options, terminal, cancellationToken);
            if (options.AsJson)
            {
                terminal.Out.WriteLine(Encoding.UTF8.GetString(json.Span));
                continue;
            }

            var report = ResourceDocument.Parse(json, schema).Document
                ?? throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("IndicatorsNoReport", options.Server));
            IndicatorTable.Write(report, options.By, terminal);
        }

        if (source is { Unreadable: > 0 and var left })
        {
            terminal.WriteError(terminal.Texts.Format("IndicatorsUnreadable", left));
            return ExitCode.Refused;
        }

        return ExitCode.Success;
    }

    private static async Task<ReadOnlyMemory<byte>> FromFilesAsync(
        IndicatorMeasure measure, FileIndicatorSource source, IndicatorsOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var question = new IndicatorQuestion
        {
            Period = IndicatorPeriod.Parse(options.Period.From, options.Period.To)!.Value,
            Rules = new RuleFolder(options.Rules),
            At = TimeProvider.System.GetUtcNow(),
            ShowsSmallCounts = options.ShowsSmallCounts,
        };
        try
        {
            return await measure.EvaluateAsync(source, question, terminal.Texts.Language, cancellationToken);
        }
        catch (RuleException fault)
        {
            throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("RulesUnusable", fault.Message));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> FromServerAsync(IndicatorMeasure measure, IndicatorsOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        using var connection = new FhirConnection(new LoadOptions { Server = options.Server! }, terminal.Texts);
        var answer = await connection.SendAsync(
            "GET", $"Measure/{measure.Id}/$evaluate-measure?periodStart={Uri.EscapeDataString(options.Period.From)}&periodEnd={Uri.EscapeDataString(options.Period.To)}", default,
            Repeat.Always, cancellationToken);
        return answer.IsSuccess ? answer.Body : throw new CommandException(ExitCode.CouldNotRun, terminal.Texts.Format("IndicatorsRefused", options.Server, answer.Reason(DefinitionStore.R4.Schema)));
    }
}

using Spectre.Console;

namespace FhirPsychAcute.Cli;

/// <summary>Shows how far loading has come: a bar on a terminal, otherwise a line every five seconds.</summary>
internal sealed class LoadProgress(Terminal terminal, LoadReport report, long totalBytes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private long doneBytes;

    private double Share => totalBytes == 0 ? 1 : Math.Min(1, (double)Volatile.Read(ref doneBytes) / totalBytes);

    private string State => terminal.Texts.Format("Progress", report.Created + report.Updated, report.Refused);

    /// <summary>Notes that so many bytes of input are dealt with.</summary>
    public void Advance(long bytes) => Interlocked.Add(ref doneBytes, bytes);

    /// <summary>Runs the work and shows its progress meanwhile.</summary>
    public Task ShowWhile(Func<Task> work) => terminal.IsWatched ? ShowBar(work) : ShowLines(work);

    private async Task ShowBar(Func<Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(State), maxValue: 1);
                await Repeat(work(), TimeSpan.FromMilliseconds(200), () =>
                {
                    bar.Value = Share;
                    bar.Description = Markup.Escape(State);
                });
            });
    }

    private Task ShowLines(Func<Task> work) =>
        Repeat(work(), Pause, () => terminal.Error.WriteLine(terminal.Texts.Format("ProgressLine", Share, State)));

    private static async Task Repeat(Task work, TimeSpan pause, Action show)
    {
        while (await Task.WhenAny(work, Task.Delay(pause)) != work)
        {
            show();
        }

        await work;
    }
}

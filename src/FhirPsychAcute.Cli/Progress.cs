using Spectre.Console;

namespace FhirPsychAcute.Cli;

/// <summary>Shows how far long work has come, as a bar on a terminal.</summary>
/// <param name="terminal">Where to draw.</param>
/// <param name="totalBytes">Bytes of input; 0 when that is not known.</param>
/// <param name="state">What has been done so far, in words.</param>
internal sealed class Progress(Terminal terminal, long totalBytes, Func<string> state)
{
    private long doneBytes;

    /// <summary>Share of the input that is dealt with, 0 to 1.</summary>
    public double Share => totalBytes == 0 ? 1 : Math.Min(1, (double)Volatile.Read(ref doneBytes) / totalBytes);

    /// <summary>Notes that so many bytes of input are dealt with.</summary>
    public void Advance(long bytes) => Interlocked.Add(ref doneBytes, bytes);

    /// <summary>Runs the work with a bar meanwhile.</summary>
    public async Task ShowBar(Func<Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(state()), maxValue: 1);
                await Repeat(work(), TimeSpan.FromMilliseconds(200), () =>
                {
                    bar.Value = Share;
                    bar.Description = Markup.Escape(state());
                });
            });
    }

    /// <summary>Runs the work with a line now and then.</summary>
    public Task ShowLines(Func<Task> work, TimeSpan pause) =>
        Repeat(work(), pause, () => terminal.Error.WriteLine(terminal.Texts.Format("ProgressLine", Share, state())));

    private static async Task Repeat(Task work, TimeSpan pause, Action show)
    {
        while (await Task.WhenAny(work, Task.Delay(pause)) != work)
        {
            show();
        }

        await work;
    }
}

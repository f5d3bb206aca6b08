namespace FhirPsychAcute.Cli;

/// <summary>Shows how far loading has come: a bar on a terminal, otherwise a line every five seconds.</summary>
internal sealed class LoadProgress(Terminal terminal, LoadReport report, long totalBytes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Progress progress = new(terminal, totalBytes, () => terminal.Texts.Format("Progress", report.Created + report.Updated, report.Refused));

    /// <summary>Notes that so many bytes of input are dealt with.</summary>
    public void Advance(long bytes) => progress.Advance(bytes);

    /// <summary>Runs the work and shows its progress meanwhile.</summary>
    public Task ShowWhile(Func<Task> work) => terminal.IsWatched ? progress.ShowBar(work) : progress.ShowLines(work, Pause);
}

namespace FhirPsychAcute.Cli;

/// <summary>Shows how far a simulation has come: a bar on a terminal, otherwise a line every five seconds.</summary>
internal sealed class SimulateProgress(Terminal terminal, int parts, Func<long> resources)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Progress progress = new(terminal, parts, () => terminal.Texts.Format("SimulateProgress", resources()));

    /// <summary>Notes that a part is dealt with.</summary>
    public void Advance() => progress.Advance(1);

    /// <summary>Runs the work and shows its progress meanwhile.</summary>
    public Task ShowWhile(Func<Task> work) => terminal.IsWatched ? progress.ShowBar(work) : progress.ShowLines(work, Pause);
}

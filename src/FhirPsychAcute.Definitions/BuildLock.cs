namespace FhirPsychAcute.Definitions;

/// <summary>A turn at making one output, which several builds in the same checkout may want at the same time.</summary>
internal sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // npm on a slow line may take minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly FileStream file;

    private BuildLock(FileStream file, bool waited)
    {
        this.file = file;
        Waited = waited;
    }

    /// <summary>Whether another build had its turn first.</summary>
    public bool Waited { get; }

    /// <summary>Waits until no other process holds the file. The operating system frees it when a process dies.</summary>
    /// <exception cref="IOException">The others took too long.</exception>
    public static BuildLock Wait(string path)
    {
        var deadline = DateTime.UtcNow + Patience;
        for (var waited = false; ; waited = true)
        {
            try
            {
                return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), waited);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    public void Dispose() => file.Dispose();
}

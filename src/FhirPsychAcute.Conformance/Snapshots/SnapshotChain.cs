using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>The definitions whose snapshots are being generated, each waiting for the next.</summary>
internal sealed class SnapshotChain(SnapshotChain? waiting, string url)
{
    /// <summary>More definitions than this do not build on each other.</summary>
    private const int MaxDepth = 48;

    private readonly int depth = waiting is null ? 1 : waiting.depth + 1;

    /// <summary>The root element of this definition's snapshot, once made: all that a definition may take from one that waits for it.</summary>
    public SnapshotNode? Root { get; set; }

    /// <summary>Whether no further definition may be started.</summary>
    public bool IsTooDeep => depth >= MaxDepth;

    /// <summary>The link of the definition of this url, or null.</summary>
    public SnapshotChain? Find(string wanted)
    {
        for (var link = this; link is not null; link = link.Waiting)
        {
            if (string.Equals(link.Url, wanted, StringComparison.Ordinal))
            {
                return link;
            }
        }

        return null;
    }

    private string Url { get; } = url;

    private SnapshotChain? Waiting { get; } = waiting;
}

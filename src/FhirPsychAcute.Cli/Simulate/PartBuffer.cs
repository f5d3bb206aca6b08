using System.Buffers;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>The resources of one part as NDJSON, by kind. Used again for one part after the other.</summary>
internal sealed class PartBuffer : ISimulationSink
{
    private readonly Dictionary<SimulatedKind, (ArrayBufferWriter<byte> Bytes, int Count)> kinds = [];

    /// <summary>Kinds that have resources, with their lines.</summary>
    public IEnumerable<(SimulatedKind Kind, ReadOnlyMemory<byte> Bytes, int Count)> Kinds =>
        kinds.Where(static kind => kind.Value.Count > 0).Select(static kind => (kind.Key, kind.Value.Bytes.WrittenMemory, kind.Value.Count));

    /// <inheritdoc/>
    public void Add(SimulatedKind kind, string id, ReadOnlyMemory<byte> json)
    {
        if (!kinds.TryGetValue(kind, out var lines))
        {
            lines = (new ArrayBufferWriter<byte>(1 << 16), 0);
        }

        lines.Bytes.Write(json.Span);
        lines.Bytes.Write("\n"u8);
        kinds[kind] = (lines.Bytes, lines.Count + 1);
    }

    /// <summary>Forgets the part; keeps the memory.</summary>
    public void Clear()
    {
        foreach (var (kind, lines) in kinds)
        {
            lines.Bytes.ResetWrittenCount();
            kinds[kind] = (lines.Bytes, 0);
        }
    }
}

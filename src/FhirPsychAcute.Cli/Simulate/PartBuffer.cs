using System.Buffers;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>The resources of one part as NDJSON, by type. Used again for one part after the other.</summary>
internal sealed class PartBuffer : ISimulationSink
{
    private readonly Dictionary<string, (ArrayBufferWriter<byte> Bytes, int Count)> types = new(StringComparer.Ordinal);

    /// <summary>Types that have resources, with their lines.</summary>
    public IEnumerable<(string Type, ReadOnlyMemory<byte> Bytes, int Count)> Types =>
        types.Where(static type => type.Value.Count > 0).Select(static type => (type.Key, type.Value.Bytes.WrittenMemory, type.Value.Count));

    /// <inheritdoc/>
    public void Add(string type, string id, ReadOnlyMemory<byte> json)
    {
        if (!types.TryGetValue(type, out var lines))
        {
            lines = (new ArrayBufferWriter<byte>(1 << 16), 0);
        }

        lines.Bytes.Write(json.Span);
        lines.Bytes.Write("\n"u8);
        types[type] = (lines.Bytes, lines.Count + 1);
    }

    /// <summary>Forgets the part; keeps the memory.</summary>
    public void Clear()
    {
        foreach (var (type, lines) in types)
        {
            lines.Bytes.ResetWrittenCount();
            types[type] = (lines.Bytes, 0);
        }
    }
}

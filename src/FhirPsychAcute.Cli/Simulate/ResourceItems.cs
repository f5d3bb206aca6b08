using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>The resources of one part as they are sent to a server.</summary>
internal sealed class ResourceItems : ISimulationSink
{
    private readonly List<LoadItem> items = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<LoadItem> Items => items;

    /// <inheritdoc/>
    public void Add(SimulatedKind kind, string id, ReadOnlyMemory<byte> json) =>
        items.Add(new ResourceItem(new SourceLocation($"{kind.Type}/{id}"), 0, kind.Type, id, json.ToArray()) { OnlyNew = true });
}

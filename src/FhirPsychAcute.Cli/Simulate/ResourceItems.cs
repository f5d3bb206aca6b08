using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>The resources of one part as they are sent to a server.</summary>
internal sealed class ResourceItems : ISimulationSink
{
    private readonly List<LoadItem> items = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<LoadItem> Items => items;

    /// <inheritdoc/>
    public void Add(string type, string id, ReadOnlyMemory<byte> json) =>
        items.Add(new ResourceItem(new SourceLocation($"{type}/{id}"), 0, type, id, json.ToArray()) { OnlyNew = true });
}

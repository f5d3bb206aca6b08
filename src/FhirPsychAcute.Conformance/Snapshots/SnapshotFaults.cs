using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Gathers faults, each once; stops counting where there are too many to be read.</summary>
internal sealed class SnapshotFaults
{
    private const int MaxFaults = 200;

    private readonly List<SnapshotFault> list = [];
    private readonly HashSet<(int Place, string Id, string Arguments)> seen = [];

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<SnapshotFault> List => list;

    /// <summary>Notes a fault of an element of the differential.</summary>
    public void Add(Element place, string messageId, params object[] arguments)
    {
        if (list.Count < MaxFaults && seen.Add((place.Exists ? place.Index : -1, messageId, string.Join('\n', arguments))))
        {
            list.Add(new SnapshotFault(place, messageId, arguments));
        }
    }

    /// <summary>Notes a fault of the whole definition.</summary>
    public void Add(string messageId, params object[] arguments) => Add(default, messageId, arguments);
}

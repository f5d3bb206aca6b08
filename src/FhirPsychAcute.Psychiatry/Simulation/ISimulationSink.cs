namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Takes simulated resources one by one.</summary>
public interface ISimulationSink
{
    /// <summary>Takes one resource.</summary>
    /// <param name="kind">One of <see cref="SimulatedYear.Kinds"/>.</param>
    /// <param name="id">Logical id, the same whenever the same year is simulated.</param>
    /// <param name="json">The resource; overwritten when the call is over.</param>
    void Add(SimulatedKind kind, string id, ReadOnlyMemory<byte> json);
}

/// <summary>What is kept together when a year is written.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Name">The type, with what tells its kinds apart where it has several: <c>Encounter-stay</c>.</param>
public sealed record SimulatedKind(string Type, string Name);

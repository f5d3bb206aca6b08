namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Takes simulated resources one by one.</summary>
public interface ISimulationSink
{
    /// <summary>Takes one resource.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Logical id, the same whenever the same year is simulated.</param>
    /// <param name="json">The resource; overwritten when the call is over.</param>
    void Add(string type, string id, ReadOnlyMemory<byte> json);
}

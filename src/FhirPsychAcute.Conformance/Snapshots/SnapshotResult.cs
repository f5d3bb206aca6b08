using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>What making a snapshot gave.</summary>
/// <param name="StructureDefinition">
/// The StructureDefinition with its snapshot; null where none could be made. With faults it holds what could be made in spite of them.
/// </param>
/// <param name="Faults">What is wrong with the differential; empty when nothing is.</param>
public sealed record SnapshotResult(ResourceDocument? StructureDefinition, IReadOnlyList<SnapshotFault> Faults);

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Judges the snapshot that a StructureDefinition was published with.</summary>
internal static class PublishedSnapshot
{
    /// <summary>
    /// Whether there is a snapshot that can be used: one with a root, with elements below it where the differential has some, and not less than half as long as the differential
    /// (tools have published snapshots of the root alone, and copies of the differential).
    /// </summary>
    public static bool IsWhole(Element structureDefinition)
    {
        var snapshot = structureDefinition.Child("snapshot");
        if (!snapshot.Exists)
        {
            return false;
        }

        var elements = snapshot.ChildrenNamed("element").Count();
        var differential = structureDefinition.Child("differential");
        var named = differential.Exists ? differential.ChildrenNamed("element").Count() : 0;
        return elements > 0 && snapshot.Child("element").ChildValue("path") is { } root && !root.Contains('.', StringComparison.Ordinal) && (elements > 1 || named <= 1) && elements * 2 >= named;
    }
}

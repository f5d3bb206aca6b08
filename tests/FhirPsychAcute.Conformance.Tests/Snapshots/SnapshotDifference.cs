namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>One way in which a generated snapshot differs from the published one.</summary>
internal sealed record SnapshotDifference(string ElementId, string Property, string Expected, string Actual)
{
    public override string ToString() => $"{ElementId}\t{Property}\t{Cut(Expected)}\t{Cut(Actual)}";

    private static string Cut(string text) => text.Length <= 3000 ? text : text[..3000] + "...";
}

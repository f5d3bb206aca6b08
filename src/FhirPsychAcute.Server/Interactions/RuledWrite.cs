using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Writing;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>A change that is about to be stored, as the rules of the field are to see it.</summary>
/// <param name="Current">The version that it follows; null for none.</param>
/// <param name="Stored">The new version.</param>
/// <param name="Told">The Provenance that came with the request; null for none.</param>
/// <param name="Along">What an operation stores along; null for nothing.</param>
internal readonly record struct RuledChange(StoredVersion? Current, ResourceDocument Stored, ResourceDocument? Told = null, IReadOnlyList<Companion>? Along = null);

/// <summary>What the rules of the field add to a unit that they do not refuse.</summary>
internal sealed class RuledWrite
{
    /// <summary>Nothing.</summary>
    public static RuledWrite Nothing { get; } = new();

    /// <summary>Changes that are stored along.</summary>
    public List<WriteOperation> Operations { get; } = [];

    /// <summary>What must still hold for them.</summary>
    public List<WritePrecondition> Preconditions { get; } = [];

    /// <summary>What the writer is told, by the place of the change among those judged.</summary>
    public List<(int Change, OutcomeIssue Finding)> Findings { get; } = [];

    /// <summary>The unit of one change.</summary>
    public WriteUnit Unit(WriteOperation operation, IReadOnlyList<WritePrecondition> preconditions) =>
        new(Operations.Count == 0 ? [operation] : [operation, .. Operations], Preconditions.Count == 0 ? preconditions : [.. preconditions, .. Preconditions]);

    /// <summary>The findings of the one change after those that validation has.</summary>
    public IReadOnlyList<OutcomeIssue> After(IReadOnlyList<OutcomeIssue> findings) =>
        Findings.Count == 0 ? findings : [.. findings, .. Findings.Select(static finding => finding.Finding)];
}

using System.Diagnostics.CodeAnalysis;

namespace FhirPsychAcute.Model;

/// <summary>The outcome of reading one resource: a document when its structure is right, otherwise every fault found.</summary>
public sealed class ParseResult
{
    internal ParseResult(ResourceDocument? document, IReadOnlyList<StructureIssue> issues)
    {
        Document = document;
        Issues = issues;
    }

    /// <summary>The document; null when the source could not be read to its end. With issues it holds what could be read, for reporting only.</summary>
    public ResourceDocument? Document { get; }

    /// <summary>Faults in source order; empty when the structure is right.</summary>
    public IReadOnlyList<StructureIssue> Issues { get; }

    /// <summary>Whether the structure is right; then <see cref="Document"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null && Issues.Count == 0;
}

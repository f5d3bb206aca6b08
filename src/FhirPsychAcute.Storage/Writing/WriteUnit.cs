using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>One change that a <see cref="WriteUnit"/> makes. The caller has already put id, version and time into the content.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="ExpectedVersion">The version this one follows; 0 when no version may exist. When the store holds another one, the whole unit is refused as a conflict.</param>
/// <param name="LastUpdated">Time of the change, UTC, to the millisecond.</param>
/// <param name="Method">How the version comes to be.</param>
/// <param name="Content">The JSON of the resource as it shall be stored (<see cref="ResourceDocument.Bytes"/>); empty for a deletion.</param>
/// <param name="Rows">Its index rows, <see cref="IndexRows.Empty"/> for a deletion. Read before <see cref="FhirStore.WriteAsync"/> returns, so the caller may reuse the buffers at once.</param>
public sealed record WriteOperation(
    string Type, string Id, long ExpectedVersion, DateTimeOffset LastUpdated, VersionMethod Method, ReadOnlyMemory<byte> Content, IndexRows Rows)
{
    /// <summary>The version that this change makes.</summary>
    public long NewVersion => ExpectedVersion + 1;
}

/// <summary>Something that must still hold at the moment of writing: the search finds exactly these resources (conditional create, update, delete; conditional references).</summary>
/// <param name="Search">The search.</param>
/// <param name="ExpectedIds">Logical ids that the search found when the unit was prepared, in any order: none, or the one match.</param>
public sealed record WritePrecondition(SearchRequest Search, IReadOnlyList<string> ExpectedIds);

/// <summary>Changes that are stored together or not at all.</summary>
/// <param name="Operations">The changes, each to another resource.</param>
/// <param name="Preconditions">What must still hold.</param>
public sealed record WriteUnit(IReadOnlyList<WriteOperation> Operations, IReadOnlyList<WritePrecondition> Preconditions);

/// <summary>What became of a <see cref="WriteUnit"/>.</summary>
public enum WriteOutcome
{
    /// <summary>Everything is stored and on disk.</summary>
    Committed,
    /// <summary>A resource has another version than expected; nothing is stored. Read again, prepare again.</summary>
    VersionConflict,
    /// <summary>A precondition's search finds other resources now; nothing is stored. Search again, prepare again.</summary>
    PreconditionFailed,
}

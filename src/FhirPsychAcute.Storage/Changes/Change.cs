namespace FhirPsychAcute.Storage;

/// <summary>A version as the change feed gives it.</summary>
/// <param name="Seq">Its place in the order of commits; rises, without telling by how much.</param>
/// <param name="Version">The version.</param>
public readonly record struct Change(long Seq, StoredVersion Version);

/// <summary>A page of the change feed.</summary>
/// <param name="Changes">Versions in the order of their commits.</param>
/// <param name="End">Everything up to here has been given: where the next page begins.</param>
public sealed record ChangePage(IReadOnlyList<Change> Changes, long End);

/// <summary>How far a follower of the change feed has come.</summary>
/// <param name="Seq">Everything up to here is done with.</param>
/// <param name="Taken">How many versions it has taken so far.</param>
public readonly record struct FeedPosition(long Seq, long Taken);

/// <summary>A version that a follower of the change feed could not do with, kept for somebody to see and try again (dead letter).</summary>
/// <param name="Seq">The version.</param>
/// <param name="At">When it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">Why; never content of a resource.</param>
public sealed record FeedRefusal(long Seq, DateTimeOffset At, int Attempts, string Reason);

/// <summary>Whether a version is wanted, told by its text.</summary>
/// <param name="type">Resource type.</param>
/// <param name="json">The resource as stored.</param>
public delegate bool ChangeFilter(string type, ReadOnlySpan<byte> json);

namespace FhirPsychAcute.Storage;

/// <summary>How a version came to be, as Bundle.entry.request of a history tells it.</summary>
public enum VersionMethod : byte
{
    /// <summary>Created by POST with an id of the server's.</summary>
    Post,
    /// <summary>Created or updated by PUT.</summary>
    Put,
    /// <summary>Updated by PATCH.</summary>
    Patch,
    /// <summary>Deleted; the version has no content.</summary>
    Delete,
}

/// <summary>One version of one resource as stored.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Version">Version number from 1; written as text in meta.versionId and ETag.</param>
/// <param name="LastUpdated">When it was written, UTC, to the millisecond.</param>
/// <param name="Method">How it came to be.</param>
/// <param name="Content">JSON bytes with id and meta as stored; empty for a deletion.</param>
public sealed record StoredVersion(
    string Type, string Id, long Version, DateTimeOffset LastUpdated, VersionMethod Method, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether this version is a deletion.</summary>
    public bool IsDeleted => Method == VersionMethod.Delete;
}

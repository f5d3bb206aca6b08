namespace FhirPsychAcute.Storage.Database.Entities;

/// <summary>How far a follower of the change feed has come.</summary>
internal sealed class FeedPositionRow
{
    public required string Follower { get; set; }

    public long Seq { get; set; }

    public long Taken { get; set; }
}

/// <summary>A version that a follower of the change feed gave up.</summary>
internal sealed class FeedRefusalRow
{
    public required string Follower { get; set; }

    public long Seq { get; set; }

    /// <summary>Microseconds since 1970.</summary>
    public long GivenUp { get; set; }

    public int Attempts { get; set; }

    public required string Reason { get; set; }
}

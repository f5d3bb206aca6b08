namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>What became of one leg of a call.</summary>
internal enum CallOutcome : byte
{
    /// <summary>Still in the queue.</summary>
    Open,
    /// <summary>Somebody took it.</summary>
    Answered,
    /// <summary>Nobody spoke with the person.</summary>
    Unanswered,
}

/// <summary>One leg of a call as it is counted. Times in whole seconds; null where the history does not say.</summary>
internal sealed class CallFact
{
    public required DateTimeOffset Start { get; init; }
    public required CallOutcome Outcome { get; init; }
    public required string Line { get; init; }

    /// <summary>No call before it: a person who called.</summary>
    public required bool IsFirst { get; init; }

    public required string Region { get; init; }
    public required string Municipality { get; init; }
    public required string Age { get; init; }
    public required string Urgency { get; init; }
    public string? UnansweredReason { get; init; }
    public IReadOnlyList<string> Dispositions { get; init; } = [];

    /// <summary>Length of <c>arrived</c> of a call that was answered.</summary>
    public long? Waiting { get; init; }

    /// <summary>From the first <c>triaged</c> or <c>in-progress</c> to the end: after-call work is part of it.</summary>
    public long? Handling { get; init; }

    /// <summary>Sum of <c>in-progress</c>.</summary>
    public long? Talk { get; init; }

    public bool ConsultedCoordinator { get; init; }
    public bool OpenedRecord { get; init; }

    /// <summary>It is itself the call-back that was promised.</summary>
    public bool IsCallBack { get; init; }
}

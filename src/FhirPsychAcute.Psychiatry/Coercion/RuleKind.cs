namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>What a rule of <c>coercion.csv</c> asks (column <c>kind</c>).</summary>
public enum RuleKind : byte
{
    /// <summary>A review of the measure is due.</summary>
    Review,

    /// <summary>A review by a physician from outside is due.</summary>
    ExternalReview,

    /// <summary>An answer to the patient is due.</summary>
    Reply,

    /// <summary>A note in the journal is due.</summary>
    Note,

    /// <summary>A plan is due.</summary>
    Plan,

    /// <summary>The patient is to be told.</summary>
    Notification,

    /// <summary>An adviser is to be appointed.</summary>
    Adviser,

    /// <summary>The adviser's visit is due.</summary>
    AdviserVisit,

    /// <summary>A talk after the measure is to be offered.</summary>
    AfterTalk,

    /// <summary>A decision on a complaint is due.</summary>
    Complaint,

    /// <summary>Until when a decision may be brought further.</summary>
    Appeal,

    /// <summary>Passing it is a finding.</summary>
    Limit,

    /// <summary>What a complaint does to the measure.</summary>
    Effect,

    /// <summary>An age that changes something.</summary>
    Age,

    /// <summary>How an episode is counted.</summary>
    Counting,
}

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>What starts the clock of a rule (column <c>starts</c> of <c>coercion.csv</c>).</summary>
public enum RuleStart : byte
{
    /// <summary>The measure begins.</summary>
    Start,

    /// <summary>The measure ends.</summary>
    End,

    /// <summary>The certifying physician examined the person.</summary>
    Examined,

    /// <summary>Involuntary treatment was decided on: the time for reflection begins.</summary>
    Decision,

    /// <summary>The last review.</summary>
    LastReview,

    /// <summary>The adviser's last visit.</summary>
    LastVisit,

    /// <summary>The adviser was appointed.</summary>
    AdviserAppointed,

    /// <summary>The patient complained.</summary>
    Complaint,

    /// <summary>Patientklagenævnet decided.</summary>
    DecisionPkn,

    /// <summary>The patient asked to be discharged.</summary>
    DischargeWish,

    /// <summary>The patient was discharged.</summary>
    Discharge,
}

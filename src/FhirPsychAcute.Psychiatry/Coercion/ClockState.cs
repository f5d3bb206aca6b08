namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>How a clock stands (psychacute-clock-state).</summary>
public enum ClockState : byte
{
    /// <summary>It has not begun: what starts it has not happened.</summary>
    Waiting,

    /// <summary>It runs, and is not due yet.</summary>
    Running,

    /// <summary>To be done, and no source names a time.</summary>
    Outstanding,

    /// <summary>Done in time, or done where no time is named.</summary>
    Met,

    /// <summary>Done too late.</summary>
    MetLate,

    /// <summary>Too late and not done: somebody has to act.</summary>
    Overdue,

    /// <summary>Was not done while it could be.</summary>
    Missed,

    /// <summary>A limit that was passed.</summary>
    Passed,

    /// <summary>A limit that was not passed and can no longer be.</summary>
    Kept,

    /// <summary>The measure, or the stay, was over before it was due.</summary>
    NotNeeded,

    /// <summary>A time limit for the patient's own step, now over.</summary>
    Lapsed,

    /// <summary>The rule does not apply; the clock says why.</summary>
    NotApplicable,

    /// <summary>It cannot be told: something is missing; the clock says what.</summary>
    Undecided,
}

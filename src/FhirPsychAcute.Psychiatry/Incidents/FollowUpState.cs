namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>How far a follow-up contact, or a person's follow-up, has come (code system psychacute-follow-up-state); in the order in which somebody needs to act.</summary>
public enum FollowUpState : byte
{
    /// <summary>The day that was planned has passed without a contact.</summary>
    Overdue,
    /// <summary>Nothing is planned and nothing was done.</summary>
    None,
    /// <summary>It was tried, and the person was not reached.</summary>
    Unreachable,
    /// <summary>A contact is planned for a day that has not passed.</summary>
    Planned,
    /// <summary>The contact took place.</summary>
    Done,
    /// <summary>The contact was called off.</summary>
    Cancelled,
}

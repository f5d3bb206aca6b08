namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>A person who was struck by an incident, with calls and follow-up contacts.</summary>
/// <param name="Address">Patient, or Practitioner for staff who were struck.</param>
/// <param name="IsMember">Whether the person is a member of the group.</param>
/// <param name="Calls">Addresses of the person's calls.</param>
/// <param name="FollowUps">Contacts, those first who need somebody to act.</param>
public sealed record AffectedPerson(string Address, bool IsMember, IReadOnlyList<string> Calls, IReadOnlyList<FollowUp> FollowUps)
{
    /// <summary>How far the person's follow-up has come: a contact that is overdue or ahead counts before those that are over, and one that was done before one that failed.</summary>
    public FollowUpState State =>
        Has(FollowUpState.Overdue) ? FollowUpState.Overdue
        : Has(FollowUpState.Planned) ? FollowUpState.Planned
        : Has(FollowUpState.Done) ? FollowUpState.Done
        : Has(FollowUpState.Unreachable) ? FollowUpState.Unreachable
        : FollowUpState.None;

    /// <summary>By when the next contact was or is planned; null where none is.</summary>
    public DateTimeOffset? Due => FollowUps.Where(static item => item.State is FollowUpState.Overdue or FollowUpState.Planned).Select(static item => item.Due).Min();

    private bool Has(FollowUpState state) => FollowUps.Any(item => item.State == state);
}

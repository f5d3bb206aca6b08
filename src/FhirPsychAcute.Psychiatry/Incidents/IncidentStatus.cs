using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>
/// How one activation of the psychosocial emergency response stands at a time (S1:4709-4713: the koordinerende psykiatriske kontaktperson, KOP, is sent out; S1:5581-5583: follow-up calls):
/// which calls and persons belong to it, and who still waits for a contact.
/// </summary>
public sealed class IncidentStatus
{
    private IncidentStatus(ResourceDocument group, DateTimeOffset at) => (Group, At) = (group, at);

    /// <summary>The activation.</summary>
    public ResourceDocument Group { get; }

    /// <summary>As of when.</summary>
    public DateTimeOffset At { get; }

    /// <summary>From when until when the response was active; the end null while it lasts.</summary>
    public (DateTimeOffset? Start, DateTimeOffset? End) Activated { get; private init; }

    /// <summary>Whether it is active at that time.</summary>
    public bool IsActive => !(Activated.Start > At) && !(Activated.End <= At);

    /// <summary>Everybody who was struck, those first who need somebody to act.</summary>
    public IReadOnlyList<AffectedPerson> Persons { get; private init; } = [];

    /// <summary>How many calls belong to it.</summary>
    public int Calls { get; private init; }

    /// <summary>How many of them nobody answered.</summary>
    public int Unanswered { get; private init; }

    /// <summary>Calls that name no person.</summary>
    public IReadOnlyList<string> NamelessCalls { get; private init; } = [];

    /// <summary>Whether a Group is an activation.</summary>
    public static bool IsActivation(ResourceDocument group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Claims(Guide.Structure("kop-activation")) || group.Root.ExtensionOf(Guide.Structure("activation")).Exists;
    }

    /// <summary>Reads it.</summary>
    /// <param name="group">The activation.</param>
    /// <param name="address">Its address.</param>
    /// <param name="resources">What <see cref="IncidentGathering"/> brought.</param>
    /// <param name="at">As of when: what happened later is not seen.</param>
    public static IncidentStatus Of(ResourceDocument group, string address, ResourceSet resources, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(resources);
        var persons = new SortedDictionary<string, (bool IsMember, List<string> Calls, List<FollowUp> FollowUps)>(StringComparer.Ordinal);
        foreach (var member in group.Root.ChildrenNamed("member"))
        {
            if (member.ReferenceIn("entity") is { } entity && !IsInactive(member, at))
            {
                persons[entity] = (true, [], []);
            }
        }

        var calls = resources.OfType("Encounter").Where(call => BelongsTo(call, address) && !(call.Root.PeriodIn("period").Start > at)).ToList();
        var nameless = new List<string>();
        foreach (var call in calls)
        {
            if (call.Root.ReferenceIn("subject") is { } subject)
            {
                Person(subject).Calls.Add(resources.AddressOf(call));
            }
            else
            {
                nameless.Add(resources.AddressOf(call));
            }
        }

        foreach (var task in resources.OfType("Task"))
        {
            if (FollowUp.Read(task, resources.AddressOf(task), at) is { } followUp)
            {
                Person(followUp.Person).FollowUps.Add(followUp);
            }
        }

        return new IncidentStatus(group, at)
        {
            Activated = group.Root.ExtensionOf(Guide.Structure("activation")).PeriodIn("value"),
            Persons =
            [
                .. persons.Select(static item => new AffectedPerson(
                        item.Key, item.Value.IsMember, [.. item.Value.Calls.Order(StringComparer.Ordinal)],
                        [.. item.Value.FollowUps.OrderBy(static task => task.State).ThenBy(static task => task.Due).ThenBy(static task => task.Address, StringComparer.Ordinal)]))
                    .OrderBy(static person => person.State).ThenBy(static person => person.Due ?? DateTimeOffset.MaxValue).ThenBy(static person => person.Address, StringComparer.Ordinal),
            ],
            Calls = calls.Count,
            Unanswered = calls.Count(static call => call.Root.ChildValue("status") == "cancelled"),
            NamelessCalls = [.. nameless.Order(StringComparer.Ordinal)],
        };

        (bool IsMember, List<string> Calls, List<FollowUp> FollowUps) Person(string who)
        {
            if (!persons.TryGetValue(who, out var person))
            {
                persons[who] = person = (false, [], []);
            }

            return person;
        }
    }

    /// <summary>How many persons stand in a state.</summary>
    public int Count(FollowUpState state) => Persons.Count(person => person.State == state);

    private static bool BelongsTo(ResourceDocument call, string address) =>
        call.Root.ChildValue("status") != "entered-in-error" && call.Root.ExtensionOf(Guide.Structure("incident")).ReferenceIn("value") == address;

    // A member who was added by mistake, or whose membership ended or begins later.
    private static bool IsInactive(Element member, DateTimeOffset at)
    {
        if (member.Child("inactive") is { Exists: true } inactive && inactive.TryGetBoolean(out var isInactive) && isInactive)
        {
            return true;
        }

        var (start, end) = member.PeriodIn("period");
        return start > at || end <= at;
    }
}

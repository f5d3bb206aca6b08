using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>The answer of <c>Group/[id]/$incident-status</c>: a Parameters resource as the OperationDefinition psychacute-incident-status describes it. It names nobody.</summary>
public static class IncidentAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="status">How the incident stands.</param>
    /// <param name="address">Address of the activation.</param>
    /// <param name="language">Language of the texts.</param>
    /// <returns>The resource as JSON.</returns>
    public static byte[] Write(IncidentStatus status, string address, Language language)
    {
        ArgumentNullException.ThrowIfNull(status);
        using var json = new ResourceComposer();
        json.Begin("Parameters").OpenList("parameter");
        Named(json, "incident").Reference("valueReference", address).Close();
        if (status.Group.Root.ChildValue("name") is { } name)
        {
            Named(json, "name").Text("valueString", name).Close();
        }

        if (status.Group.Root.Child("code") is { Exists: true } kind && kind.CodeOf(Guide.Codes("incident-kind")) is { } code)
        {
            Named(json, "kind").Coding("valueCoding", Guide.Codes("incident-kind"), code).Close();
        }

        Named(json, "at").Time("valueDateTime", status.At).Close();
        Named(json, "active").Flag("valueBoolean", status.IsActive).Close();
        if (status.Activated.Start is not null)
        {
            Named(json, "activated").Period("valuePeriod", status.Activated.Start, status.Activated.End).Close();
        }

        Named(json, "text").Text("valueString", PsychiatryMessages.Catalogue.Get(
            language, "incident.summary", status.Persons.Count, status.Count(FollowUpState.Overdue), status.Count(FollowUpState.None), status.Count(FollowUpState.Unreachable),
            status.Count(FollowUpState.Planned), status.Count(FollowUpState.Done))).Close();
        WriteCounts(json, status);
        foreach (var person in status.Persons)
        {
            WritePerson(json, person, language);
        }

        foreach (var call in status.NamelessCalls)
        {
            Named(json, "call").Reference("valueReference", call).Close();
        }

        return json.CloseList().Finish().ToArray();
    }

    /// <summary>A state as its code system has it.</summary>
    public static string Code(FollowUpState state) => state switch
    {
        FollowUpState.Overdue => "overdue",
        FollowUpState.None => "none",
        FollowUpState.Unreachable => "unreachable",
        FollowUpState.Planned => "planned",
        FollowUpState.Done => "done",
        _ => "cancelled",
    };

    private static void WriteCounts(ResourceComposer json, IncidentStatus status)
    {
        Named(json, "count").OpenList("part");
        Number(json, "persons", status.Persons.Count);
        Number(json, "calls", status.Calls);
        Number(json, "unanswered", status.Unanswered);
        foreach (var state in new[] { FollowUpState.Overdue, FollowUpState.None, FollowUpState.Unreachable, FollowUpState.Planned, FollowUpState.Done })
        {
            Number(json, Code(state), status.Count(state));
        }

        json.CloseList().Close();
    }

    private static void WritePerson(ResourceComposer json, AffectedPerson person, Language language)
    {
        Named(json, "person").OpenList("part");
        Named(json, "who").Reference("valueReference", person.Address).Close();
        Named(json, "state").Text("valueCode", Code(person.State)).Close();
        Named(json, "text").Text("valueString", PsychiatryMessages.Catalogue.Get(language, "incident." + Code(person.State))).Close();
        Named(json, "member").Flag("valueBoolean", person.IsMember).Close();
        Time(json, "due", person.Due);
        foreach (var call in person.Calls)
        {
            Named(json, "call").Reference("valueReference", call).Close();
        }

        foreach (var followUp in person.FollowUps)
        {
            Named(json, "followUp").OpenList("part");
            Named(json, "task").Reference("valueReference", followUp.Address).Close();
            Named(json, "state").Text("valueCode", Code(followUp.State)).Close();
            Time(json, "due", followUp.Due);
            Time(json, "done", followUp.Done);
            if (followUp.Owner is not null)
            {
                Named(json, "owner").Reference("valueReference", followUp.Owner).Close();
            }

            json.CloseList().Close();
        }

        json.CloseList().Close();
    }

    private static ResourceComposer Named(ResourceComposer json, string name) => json.OpenItem().Text("name", name);

    private static void Number(ResourceComposer json, string name, int number) => Named(json, name).Number("valueInteger", number).Close();

    private static void Time(ResourceComposer json, string name, DateTimeOffset? time)
    {
        if (time is not null)
        {
            Named(json, name).Time("valueDateTime", time).Close();
        }
    }
}

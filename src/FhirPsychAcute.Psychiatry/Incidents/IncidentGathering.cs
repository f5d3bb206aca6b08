using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Incidents;

/// <summary>What must be gathered to tell how an incident stands.</summary>
public static class IncidentGathering
{
    /// <summary>The calls that name the activation, and the follow-up contacts that name it or its identifier.</summary>
    /// <param name="group">The activation (profile psychacute-kop-activation).</param>
    public static IReadOnlyList<Gathering> Of(ResourceDocument group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var address = group.Address() ?? "";
        var wanted = new List<Gathering>
        {
            new("Encounter", ("incident", address)),
            new("Task", ("reason-reference", address), ("code", FollowUpCode)),
        };
        foreach (var identifier in group.Root.ChildrenNamed("identifier").ToList())
        {
            if (identifier.ChildValue("value") is { } value && !value.AsSpan().ContainsAny(",|\\$"))
            {
                wanted.Add(new("Task", ("group-identifier", $"{identifier.ChildValue("system")}|{value}"), ("code", FollowUpCode)));
            }
        }

        return wanted;
    }

    private static string FollowUpCode => Guide.Codes("task-kind") + "|opfoelgende-kontakt";
}

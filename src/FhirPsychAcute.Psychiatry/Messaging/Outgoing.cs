using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>A message made here, or why there is none.</summary>
/// <param name="Bundle">The message; null when it must not or cannot be made.</param>
/// <param name="Issues">Why; empty when there is one.</param>
public sealed record Outgoing(ResourceDocument? Bundle, IReadOnlyList<OutcomeIssue> Issues)
{
    /// <summary>A message.</summary>
    public static Outgoing Of(ResourceDocument bundle) => new(bundle, []);

    /// <summary>A refusal.</summary>
    public static Outgoing Refused(params IReadOnlyList<OutcomeIssue> issues) => new(null, issues);

    /// <summary>The search for the messages that were sent about a resource, with their Provenance; latest last by <see cref="Latest"/>.</summary>
    /// <param name="address"><c>Type/id</c>.</param>
    public static Gathering Sent(string address) => new("MessageHeader", ("focus", address), ("_revinclude", "Provenance:target"));

    /// <summary>The header of the last message about a resource that has its Provenance here; null when there was none.</summary>
    /// <param name="sent">What <see cref="Sent"/> found.</param>
    /// <param name="activity">What that message did.</param>
    public static ResourceDocument? Latest(ResourceSet sent, out string? activity)
    {
        ArgumentNullException.ThrowIfNull(sent);
        activity = null;
        ResourceDocument? latest = null;
        DateTimeOffset? when = null;
        foreach (var provenance in sent.OfType("Provenance"))
        {
            var time = provenance.Root.TimeIn("occurred");
            if (provenance.Root.ReferencesIn("target").Select(sent.Find).FirstOrDefault(static header => header is not null) is { } header && (when is null || time >= when))
            {
                (latest, when, activity) = (header, time, provenance.Root.CodeIn("activity", MedCom.Activities));
            }
        }

        return latest;
    }

    /// <summary>Checks that an organisation can be sent from or to.</summary>
    internal static OutcomeIssue? Unaddressable(ResourceDocument? organization, string parameter)
    {
        if (organization is null)
        {
            return PsychiatryMessages.Error(IssueCode.Required, "message.out-no-organization", new LocalText($"message.out-{parameter}")) with { Expression = parameter };
        }

        return MessageOrganization.Of(organization.Root, "").IsAddressable
            ? null
            : PsychiatryMessages.Error(IssueCode.Required, "message.out-no-address", new LocalText($"message.out-{parameter}")) with { Expression = parameter };
    }

    /// <summary>Writes a person as a message may have it: identifier, official name. Address, telephone and everything else stay here.</summary>
    internal static void Patient(ResourceComposer composer, Element patient, Element identifier, Element name)
    {
        MessageEntry.Open(composer, "Patient", patient.ChildValue("id")!, MedCom.Root + "core/StructureDefinition/medcom-core-patient");
        MessageEntry.Narrative(composer, NameText(name));
        composer.OpenList("identifier").CopyItem(identifier).CloseList().OpenList("name").CopyItem(name).CloseList();
        MessageEntry.Close(composer);
    }

    /// <summary>The official name; no element without.</summary>
    internal static Element OfficialName(Element person)
    {
        foreach (var name in person.ChildrenNamed("name"))
        {
            if (name.ChildValue("use") == "official")
            {
                return name;
            }
        }

        return default;
    }

    /// <summary>A name as people read it.</summary>
    internal static string NameText(Element name) =>
        !name.Exists ? "Navn skjult" : name.ChildValue("text") ?? string.Join(' ', [.. name.ChildrenNamed("given").ToList().Select(static given => given.Value), name.ChildValue("family")]);
}

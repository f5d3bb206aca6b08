using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>
/// Makes the HospitalNotification of a psychiatric stay: that it is, from when, until when, where. Nothing psychiatric leaves (MedCom hospitalnotification 3.0.2: data
/// minimisation by law).
/// </summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class HospitalNotificationSending(SchemaCatalog schema, Func<string> newId)
{
    private const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private const string MunicipalityCodes = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes";
    private const string MunicipalityExtension = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";

    /// <summary>The search for the municipality where the person lives; null where the address does not name it.</summary>
    public static Gathering? Municipality(ResourceDocument patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        foreach (var address in patient.Root.ChildrenNamed("address"))
        {
            if (address.ExtensionValue(MunicipalityExtension) is { Exists: true } municipality && municipality.CodeOf(MunicipalityCodes) is { } code)
            {
                return new Gathering("Organization", ("identifier", $"{MunicipalityCodes}|{code}"), ("active:not", "false"));
            }
        }

        return null;
    }

    /// <summary>The message.</summary>
    /// <param name="stay">The Encounter: an admission (class IMP, ACUTE, NONAC) or an emergency stay (EMER).</param>
    /// <param name="patient">Whose it is; null when the stay names nobody.</param>
    /// <param name="sender">The hospital's organisation.</param>
    /// <param name="receiver">The municipality.</param>
    /// <param name="episode">Contact in the national patient register (<c>urn:uuid</c>), where the stay does not name it; null otherwise.</param>
    /// <param name="lastActivity">What the last message about the stay did; null for none.</param>
    /// <param name="lastHeader">Id of that message's header; null for none.</param>
    /// <param name="at">When.</param>
    public Outgoing Of(
        ResourceDocument stay, ResourceDocument? patient, ResourceDocument? sender, ResourceDocument? receiver, string? episode, string? lastActivity, string? lastHeader,
        DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var root = stay.Root;
        var kind = root.CodeIn("class", ActCode) switch
        {
            "IMP" or "ACUTE" or "NONAC" => "IMP",
            "EMER" => "EMER",
            _ => null,
        };
        var activity = kind is null ? null : Activity(root.ChildValue("status"), kind, lastActivity);
        episode ??= Episode(root);
        var (start, end) = root.PeriodIn("period");
        var identifier = patient is null ? default : Cpr(patient.Root);
        var name = patient is null ? default : Outgoing.OfficialName(patient.Root);
        var leave = root.ChildValue("status") == "onleave" ? LeaveStart(root) : null;
        OutcomeIssue?[] faults =
        [
            kind is null ? Fault("Encounter.class", IssueCode.BusinessRule, "message.out-no-stay") : null,
            kind is not null && activity is null ? Fault("Encounter.status", IssueCode.BusinessRule, "message.out-no-activity") : null,
            identifier.Exists && name.Exists ? null : Fault("Encounter.subject", IssueCode.Required, "message.out-no-cpr"),
            start is null ? Fault("Encounter.period.start", IssueCode.Required, "message.out-no-start") : null,
            root.ChildValue("status") == "finished" && end is null ? Fault("Encounter.period.end", IssueCode.Required, "message.out-no-end") : null,
            root.ChildValue("status") == "onleave" && leave is null ? Fault("Encounter.statusHistory", IssueCode.Required, "message.out-no-leave") : null,
            episode is null ? Fault("Encounter.episodeOfCare.identifier", IssueCode.Required, "message.out-no-episode") : null,
            Outgoing.Unaddressable(sender, "sender"),
            Outgoing.Unaddressable(receiver, "receiver"),
        ];
        if (faults.OfType<OutcomeIssue>().ToList() is { Count: > 0 } wrong)
        {
            return Outgoing.Refused(wrong);
        }

        var (from, to) = (MessageOrganization.Of(sender!.Root, ""), MessageOrganization.Of(receiver!.Root, ""));
        using var composer = new ResourceComposer();
        var header = newId();
        composer.Begin("Bundle", newId(), Guide.Structure("hospital-notification")).Text("type", "message").Time("timestamp", at).OpenList("entry");
        MessageEntry.Open(composer, "MessageHeader", header, MedCom.Root + "hospitalnotification/StructureDefinition/medcom-hospitalNotification-messageHeader");
        MessageEntry.Narrative(composer, "Advis");
        MessageEntry.Envelope(composer, MedCom.HospitalNotificationEvent, from, to);
        composer.OpenList("focus").ReferenceItem($"Encounter/{stay.Id}").CloseList();
        MessageEntry.Close(composer);
        Outgoing.Patient(composer, patient!.Root, identifier, name);
        composer.OpenItem().Text("fullUrl", $"{MessageEntry.Base}/Encounter/{stay.Id}").OpenResource("resource", "Encounter", stay.Id);
        composer.Open("meta").OpenList("profile").Item(Guide.Structure("notification-encounter")).Item(MedCom.Root + "hospitalnotification/StructureDefinition/medcom-hospitalNotification-encounter").CloseList().Close();
        MessageEntry.Narrative(composer, activity!.StartsWith("discharge", StringComparison.Ordinal) ? "Udskrevet" : leave is null ? "Indlagt" : "På orlov");
        if (leave is not null)
        {
            composer.OpenList("extension").OpenExtension(MedCom.Root + "hospitalnotification/StructureDefinition/medcom-hospitalnotifiation-leave-period-extension").Period("valuePeriod", leave, null).Close().CloseList();
        }

        composer.Text("status", root.ChildValue("status")).Coding("class", ActCode, kind!).Reference("subject", $"Patient/{patient.Id}");
        composer.OpenList("episodeOfCare").OpenItem().Open("identifier").Text("system", MedCom.Episode).Text("value", episode).Close().Close().CloseList();
        composer.Period("period", start, end).Reference("serviceProvider", $"Organization/{from.Id}");
        MessageEntry.Close(composer);
        to.Write(composer);
        if (from.Id != to.Id)
        {
            from.Write(composer);
        }

        // MedCom messaging 4.0.2: a message that revises or takes back another names it.
        var cancels = activity.StartsWith("cancel-", StringComparison.Ordinal);
        var follows = cancels || activity.StartsWith("revise-", StringComparison.Ordinal) ? lastHeader : null;
        MessageEntry.Provenance(composer, newId(), new(header, at, activity, from.Id, follows) { FollowsRole = cancels ? "removal" : "revision" });
        return Outgoing.Of(composer.CloseList().ToDocument(schema));
    }

    private static OutcomeIssue Fault(string expression, string code, string text) => PsychiatryMessages.Error(code, text) with { Expression = expression };

    // The activities are MedCom's: start, end and leave, each of an inpatient or emergency stay; told again they revise, taken back they cancel.
    private static string? Activity(string? status, string kind, string? last)
    {
        var way = kind == "IMP" ? "inpatient" : "emergency";
        var root = last?.Replace("revise-", "", StringComparison.Ordinal);
        var activity = status switch
        {
            "in-progress" when root is "start-leave-inpatient" => "end-leave-inpatient",
            "in-progress" when root is "end-leave-inpatient" => "end-leave-inpatient",
            "in-progress" => $"admit-{way}",
            "onleave" when kind == "IMP" => "start-leave-inpatient",
            "finished" => $"discharge-{way}-home",
            "entered-in-error" when root is not null => $"cancel-{root}",
            _ => null,
        };
        return activity is not null && activity == root ? $"revise-{activity}" : activity;
    }

    private static Element Cpr(Element patient)
    {
        foreach (var identifier in patient.ChildrenNamed("identifier"))
        {
            if (identifier.ChildValue("system") == MedCom.Cpr)
            {
                return identifier;
            }
        }

        return default;
    }

    private static string? Episode(Element stay)
    {
        foreach (var name in new[] { "episodeOfCare", "identifier" })
        {
            foreach (var item in stay.ChildrenNamed(name))
            {
                var identifier = name == "identifier" ? item : item.Child("identifier");
                if (identifier.Exists && identifier.ChildValue("system") == MedCom.Episode)
                {
                    return identifier.ChildValue("value");
                }
            }
        }

        return null;
    }

    private static DateTimeOffset? LeaveStart(Element stay)
    {
        DateTimeOffset? last = null;
        foreach (var history in stay.ChildrenNamed("statusHistory"))
        {
            if (history.ChildValue("status") == "onleave" && history.PeriodIn("period").Start is { } start && (last is null || start > last))
            {
                last = start;
            }
        }

        return last;
    }
}

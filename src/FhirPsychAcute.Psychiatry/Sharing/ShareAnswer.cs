using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Sharing;

/// <summary>One party that has the plan now.</summary>
/// <param name="Decision">On what ground.</param>
/// <param name="Message">The message, as it is stored.</param>
/// <param name="IsNew">Whether it was sent now; false when this version had been sent before.</param>
public sealed record Handed(ShareDecision Decision, ResourceDocument Message, bool IsNew);

/// <summary>What came of sharing a plan, as Parameters (OperationDefinition <c>psychacute-koordinationsplan-share</c>): who has it, who has not and why, and the resources.</summary>
public static class ShareAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="sharing">What was decided.</param>
    /// <param name="handed">Who has it.</param>
    /// <param name="stored">The plan, and the Provenance when something was sent.</param>
    /// <param name="view">What the reader may see.</param>
    /// <param name="root">FHIR base.</param>
    public static byte[] Write(PlanSharing sharing, IReadOnlyList<Handed> handed, IReadOnlyList<ResourceDocument> stored, IResourceView view, string root)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        ArgumentNullException.ThrowIfNull(handed);
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(view);
        var language = sharing.Request.Language;
        using var json = new ResourceComposer();
        json.Begin("Parameters").OpenList("parameter");
        foreach (var item in handed)
        {
            json.OpenItem().Text("name", "sent").OpenList("part");
            Recipient(json, item.Decision.Party, view);
            Coding(json, "legal-basis", "legal-basis", item.Decision.Basis, language);
            if (item.Decision.Consent?.Address() is { } consent)
            {
                json.OpenItem().Text("name", "consent").Reference("valueReference", consent).Close();
            }

            json.OpenItem().Text("name", "communication").Reference("valueReference", item.Message.Address()).Close();
            json.OpenItem().Text("name", "new").Flag("valueBoolean", item.IsNew).Close();
            json.CloseList().Close();
        }

        foreach (var decision in sharing.Decisions.Where(static decision => decision.Refusal is not null))
        {
            json.OpenItem().Text("name", "not-sent").OpenList("part");
            Recipient(json, decision.Party, view);
            Coding(json, "reason", "not-shared", decision.Refusal!, language);
            json.OpenItem().Text("name", "text").Text("valueString", view.Of(Text(decision, language))).Close();
            json.CloseList().Close();
        }

        json.OpenItem().Text("name", "resources").OpenResource("resource", "Bundle").Text("type", "collection").OpenList("entry");
        foreach (var resource in stored.Concat(handed.Select(static item => item.Message)))
        {
            var shown = view.Of(resource);
            json.OpenItem().Text("fullUrl", $"{root}/{shown.Address()}").Copy("resource", shown.Bytes.Span).Close();
        }

        return json.CloseList().Close().Close().CloseList().Finish().ToArray();
    }

    /// <summary>When nobody may have it: one issue for each party.</summary>
    public static IReadOnlyList<OutcomeIssue> Refusals(PlanSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        return [.. sharing.Decisions.Where(static decision => decision.Refusal is not null)
            .Select(static decision => PsychiatryMessages.Error(IssueCode.BusinessRule, $"sharing.{decision.Refusal}", decision.Party.Name) with { Expression = "CarePlan.careTeam" })];
    }

    private static string Text(ShareDecision decision, Language language) => PsychiatryMessages.Catalogue.Get(language, $"sharing.{decision.Refusal}", decision.Party.Name);

    private static void Recipient(ResourceComposer json, PlanParty party, IResourceView view)
    {
        json.OpenItem().Text("name", "recipient").Open("valueReference").Text("reference", party.Actor.Organization ?? party.Member).Text("display", view.Of(party.Name)).Close().Close();
    }

    private static void Coding(ResourceComposer json, string name, string system, string code, Language language) =>
        json.OpenItem().Text("name", name).Coding("valueCoding", Guide.Codes(system), code, GuideCodes.Text(Guide.Codes(system), code)?.In(language)).Close();
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Sharing;

/// <summary>What is asked: which plan goes to whom, and on what ground.</summary>
/// <param name="Plan">The plan, as it is stored.</param>
/// <param name="At">When.</param>
/// <param name="Language">Language of the texts.</param>
public sealed record PlanShareRequest(ResourceDocument Plan, DateTimeOffset At, Language Language)
{
    /// <summary>Code of <c>psychacute-legal-basis</c>; null takes the ground that the plan itself names.</summary>
    public string? Basis { get; init; }

    /// <summary>Why the disclosure is necessary, for § 13 c; null takes what the plan itself says.</summary>
    public string? Necessity { get; init; }

    /// <summary>Addresses of the parties that shall have it; empty for all.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who shares it; null for the author of the plan.</summary>
    public string? Actor { get; init; }
}

/// <summary>Whether one party gets the plan.</summary>
/// <param name="Party">The party.</param>
/// <param name="Refusal">Why not, a code of <c>psychacute-not-shared</c>; null when it does.</param>
/// <param name="Basis">On what ground, a code of <c>psychacute-legal-basis</c>.</param>
/// <param name="Source">Where the ground stands, in words.</param>
/// <param name="Consent">The consent that it rests on; null for other grounds.</param>
public sealed record ShareDecision(PlanParty Party, string? Refusal, string Basis, string Source, ResourceDocument? Consent = null);

/// <summary>
/// Decides who is handed an udskrivningsaftale or a koordinationsplan: by consent, or under psykiatriloven § 13 c, which opens only for the plan itself and for authorities; relatives always
/// by consent (fuldmagt). Which sectors are authorities in this sense stands in <c>sharing.csv</c>.
/// </summary>
public sealed class PlanSharing
{
    private const string Consent = "samtykke";
    private const string Section13c = "psykiatriloven-13c";

    private PlanSharing(PlanShareRequest request, IReadOnlyList<ShareDecision> decisions) => (Request, Decisions) = (request, decisions);

    /// <summary>What was asked.</summary>
    public PlanShareRequest Request { get; }

    /// <summary>What was decided for each party asked for.</summary>
    public IReadOnlyList<ShareDecision> Decisions { get; }

    /// <summary>What must be gathered for a plan before its teams' members and their organisations (<see cref="PathwayQuestion.Missing"/>).</summary>
    public static IReadOnlyList<Gathering> Needs(ResourceDocument plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var needs = new List<Gathering>();
        var teams = plan.Root.ReferencesIn("careTeam").Where(static team => team.StartsWith("CareTeam/", StringComparison.Ordinal)).Select(static team => team["CareTeam/".Length..]).ToList();
        if (teams.Count > 0)
        {
            needs.Add(new Gathering("CareTeam", ("_id", string.Join(',', teams))));
        }

        if (plan.Root.ReferenceIn("subject") is { } patient && patient.StartsWith("Patient/", StringComparison.Ordinal))
        {
            needs.Add(new Gathering("Consent", ("patient", patient)));
            needs.Add(new Gathering("Patient", ("_id", patient["Patient/".Length..])));
        }

        return needs;
    }

    /// <summary>Decides.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="resources">The plan's teams, their members, the organisations, the person's consents.</param>
    /// <param name="rules">Tables <c>sharing.csv</c> and <c>sectors.csv</c>.</param>
    /// <returns>The decisions; or why nothing of this can be shared with anybody.</returns>
    public static (PlanSharing? Sharing, OutcomeIssue? Refusal) Decide(PlanShareRequest request, ResourceSet resources, RuleFolder rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(rules);
        var root = request.Plan.Root;
        var category = root.CodeIn("category", Guide.Codes("plan-category"));
        if (category is not ("udskrivningsaftale" or "koordinationsplan"))
        {
            return (null, Refuse("CarePlan.category", IssueCode.BusinessRule, "sharing.not-a-shared-plan"));
        }

        if (root.ChildValue("status") != "active")
        {
            return (null, Refuse("CarePlan.status", IssueCode.BusinessRule, "sharing.not-active", root.ChildValue("status") ?? ""));
        }

        if (root.ReferenceIn("subject") is null)
        {
            return (null, Refuse("CarePlan.subject", IssueCode.Required, "sharing.no-subject"));
        }

        if (string.IsNullOrWhiteSpace(request.Actor) && root.ReferenceIn("author") is null)
        {
            return (null, Refuse("actor", IssueCode.Required, "sharing.no-actor"));
        }

        var own = root.ExtensionOf(Guide.Structure("legal-basis"));
        var basis = request.Basis ?? (own.Exists ? own.ExtensionValue("basis").CodeOf(Guide.Codes("legal-basis")) : null);
        var source = request.Necessity ?? (own.Exists && own.ExtensionValue("source") is { Exists: true } told ? told.Value : null);
        switch (basis)
        {
            case null:
                return (null, Refuse("legal-basis", IssueCode.Required, "sharing.no-basis"));
            case not (Consent or Section13c):
                return (null, Refuse("legal-basis", IssueCode.BusinessRule, "sharing.other-basis", basis));

            // psychacute-plan-3: a plan that was made because the patient did not agree does not rest on the patient's consent.
            case Consent when category == "koordinationsplan":
                return (null, Refuse("legal-basis", IssueCode.BusinessRule, "sharing.consent-without-agreement"));
            case Section13c when string.IsNullOrWhiteSpace(source):
                return (null, Refuse("necessity", IssueCode.Required, "sharing.no-necessity"));
        }

        var parties = PlanParty.Of(request.Plan, resources, new Sectors(rules, resources), request.Language);
        if (parties.Count == 0)
        {
            return (null, Refuse("CarePlan.careTeam", IssueCode.Required, "sharing.no-parties"));
        }

        var asked = request.Recipients.Count == 0 ? parties : [.. parties.Where(party => request.Recipients.Any(party.Addresses.Contains))];
        if (request.Recipients.FirstOrDefault(recipient => !parties.Any(party => party.Addresses.Contains(recipient, StringComparer.Ordinal))) is { } stranger)
        {
            return (null, Refuse("recipient", IssueCode.BusinessRule, "sharing.not-a-party", stranger));
        }

        var consents = resources.OfType("Consent").Where(consent => consent.Root.ReferenceIn("patient") == root.ReferenceIn("subject")).ToList();
        var rows = rules.Read("sharing").Where(row => row.Text("basis") == Section13c && row.IsValidOn(DanishTime.Day(request.At))).ToList();
        return (new PlanSharing(request, [.. asked.Select(party => Decide(party, basis, source ?? "", resources, consents, rows, request))]), null);
    }

    private static ShareDecision Decide(
        PlanParty party, string basis, string source, ResourceSet resources, List<ResourceDocument> consents, List<RuleRow> rows, PlanShareRequest request)
    {
        if (party.EndedOn < request.At)
        {
            return Not(party, "party-ended", basis);
        }

        if (!party.HasAddress(resources))
        {
            return Not(party, "no-address", basis);
        }

        if (party.IsPatient)
        {
            return new ShareDecision(party, null, "andet", PsychiatryMessages.Catalogue.Get(request.Language, "sharing.own-plan"));
        }

        if (basis == Section13c && !party.IsRelative)
        {
            // Under § 13 c the patient's refusal does not stand against an authority that the plan needs.
            return rows.Exists(row => row.Text("sector") == party.Actor.Sector && row.Text("allowed") == "yes")
                ? new ShareDecision(party, null, basis, source)
                : ByConsent(party, consents, request, "not-an-authority");
        }

        return ByConsent(party, consents, request, party.IsRelative ? "relative-without-consent" : "no-consent");
    }

    private static ShareDecision ByConsent(PlanParty party, List<ResourceDocument> consents, PlanShareRequest request, string otherwise)
    {
        var (answer, consent) = SharingConsent.Of(consents, party, request.At);
        return answer switch
        {
            ConsentAnswer.Permits => new ShareDecision(party, null, Consent, PsychiatryMessages.Catalogue.Get(request.Language, "sharing.by-consent", DayOf(consent!)), consent),
            ConsentAnswer.Refuses => Not(party, "refused-by-patient", Consent),
            _ => Not(party, otherwise, Consent),
        };
    }

    private static string DayOf(ResourceDocument consent) =>
        consent.Root.TimeIn("dateTime") is { } given ? DanishTime.Day(given).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "?";

    private static ShareDecision Not(PlanParty party, string why, string basis) => new(party, why, basis, "");

    private static OutcomeIssue Refuse(string where, string code, string id, params object[] arguments) => PsychiatryMessages.Error(code, id, arguments) with { Expression = where };
}

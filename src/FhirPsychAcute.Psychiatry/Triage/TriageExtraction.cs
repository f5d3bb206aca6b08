using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>
/// Copies the answers of a completed triage form into the resources that its questions name (<see cref="TriageMapping"/>; SDC's <c>$extract</c>,
/// http://hl7.org/fhir/uv/sdc/OperationDefinition-QuestionnaireResponse-extract.html): a transaction for the client to look at and to post. Posting what was extracted
/// twice stores it once.
/// </summary>
/// <param name="schema">Types of R4.</param>
/// <param name="newId">Gives ids that nobody else gives.</param>
public sealed class TriageExtraction(SchemaCatalog schema, Func<string> newId)
{
    /// <summary>The searches for what the answers are added to: the referrals made in the call.</summary>
    public static Gathering Referrals(string call) => new("ServiceRequest", ("encounter", call), ("_profile", Guide.Structure("referral")));

    /// <summary>Address of the call that a response names; null where it names none.</summary>
    public static string? Call(ResourceDocument response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Root.ReferenceIn("encounter");
    }

    /// <summary>What is wrong with a response beside what validation finds; empty when it can be extracted.</summary>
    /// <param name="response">The response.</param>
    /// <param name="call">The call that it names; null when it is not here.</param>
    public static IReadOnlyList<OutcomeIssue> Faults(ResourceDocument response, ResourceDocument? call)
    {
        ArgumentNullException.ThrowIfNull(response);
        var root = response.Root;
        var questionnaire = root.ChildValue("questionnaire");
        if (questionnaire?.Split('|')[0] != TriageMapping.Questionnaire)
        {
            return [Fault(IssueCode.NotSupported, "questionnaire", "triage.other-form")];
        }

        var faults = new List<OutcomeIssue>();
        if (root.ChildValue("status") is not ("completed" or "amended"))
        {
            faults.Add(Fault(IssueCode.BusinessRule, "status", "triage.not-completed"));
        }

        if (call is null || call.Type.Name != "Encounter")
        {
            faults.Add(Fault(IssueCode.NotFound, "encounter", "triage.no-call"));
        }

        if (Person(response, call) is null)
        {
            faults.Add(Fault(IssueCode.Required, "subject", "triage.no-person"));
        }

        if (root.ReferenceIn("author") is not { } author || !author.StartsWith("Practitioner", StringComparison.Ordinal))
        {
            faults.Add(Fault(IssueCode.Required, "author", "triage.no-author"));
        }

        if (root.TimeIn("authored") is null)
        {
            faults.Add(Fault(IssueCode.Required, "authored", "triage.no-time"));
        }

        // psychacute-risk-2: what is done stands with the gravest risks.
        var answers = new TriageAnswers(response);
        if ((answers.Code(TriageMapping.SuicideRisk) == "akut-oeget" || answers.Code(TriageMapping.ViolenceRisk) == "meget-hoej") && answers.Text(TriageMapping.Agreement) is null)
        {
            faults.Add(Fault(IssueCode.Required, $"item.where(linkId = '{TriageMapping.Agreement}')", "triage.no-agreement"));
        }

        return faults;
    }

    /// <summary>The transaction.</summary>
    /// <param name="response">A response without <see cref="Faults"/>.</param>
    /// <param name="isStored">Whether the response is stored under its id already; otherwise the transaction stores it too.</param>
    /// <param name="call">The call, as it is stored.</param>
    /// <param name="referrals">What <see cref="Referrals"/> found.</param>
    /// <param name="at">When.</param>
    public ResourceDocument Of(ResourceDocument response, bool isStored, ResourceDocument call, ResourceSet referrals, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(referrals);
        using var composer = new ResourceComposer();
        var form = new TriageForm(response, isStored ? response.Address()! : $"urn:uuid:{newId()}", call.Address()!, Person(response, call)!);
        composer.Begin("Bundle").Text("type", "transaction").OpenList("entry");
        if (!isStored)
        {
            composer.OpenItem().Text("fullUrl", form.Address).Copy("resource", response.Root)
                .Open("request").Text("method", response.Id is null ? "POST" : "PUT").Text("url", response.Address() ?? "QuestionnaireResponse").Close().Close();
        }

        var findings = new TriageFindings(composer, form, newId);
        findings.Write(referrals.All.Count == 0);
        var additions = new TriageAdditions(composer, form, newId);
        additions.Write(call, referrals);

        composer.OpenItem().Text("fullUrl", $"urn:uuid:{newId()}").OpenResource("resource", "Provenance").OpenList("target");
        foreach (var target in findings.Made.Concat(additions.Made))
        {
            composer.ReferenceItem(target);
        }

        composer.CloseList().Copy("occurredDateTime", response.Root.Child("authored")).Time("recorded", at);
        composer.OpenList("agent").OpenItem().Copy("who", response.Root.Child("author")).Close().CloseList();
        composer.OpenList("entity").OpenItem().Text("role", "source").Reference("what", form.Address).Close().CloseList().Close();
        composer.Open("request").Text("method", "POST").Text("url", "Provenance")
            .Text("ifNoneExist", isStored ? $"entity={form.Address}&when={Uri.EscapeDataString(response.Root.ChildValue("authored")!)}" : null).Close().Close();
        return composer.CloseList().ToDocument(schema);
    }

    private static string? Person(ResourceDocument response, ResourceDocument? call) => response.Root.ReferenceIn("subject") ?? call?.Root.ReferenceIn("subject");

    private static OutcomeIssue Fault(string code, string element, string text) => PsychiatryMessages.Error(code, text) with { Expression = $"QuestionnaireResponse.{element}" };
}

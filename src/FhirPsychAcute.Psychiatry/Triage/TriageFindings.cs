using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>Writes the observations, risk conclusions and the summary that the answers are, as entries of a transaction.</summary>
internal sealed class TriageFindings(ResourceComposer composer, TriageForm form, Func<string> newId)
{
    private readonly List<string> made = [];
    private readonly List<string> items = [form.Address];

    /// <summary>fullUrls of what was written.</summary>
    public IReadOnlyList<string> Made => made;

    /// <summary>Writes them.</summary>
    /// <param name="notesChildren">Whether children at home stand in the summary's note, because there is no referral to say so.</param>
    public void Write(bool notesChildren)
    {
        Coded(TriageMapping.Urgency, "urgency", "hastegrad");
        Risk(TriageMapping.SuicideRisk, "suicide-risk-assessment", "selvmordsrisiko", TriageMapping.DangerToSelf, "triage.danger-self");
        Risk(TriageMapping.ViolenceRisk, "violence-risk-assessment", "voldsrisiko", TriageMapping.DangerToOthers, "triage.danger-others");
        Coded(TriageMapping.Substances, "substance-use", "rusmidler");
        RedFlags();
        Coded(TriageMapping.AbilityToWait, "ability-to-wait", "kan-vente");
        Summary(notesChildren);
    }

    private void Coded(string linkId, string profile, string code)
    {
        if (form.Answers.First(linkId) is not { Exists: true } answer)
        {
            return;
        }

        Observation(linkId, profile, code);
        composer.Open("valueCodeableConcept").OpenList("coding").CopyItem(answer).CloseList().Close();

        // psychacute-substance-1: the form does not ask which substance.
        if (linkId == TriageMapping.Substances && answer.ChildValue("code") is "paavirket" or "abstinens")
        {
            Note("triage.substance-unknown");
        }

        End("Observation", linkId);
    }

    // The signs that were ticked are there; what was not ticked was perhaps not asked, so nothing is said of it.
    private void RedFlags()
    {
        var signs = form.Answers.All(TriageMapping.RedFlags);
        if (signs.Count == 0)
        {
            return;
        }

        Observation(TriageMapping.RedFlags, "red-flags", "somatiske-roede-flag");
        composer.Flag("valueBoolean", true).OpenList("component");
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sign in signs)
        {
            if (told.Add($"{sign.ChildValue("system")}|{sign.ChildValue("code")}"))
            {
                composer.OpenItem().Open("code").OpenList("coding").CopyItem(sign).CloseList().Close().Flag("valueBoolean", true).Close();
            }
        }

        composer.CloseList();
        End("Observation", TriageMapping.RedFlags);
    }

    private void Risk(string linkId, string profile, string code, string danger, string dangerText)
    {
        if (form.Answers.First(linkId) is not { Exists: true } answer)
        {
            return;
        }

        Begin("RiskAssessment", linkId, profile);
        composer.Text("status", "final").Concept("code", Guide.Codes("observation"), code).Reference("subject", form.Person).Reference("encounter", form.Call)
            .Copy("occurrenceDateTime", form.Response.Root.Child("authored")).Copy("performer", form.Response.Root.Child("author"))
            .OpenList("basis").ReferenceItem(form.Address).CloseList()
            .OpenList("prediction").OpenItem().Open("qualitativeRisk").OpenList("coding").CopyItem(answer).CloseList().Close().Close().CloseList();
        var grave = answer.ChildValue("code") is "akut-oeget" or "meget-hoej";
        if (grave || form.Answers.Flag(danger) == true)
        {
            composer.Text("mitigation", form.Answers.Text(TriageMapping.Agreement));
        }

        if (form.Answers.Flag(danger) is { } isDangerous)
        {
            Note($"{dangerText}-{(isDangerous ? "yes" : "no")}");
        }

        End("RiskAssessment", linkId);
    }

    private void Summary(bool notesChildren)
    {
        if (form.Answers.Text(TriageMapping.Summary) is not { } summary)
        {
            return;
        }

        Begin("ClinicalImpression", TriageMapping.Summary, "summary");
        composer.Text("status", "completed").Reference("subject", form.Person).Reference("encounter", form.Call)
            .Copy("effectiveDateTime", form.Response.Root.Child("authored")).Copy("assessor", form.Response.Root.Child("author"))
            .OpenList("protocol").Item(TriageMapping.Questionnaire).CloseList()
            .OpenList("investigation").OpenItem().Open("code").Text("text", "Visitation").Close().OpenList("item");
        foreach (var item in items)
        {
            composer.ReferenceItem(item);
        }

        composer.CloseList().Close().CloseList().Text("summary", summary);
        if (notesChildren && form.Answers.Flag(TriageMapping.Children) is { } children)
        {
            Note(children ? "triage.children-yes" : "triage.children-no");
        }

        End("ClinicalImpression", TriageMapping.Summary);
    }

    private void Observation(string linkId, string profile, string code)
    {
        Begin("Observation", linkId, profile);
        composer.Text("status", "final").Concept("code", Guide.Codes("observation"), code).Reference("subject", form.Person).Reference("encounter", form.Call)
            .Copy("effectiveDateTime", form.Response.Root.Child("authored")).OpenList("performer").CopyItem(form.Response.Root.Child("author")).CloseList()
            .OpenList("derivedFrom").ReferenceItem(form.Address).CloseList();
    }

    private void Begin(string type, string linkId, string profile)
    {
        var url = $"urn:uuid:{newId()}";
        made.Add(url);
        if (type != "ClinicalImpression")
        {
            items.Add(url);
        }

        composer.OpenItem().Text("fullUrl", url).OpenResource("resource", type, null, Guide.Structure(profile));
        if (form.Identifier(linkId) is { } identifier)
        {
            composer.OpenList("identifier").IdentifierItem(TriageForm.Extracted, identifier).CloseList();
        }
    }

    private void Note(string text) =>
        composer.OpenList("note").OpenItem().Text("text", PsychiatryMessages.Catalogue.Get(Conformance.Outcomes.Language.Danish, text)).Close().CloseList();

    private void End(string type, string linkId) => composer.Close().Open("request").Text("method", "POST").Text("url", type)
        .Text("ifNoneExist", form.Identifier(linkId) is { } identifier ? $"identifier={Uri.EscapeDataString($"{TriageForm.Extracted}|{identifier}")}" : null).Close().Close();
}

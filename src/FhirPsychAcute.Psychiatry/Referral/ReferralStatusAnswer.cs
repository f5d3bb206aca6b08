using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The answer of <c>ServiceRequest/[id]/$referral-status</c>: a Parameters resource as the OperationDefinition psychacute-referral-status describes it.</summary>
public static class ReferralStatusAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="status">Where the referral stands.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="language">Language of the texts.</param>
    public static byte[] Write(ReferralStatus status, ReferralRules rules, Language language)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(rules);
        using var composer = new ResourceComposer();
        composer.Begin("Parameters").OpenList("parameter");
        Standing(composer, status, language);
        Times(composer, status);
        Alerts(composer, status, rules, language);
        Nights(composer, status, rules, language);
        Outcome(composer, status);
        foreach (var step in status.Steps)
        {
            Step(composer, step);
        }

        return composer.CloseList().Finish().ToArray();
    }

    private static void Standing(ResourceComposer composer, ReferralStatus status, Language language)
    {
        var referral = status.Referral;
        Named(composer, "task").Reference("valueReference", referral.TaskAddress).Close();
        foreach (var earlier in status.Earlier)
        {
            Named(composer, "earlierTask").Reference("valueReference", earlier).Close();
        }

        if (referral.State is { } state)
        {
            Named(composer, "state").Coding("valueCoding", ReferralStates.System, state.Code(), state.Display()).Close();
            Named(composer, "stateText").Text("valueString", state.Name().In(language)).Close();
            Named(composer, "open").Flag("valueBoolean", !state.IsFinal()).Close();
            if (ReferralTransitions.TurnOf(state) is not ReferralParty.None)
            {
                Named(composer, "turn").Copy("valueReference", referral.Task.Root.Child("owner")).Close();
            }

            foreach (var step in ReferralTransitions.After(state))
            {
                Named(composer, "next").OpenList("part");
                Named(composer, "state").Text("valueCode", step.To.Code()).Close();
                Named(composer, "by").Text("valueString", ReferralTexts.Parties(step.Parties).In(language)).Close();
                Named(composer, "reasonRequired").Flag("valueBoolean", step.NeedsReason).Close();
                composer.CloseList().Close();
            }
        }

        if (referral.Task.Root.Child("statusReason") is { Exists: true } reason)
        {
            Named(composer, "reason").Copy("valueCodeableConcept", reason).Close();
        }
    }

    private static void Times(ResourceComposer composer, ReferralStatus status)
    {
        if (status.Referral.Urgency is { } urgency)
        {
            Named(composer, "urgency").Text("valueCode", urgency).Close();
        }

        Time(composer, "since", status.Referral.Task.Root.TimeIn("lastModified"));
        Time(composer, "limit", status.Referral.Limit);
        Time(composer, "expected", status.Referral.Expected);
        Named(composer, "at").Time("valueDateTime", status.At).Close();
        if (status.Overdue is { } overdue)
        {
            Named(composer, "overdue").Text("valueCode", overdue).Close();
        }
    }

    // What is stored is told as it is stored; what the rules find beyond that, and nobody has stored yet, after it.
    private static void Alerts(ResourceComposer composer, ReferralStatus status, ReferralRules rules, Language language)
    {
        foreach (var finding in status.Findings)
        {
            var code = finding.Root.Child("code").CodeOf(Guide.Codes("clock")) ?? "";
            var due = finding.Root.TimeIn("identified");
            Alert(composer, code, due, finding.Root.ChildValue("status")!, finding.Root.ChildValue("detail"), rules.Find(code, DanishTime.Day(due ?? status.At)), status.Known.AddressOf(finding), language);
        }

        foreach (var alert in status.Alerts)
        {
            if (!status.Findings.Any(finding => finding.HasIdentifier(ReferralAlert.IdentifierSystem, alert.Identifier)))
            {
                Alert(composer, alert.Code, alert.Due, "computed", alert.Text.In(language), alert.Rule, null, language);
            }
        }
    }

    private static void Alert(ResourceComposer composer, string code, DateTimeOffset? due, string state, string? text, RuleRow? rule, string? finding, Language language)
    {
        Named(composer, "alert").OpenList("part");
        Named(composer, "rule").Text("valueCode", code).Close();
        Named(composer, "status").Text("valueCode", state).Close();
        Time(composer, "due", due);
        if (text is not null)
        {
            Named(composer, "text").Text("valueString", text).Close();
        }

        Rule(composer, rule, language);
        if (finding is not null)
        {
            Named(composer, "finding").Reference("valueReference", finding).Close();
        }

        composer.CloseList().Close();
    }

    private static void Nights(ResourceComposer composer, ReferralStatus status, ReferralRules rules, Language language)
    {
        if (status.Nights.Count == 0)
        {
            return;
        }

        var assessments = status.Known.OfType("Observation").ToList();
        var evenings = status.Nights.Select(static night => night.Evening).Distinct().ToList();
        var row = evenings.Max(evening => Night.InARow(status.Nights, evening));
        var limit = rules.Find("overnight-nights", evenings[0]);
        Named(composer, "nights").OpenList("part");
        Named(composer, "count").Number("valueInteger", evenings.Count).Close();
        Named(composer, "inARow").Number("valueInteger", row).Close();
        if (limit?.Number("at") is { } most)
        {
            Named(composer, "limit").Number("valueInteger", (long)most).Close();
            Named(composer, "exceeded").Flag("valueBoolean", row > most).Close();
            Rule(composer, limit, language);
        }

        if (rules.Find("overnight-reassess", evenings[0]) is not null)
        {
            foreach (var night in status.Nights.Where(night => !night.IsAssessed(assessments)))
            {
                Named(composer, "notAssessedAfter").Text("valueDate", night.Evening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Close();
            }
        }

        foreach (var night in status.Nights)
        {
            Named(composer, "night").Reference("valueReference", night.Address).Close();
        }

        composer.CloseList().Close();
    }

    private static void Outcome(ResourceComposer composer, ReferralStatus status)
    {
        foreach (var (name, type) in ((string, string)[])[("contact", "Encounter"), ("appointment", "Appointment"), ("message", "Communication")])
        {
            var kind = type == "Encounter" ? "stay" : name;
            foreach (var address in status.Known.OfType(type).Select(status.Known.AddressOf).Concat(ReferralCase.OutputsOf(status.Referral.Task, kind)).Distinct(StringComparer.Ordinal))
            {
                Named(composer, name).Reference("valueReference", address).Close();
            }
        }
    }

    private static void Step(ResourceComposer composer, ReferralStep step)
    {
        Named(composer, "step").OpenList("part");
        if (step.State is { } state)
        {
            Named(composer, "state").Text("valueCode", state.Code()).Close();
        }

        Time(composer, "occurred", step.Occurred);
        Time(composer, "recorded", step.Recorded);
        foreach (var agent in step.Provenance.Root.ChildrenNamed("agent"))
        {
            if (agent.Child("who") is { Exists: true } who)
            {
                Named(composer, "actor").Copy("valueReference", who).Close();
            }
        }

        if (step.Provenance.Root.Child("reason") is { Exists: true } reason)
        {
            Named(composer, "reason").Copy("valueCodeableConcept", reason).Close();
        }

        Named(composer, "provenance").Reference("valueReference", step.Address).Close();
        composer.CloseList().Close();
    }

    private static void Rule(ResourceComposer composer, RuleRow? rule, Language language)
    {
        if (rule is not null)
        {
            Named(composer, "says").Text("valueString", rule.Sentence.In(language)).Close();
            Named(composer, "source").Text("valueString", rule.Source).Close();
            Named(composer, "verified").Flag("valueBoolean", rule.IsVerified).Close();
        }
    }

    private static void Time(ResourceComposer composer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            Named(composer, name).Time("valueDateTime", known).Close();
        }
    }

    private static ResourceComposer Named(ResourceComposer composer, string name) => composer.OpenItem().Text("name", name);
}

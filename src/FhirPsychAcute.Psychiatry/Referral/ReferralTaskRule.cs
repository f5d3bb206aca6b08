using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// What a change of a referral's task has to keep to: the step is one of <see cref="ReferralTransitions"/>, taken by a party who may take it, with a reason where the sender has to
/// find another way, and without changing what the referral is about. Every step leaves a Provenance; a reported no-show may leave an alert.
/// </summary>
/// <param name="settings">What the operator has set.</param>
/// <param name="rules">The thresholds.</param>
public sealed class ReferralTaskRule(ReferralSettings settings, ReferralRules rules) : IWriteRule
{
    /// <inheritdoc/>
    public string Type => "Task";

    /// <inheritdoc/>
    public string Profile { get; } = Guide.Structure("referral-task");

    /// <inheritdoc/>
    public IEnumerable<Gathering> Needs(WriteChange change, ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(known);
        var needs = new List<Gathering>(AlertCompanions.Needs(change, known));
        if (Told(change, known) is { } told)
        {
            var affiliation = new Affiliation(known);
            ReferralActor.Parties(told, change.Before ?? change.After, affiliation);
            needs.AddRange(affiliation.Missing);
        }

        return needs;
    }

    /// <inheritdoc/>
    public WriteJudgement Judge(WriteChange change, ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(known);
        if (ReferralStates.Of(change.After) is not { } to)
        {
            return WriteJudgement.Refused(PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.state-missing") with { Expression = "Task.businessStatus", Source = Profile });
        }

        var from = change.Before is { } before ? ReferralStates.Of(before) : null;
        var findings = new List<OutcomeIssue>();
        if (change.Before is { } existing)
        {
            findings.AddRange(FixedElements.Changed(existing, change.After));
        }

        var told = Told(change, known);
        var transition = Step(change, from, to, findings);
        Permit(change, known, told, from, to, transition, findings);
        if (findings.Exists(static finding => finding.Severity <= IssueSeverity.Error))
        {
            return new WriteJudgement(findings, []);
        }

        if (change.Before is null)
        {
            findings.AddRange(ReferralSense.OfNew(change.After, to));
        }

        return new WriteJudgement(findings, from == to ? [] : [.. Trail(change, told, to), .. AlertCompanions.Of(change, known, rules)]);
    }

    // The table decides; a version in the same state may be put at any time (a note, an output).
    private ReferralTransition? Step(WriteChange change, ReferralState? from, ReferralState to, List<OutcomeIssue> findings)
    {
        if (from is not { } stood || stood == to)
        {
            return null;
        }

        var transition = ReferralTransitions.Find(stood, to);
        if (transition is null)
        {
            var allowed = ReferralTransitions.After(stood).Select(static step => step.To).ToList();
            findings.Add(
                (allowed.Count == 0
                    ? PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.step-none", stood.Name(), to.Name())
                    : PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.step-refused", stood.Name(), to.Name(), ReferralTexts.List(allowed.Select(static state => state.Name()))))
                with
                { Expression = "Task.businessStatus", Source = Profile, Diagnostics = $"{stood.Code()} -> {to.Code()}; allowed: {string.Join(", ", allowed.Select(static state => state.Code()))}" });
        }
        else if (transition.NeedsReason && !change.After.Root.Child("statusReason").Exists)
        {
            findings.Add(PsychiatryMessages.Error(IssueCode.Required, "referral.reason-missing", to.Name()) with { Expression = "Task.statusReason", Source = Profile });
        }

        return transition;
    }

    private void Permit(
        WriteChange change, ResourceSet known, ResourceDocument? told, ReferralState? from, ReferralState to, ReferralTransition? transition, List<OutcomeIssue> findings)
    {
        if (told is null || !ReferralActor.IsNamed(told))
        {
            if (settings.IsActorRequired && from != to)
            {
                findings.Add(PsychiatryMessages.Error(IssueCode.Required, "referral.actor-missing") with { Expression = "Provenance.agent.who", Source = Profile });
            }

            return;
        }

        // Records of the past come from whoever keeps them; only a step that is taken here is held against the table.
        if (from is null || (from != to && transition is null))
        {
            return;
        }

        var may = transition?.Parties ?? (ReferralParty.Receiver | ReferralParty.Sender | ReferralParty.System);
        var parties = ReferralActor.Parties(told, change.Before!, new Affiliation(known));
        if ((parties & may) == 0)
        {
            findings.Add(PsychiatryMessages.Error(IssueCode.Forbidden, "referral.actor-refused", to.Name(), ReferralTexts.Parties(may), ReferralTexts.Parties(parties)) with
            {
                Expression = "Provenance.agent.who",
                Source = Profile,
            });
        }
    }

    // What the writer put into the same transaction is the trail already.
    private static IEnumerable<Companion> Trail(WriteChange change, ResourceDocument? told, ReferralState to) =>
        told is null || ReferenceEquals(told, change.Told) ? [new Companion(ReferralProvenance.Compose(change, told, to))] : [];

    /// <summary>The Provenance that tells of the change: the header's, or one of the same unit.</summary>
    private static ResourceDocument? Told(WriteChange change, ResourceSet known)
    {
        if (change.Told is not null)
        {
            return change.Told;
        }

        foreach (var provenance in known.OfType("Provenance"))
        {
            if (provenance.Root.ReferencesIn("target").Contains(change.Address, StringComparer.Ordinal) && IsOfThisUnit(provenance, change))
            {
                return provenance;
            }
        }

        return null;
    }

    // Of what was gathered, only roles and organisations are asked for: a Provenance in the set was written with the change.
    private static bool IsOfThisUnit(ResourceDocument provenance, WriteChange change) =>
        !provenance.Root.ChildrenNamed("target").ToList().Exists(target => target.ChildValue("reference") is { } reference && reference.Contains("/_history/", StringComparison.Ordinal) && reference != change.VersionAddress);
}

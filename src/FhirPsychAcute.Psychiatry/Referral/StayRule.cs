using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// Nights in a row in an akuttilbud: more than the dated limit is told to whoever registers them, and never refused, as the limit is not settled and the person was there.
/// Nights are counted by person and offer, whether or not they name each other.
/// </summary>
/// <param name="rules">The thresholds.</param>
public sealed class StayRule(ReferralRules rules) : IWriteRule
{
    // More nights in a row than this are counted as this many.
    private const int Window = 31;

    /// <inheritdoc/>
    public string Type => "Encounter";

    /// <inheritdoc/>
    public string Profile { get; } = Guide.Structure("stay");

    /// <inheritdoc/>
    public IEnumerable<Gathering> Needs(WriteChange change, ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Night.Of(change.After, change.Address) is not { } night)
        {
            return [];
        }

        if (change.After.Root.ReferenceIn("subject") is { } subject)
        {
            return [new("Encounter", ("subject", subject), ("class", "SS"), ("date", $"ge{Day(night.Evening.AddDays(-Window))}"), ("date", $"le{Day(night.Evening.AddDays(Window))}"))];
        }

        // Somebody of whom nothing is known: the nights name the first one.
        return change.After.Root.ReferenceIn("partOf") is { } first && first.Split('/') is ["Encounter", var id] ? [new("Encounter", ("_id", id)), new("Encounter", ("part-of", first))] : [];
    }

    /// <inheritdoc/>
    public WriteJudgement Judge(WriteChange change, ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(known);
        if (Night.Of(change.After, change.Address) is not { } night)
        {
            return WriteJudgement.Nothing;
        }

        var nights = known.OfType("Encounter").Where(other => IsOfSameStay(other, change.After))
            .Select(other => Night.Of(other, known.AddressOf(other))).OfType<Night>().ToList();
        var count = Night.InARow(nights, night.Evening);
        return rules.Find("overnight-nights", night.Evening.AddDays(1 - count)) is { } limit && count > limit.Number("at")
            ? new WriteJudgement([Exceeded(count, limit) with { Expression = "Encounter.period" }], [])
            : WriteJudgement.Nothing;
    }

    /// <summary>The warning about too many nights in a row.</summary>
    internal static OutcomeIssue Exceeded(int count, RuleRow limit) =>
        PsychiatryMessages.Issue(IssueSeverity.Warning, IssueCode.BusinessRule, "referral.nights-exceeded", count, limit.Sentence, limit.Source, Verified(limit)) with
        {
            Source = "profiles/rules/referral.csv overnight-nights",
        };

    /// <summary>In words, whether the source of a rule was verified.</summary>
    internal static TranslatedText Verified(RuleRow row) => ReferralTexts.Of(row.IsVerified ? "referral.rule-verified" : "referral.rule-unverified");

    private static bool IsOfSameStay(ResourceDocument other, ResourceDocument stay) =>
        other.Root.ReferenceIn("serviceProvider") == stay.Root.ReferenceIn("serviceProvider")
        && (stay.Root.ReferenceIn("subject") is { } subject
            ? other.Root.ReferenceIn("subject") == subject
            : First(other) == First(stay));

    private static string? First(ResourceDocument stay) => stay.Root.ReferenceIn("partOf") ?? stay.Address();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

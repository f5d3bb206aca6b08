using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The dated thresholds of the referral flow (profiles/rules/referral.csv). Read when first asked for; safe for any number of threads.</summary>
/// <param name="folder">The tables.</param>
public sealed class ReferralRules(RuleFolder folder)
{
    private readonly Lazy<IReadOnlyList<RuleRow>> rows = new(() => folder.Read("referral"));

    /// <summary>The rule of that name that holds on a day; null when none does.</summary>
    public RuleRow? Find(string rule, DateOnly day) => rows.Value.FirstOrDefault(row => row.Text("rule") == rule && row.IsValidOn(day));

    /// <summary>The no-show rule for an urgency; null where a no-show is no reason for an alert.</summary>
    /// <param name="trigger"><c>reported</c> or <c>time</c>.</param>
    /// <param name="urgency">Code of the referral's urgency; null when it has none.</param>
    /// <param name="day">Day on which the person was expected.</param>
    public RuleRow? NoShow(string trigger, string? urgency, DateOnly day) => urgency is null ? null : rows.Value.FirstOrDefault(row =>
        row.Text("rule").StartsWith("no-show-", StringComparison.Ordinal) && row.IsValidOn(day) && row.List("trigger").Contains(trigger, StringComparer.Ordinal)
        && row.List("urgency").Contains(urgency, StringComparer.Ordinal));

    /// <summary>A time in the table.</summary>
    /// <exception cref="RuleException">The row has no time, or an unknown unit.</exception>
    public static TimeSpan Duration(RuleRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var count = (double)(row.Number("at") ?? throw row.Fault("column 'at' is empty"));
        return row.Text("unit") switch
        {
            "min" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            "d" => TimeSpan.FromDays(count),
            var unit => throw row.Fault($"'{unit}' in column 'unit' is no unit of time"),
        };
    }
}

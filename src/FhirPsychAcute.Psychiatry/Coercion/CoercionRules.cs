using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>
/// The rules by which coercion is judged: <c>coercion.csv</c>, <c>holidays.csv</c> and <c>bands.csv</c>. Proposals are left out: they are not law. Immutable and safe for any number of
/// threads.
/// </summary>
public sealed class CoercionRules
{
    private readonly CoercionRule[] rules;

    /// <summary>Reads the tables.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="turnedOn">Codes of alternative rules that an operator has turned on; each stands in the place of those that its row names.</param>
    /// <exception cref="RuleException">A table cannot be used, or there is no alternative of that code; the message says which.</exception>
    public CoercionRules(RuleFolder folder, params IReadOnlyCollection<string> turnedOn)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(turnedOn);
        var all = folder.Read("coercion").Select(static row => new CoercionRule(row)).ToList();
        var chosen = turnedOn.Select(code => all.Find(rule => rule.Code == code && rule.Use == "alternative") ?? throw new RuleException($"coercion.csv has no alternative rule '{code}'.")).ToList();
        var replaced = chosen.SelectMany(static rule => rule.Replaces).ToHashSet(StringComparer.Ordinal);
        rules = [.. all.Where(rule => chosen.Contains(rule) || (rule.Use is "current" or "superseded" && !replaced.Contains(rule.Code)))];
        WorkingDays = new WorkingDays(folder.Read("holidays"));
        Bands = new DurationBands(folder.Read("bands"));
    }

    /// <summary>Danish working days.</summary>
    public WorkingDays WorkingDays { get; }

    /// <summary>Bands of lengths.</summary>
    public DurationBands Bands { get; }

    /// <summary>The rules about a measure that were valid on the day it began.</summary>
    public IReadOnlyList<CoercionRule> For(string measure, DateOnly began) => [.. rules.Where(rule => rule.IsValidOn(began) && rule.IsAbout(measure))];

    /// <summary>When something is due by a rule; null where no source names a time.</summary>
    public Deadline? Due(CoercionRule rule, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.At is { } length ? Deadline.After(from, length, rule.Count, WorkingDays) : null;
    }
}

using System.Globalization;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>An age group and its years, both included.</summary>
internal sealed record AgeGroup(string Code, int From, int To);

/// <summary>The codes that may be asked for, as the tables of rules have them.</summary>
internal sealed class DirectoryCodes
{
    /// <summary>Reads the tables.</summary>
    public DirectoryCodes(RuleFolder rules)
    {
        var suits = rules.Read("offer-suits");
        Urgencies = Distinct(suits, "urgency");
        Types = Distinct(suits, "type");
        Modes = Distinct(rules.Read("offer-modes"), "mode");
        AgeGroups =
        [
            .. rules.Read("age-groups").Select(static row => new AgeGroup(
                row.Text("code"), decimal.ToInt32(row.Number("from") ?? 0), row.Number("to") is { } to ? decimal.ToInt32(to) : int.MaxValue)),
        ];
    }

    /// <summary>Codes of psychacute-urgency-level.</summary>
    public IReadOnlyList<string> Urgencies { get; }

    /// <summary>Codes of psychacute-offer-type.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Codes of psychacute-contact-mode.</summary>
    public IReadOnlyList<string> Modes { get; }

    /// <summary>Codes of psychacute-age-group with their years.</summary>
    public IReadOnlyList<AgeGroup> AgeGroups { get; }

    /// <summary>The group of an age in years.</summary>
    /// <exception cref="RuleException">The table has no group for it.</exception>
    public string AgeGroupOf(int years) => AgeGroups.FirstOrDefault(group => years >= group.From && years <= group.To)?.Code
        ?? throw new RuleException(string.Create(CultureInfo.InvariantCulture, $"age-groups.csv has no group for {years} years."));

    private static List<string> Distinct(IReadOnlyList<RuleRow> rows, string column) => [.. rows.Select(row => row.Text(column)).Distinct(StringComparer.Ordinal)];
}

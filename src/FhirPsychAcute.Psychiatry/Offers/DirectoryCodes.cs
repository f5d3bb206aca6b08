using System.Globalization;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>The codes that may be asked for, as the tables of rules have them.</summary>
internal sealed class DirectoryCodes
{
    /// <summary>Most years that anybody is asked for.</summary>
    public const int OldestAge = 130;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="RuleException">A table cannot be used.</exception>
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
        for (var years = 0; years <= OldestAge; years++)
        {
            if (!AgeGroups.Any(group => group.Has(years)))
            {
                throw new RuleException(string.Create(CultureInfo.InvariantCulture, $"age-groups.csv has no group for {years} years."));
            }
        }
    }

    /// <summary>Codes of psychacute-urgency-level.</summary>
    public IReadOnlyList<string> Urgencies { get; }

    /// <summary>Codes of psychacute-offer-type.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Codes of psychacute-contact-mode.</summary>
    public IReadOnlyList<string> Modes { get; }

    /// <summary>Codes of psychacute-age-group with their years.</summary>
    public IReadOnlyList<AgeGroup> AgeGroups { get; }

    /// <summary>The group of an age in years, from 0 to <see cref="OldestAge"/>.</summary>
    public string AgeGroupOf(int years) => AgeGroups.First(group => group.Has(years)).Code;

    private static List<string> Distinct(IReadOnlyList<RuleRow> rows, string column) => [.. rows.Select(row => row.Text(column)).Distinct(StringComparer.Ordinal)];
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>The two age groups of the statistics (row <c>statistics-age</c> of <c>coercion.csv</c>), with the codes of <c>population.csv</c>.</summary>
internal sealed class AgeGroups
{
    public const string Young = "under-18";
    public const string Adult = "adult";

    private readonly int years;

    /// <summary>By the dated tables.</summary>
    public AgeGroups(RuleFolder rules)
    {
        var row = rules.Read("coercion").FirstOrDefault(static row => row.Text("rule") == "statistics-age") ?? throw new RuleException("coercion.csv has no row statistics-age.");
        years = (int)(row.Number("at") ?? throw row.Fault("'at' is missing"));
    }

    /// <summary>The group on a day; <see cref="Codes.Unknown"/> where the date of birth does not tell it.</summary>
    public string On(DateRange? birth, DateOnly day) => AgeAtStart.On(birth, day)?.IsUnder(years) switch { true => Young, false => Adult, null => Codes.Unknown };
}

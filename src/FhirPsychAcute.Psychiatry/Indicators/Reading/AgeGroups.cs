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

    /// <summary>The group on a day; <see cref="Codes.Unknown"/> without a day of birth.</summary>
    public string On(DateOnly? birth, DateOnly day) => birth is not { } born ? Codes.Unknown : born.AddYears(years) <= day ? Adult : Young;
}

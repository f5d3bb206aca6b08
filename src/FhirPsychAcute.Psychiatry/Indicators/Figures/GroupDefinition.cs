namespace FhirPsychAcute.Psychiatry.Indicators.Figures;

/// <summary>A count that a tally gives.</summary>
/// <param name="Name">Its name within the measure.</param>
/// <param name="Of">The count.</param>
internal sealed record Variable<TTally>(string Name, Func<TTally, long> Of)
{
    /// <summary>Whether the counts of strata add up to the whole; not so for persons, who may be in several.</summary>
    public bool AddsUp { get; init; } = true;
}

/// <summary>An indicator of a measure: which counts it shows, and what it computes.</summary>
/// <param name="Code">Code in psychacute-indicator.</param>
/// <param name="Populations">Populations, with their codes in http://terminology.hl7.org/CodeSystem/measure-population.</param>
/// <param name="Score">Computes the score; null for none.</param>
internal sealed record GroupDefinition<TTally>(string Code, IReadOnlyList<(string Population, Variable<TTally> Variable)> Populations, Func<TTally, Place, Score?>? Score = null)
{
    /// <summary>An indicator that only counts.</summary>
    public static GroupDefinition<TTally> Counting(string code, Variable<TTally> variable) => new(code, [("initial-population", variable)]);

    /// <summary>An indicator that is a share.</summary>
    public static GroupDefinition<TTally> Share(string code, Variable<TTally> part, Variable<TTally> whole) =>
        new(code, [("denominator", whole), ("numerator", part)], (tally, _) => Figures.Score.Share(part.Of(tally), whole.Of(tally)));

    /// <summary>An indicator that measures something of each.</summary>
    public static GroupDefinition<TTally> Measuring(string code, Variable<TTally> measured, Func<TTally, Score> score) => new(code, [("measure-population", measured)], (tally, _) => score(tally));
}

/// <summary>Where in a report a score stands: in the whole, or in a stratum.</summary>
/// <param name="Dimensions">Properties of the stratifier; empty for the whole.</param>
/// <param name="Values">The stratum's values.</param>
internal sealed record Place(IReadOnlyList<string> Dimensions, IReadOnlyList<string> Values)
{
    public static readonly Place Whole = new([], []);

    /// <summary>The value of a property; null where the stratum is not divided by it.</summary>
    public string? this[string dimension]
    {
        get
        {
            for (var i = 0; i < Dimensions.Count; i++)
            {
                if (Dimensions[i] == dimension)
                {
                    return Values[i];
                }
            }

            return null;
        }
    }
}

/// <summary>A variable, whole or in the stratum of one property.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Dimension">Code of the property; null for the whole.</param>
/// <param name="Value">The stratum's value.</param>
internal sealed record CountedIn(string Variable, string? Dimension = null, string? Value = null);

/// <summary>Something that a reader who knows the definitions can compute: a count is the sum of others.</summary>
internal sealed record KnownSum(CountedIn Total, IReadOnlyList<CountedIn> Parts)
{
    /// <summary>A variable that is the sum of others.</summary>
    public static KnownSum Of(string total, params IEnumerable<string> parts) => new(new(total), [.. parts.Select(static part => new CountedIn(part))]);

    /// <summary>A variable that is another one in certain strata of a property.</summary>
    public static KnownSum Within(string total, string variable, string dimension, params IEnumerable<string> values) =>
        new(new(total), [.. values.Select(value => new CountedIn(variable, dimension, value))]);
}

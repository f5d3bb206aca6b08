namespace FhirPsychAcute.Psychiatry.Indicators.Figures;

/// <summary>What a measure counts of its facts; made once for all of them and once for each stratum.</summary>
/// <typeparam name="TFact">One call, one episode ...</typeparam>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface ITally<in TFact, in TSelf>
{
    /// <summary>Counts one fact.</summary>
    void Add(TFact fact);

    /// <summary>Adds all that another has counted.</summary>
    void Merge(TSelf other);
}

/// <summary>A property by which facts are divided.</summary>
/// <param name="Code">Its code in psychacute-stratifier.</param>
/// <param name="Of">The value, a code; null when the fact is in no stratum of it.</param>
internal sealed record Dimension<TFact>(string Code, Func<TFact, string?> Of)
{
    /// <summary>The values where a fact may have several and is counted in each; null where it has one at most.</summary>
    public Func<TFact, IReadOnlyList<string>>? Several { get; init; }
}

/// <summary>One way to divide facts into strata: by one property, or by several at once.</summary>
/// <param name="Dimensions">At least one.</param>
internal sealed record Stratifier<TFact>(params IReadOnlyList<Dimension<TFact>> Dimensions)
{
    /// <summary>The groups of the measure that are divided so; empty for all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Code of one property, or codes joined by a plus: <c>age+measure</c>.</summary>
    public string Code { get; } = string.Join('+', Dimensions.Select(static dimension => dimension.Code));
}

/// <summary>The values that make a stratum, as many as its stratifier has properties.</summary>
internal readonly record struct StratumKey(string First, string? Second = null, string? Third = null)
{
    /// <summary>The values in order.</summary>
    public IReadOnlyList<string> Values => Third is not null ? [First, Second!, Third] : Second is not null ? [First, Second] : [First];
}

/// <summary>Tallies of all facts and of each stratum, filled in one pass; those that were filled apart can be merged. Not thread-safe.</summary>
/// <param name="stratifiers">How facts are divided.</param>
internal sealed class Tabulation<TFact, TTally>(IReadOnlyList<Stratifier<TFact>> stratifiers)
    where TTally : class, ITally<TFact, TTally>, new()
{
    private readonly Dictionary<StratumKey, TTally>[] strata = [.. stratifiers.Select(static _ => new Dictionary<StratumKey, TTally>())];

    /// <summary>Everything counted.</summary>
    public TTally Total { get; } = new();

    /// <summary>How facts are divided.</summary>
    public IReadOnlyList<Stratifier<TFact>> Stratifiers => stratifiers;

    /// <summary>The strata of a stratifier, in the order of their codes.</summary>
    public IEnumerable<KeyValuePair<StratumKey, TTally>> Strata(int stratifier) =>
        strata[stratifier].OrderBy(static stratum => stratum.Key.First, StringComparer.Ordinal).ThenBy(static stratum => stratum.Key.Second, StringComparer.Ordinal)
            .ThenBy(static stratum => stratum.Key.Third, StringComparer.Ordinal);

    /// <summary>Counts one fact, as a whole and in its strata.</summary>
    public void Add(TFact fact) => Visit(fact, fact, static (tally, fact) => tally.Add(fact));

    /// <summary>Visits the tallies to which a fact belongs: of the whole and of its strata.</summary>
    public void Visit<TArgument>(TFact fact, TArgument argument, Action<TTally, TArgument> count)
    {
        count(Total, argument);
        for (var i = 0; i < strata.Length; i++)
        {
            var dimensions = stratifiers[i].Dimensions;
            if (dimensions is [{ Several: { } several }])
            {
                foreach (var value in several(fact))
                {
                    count(Stratum(i, new(value)), argument);
                }
            }
            else if (Key(dimensions, fact) is { } key)
            {
                count(Stratum(i, key), argument);
            }
        }
    }

    /// <summary>Adds all that another has counted by the same stratifiers.</summary>
    public void Merge(Tabulation<TFact, TTally> other)
    {
        Total.Merge(other.Total);
        for (var i = 0; i < strata.Length; i++)
        {
            foreach (var (key, tally) in other.strata[i])
            {
                Stratum(i, key).Merge(tally);
            }
        }
    }

    private static StratumKey? Key(IReadOnlyList<Dimension<TFact>> dimensions, TFact fact)
    {
        if (dimensions[0].Of(fact) is not { } first)
        {
            return null;
        }

        if (dimensions.Count == 1)
        {
            return new(first);
        }

        return dimensions[1].Of(fact) is not { } second ? null
            : dimensions.Count == 2 ? new(first, second)
            : dimensions[2].Of(fact) is { } third ? new(first, second, third)
            : null;
    }

    private TTally Stratum(int stratifier, StratumKey key)
    {
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(strata[stratifier], key, out _);
        return tally ??= new TTally();
    }
}

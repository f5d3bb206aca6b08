namespace FhirPsychAcute.Psychiatry.Indicators.Figures;

/// <summary>Turns tallies into figures: each indicator as a whole and by its stratifiers, and which counts are sums of others.</summary>
/// <param name="tabulation">The tallies.</param>
/// <param name="groups">The indicators.</param>
/// <param name="sums">Counts that are sums of others, in the whole and in every stratum.</param>
internal sealed class FiguresBuilder<TFact, TTally>(Tabulation<TFact, TTally> tabulation, IReadOnlyList<GroupDefinition<TTally>> groups, IReadOnlyList<KnownSum> sums)
    where TTally : class, ITally<TFact, TTally>, new()
{
    private readonly Dictionary<(string Variable, int Stratifier, StratumKey Key), Cell> cells = [];

    /// <summary>The figures.</summary>
    public (IReadOnlyList<GroupFigures> Groups, IReadOnlyList<CellSum> Sums) Build()
    {
        var built = groups.Select(Group).ToList();
        return (built, [.. OfVariables(), .. OfStrata()]);
    }

    private GroupFigures Group(GroupDefinition<TTally> group) => new(
        group.Code,
        Figures(group, tabulation.Total, -1, default, Place.Whole),
        [.. Enumerable.Range(0, tabulation.Stratifiers.Count).Where(i => Applies(i, group.Code)).Select(i => Stratifier(group, i))]);

    private bool Applies(int stratifier, string group) => tabulation.Stratifiers[stratifier].Groups is var only && (only.Count == 0 || only.Contains(group, StringComparer.Ordinal));

    private StratifierFigures Stratifier(GroupDefinition<TTally> group, int stratifier)
    {
        IReadOnlyList<string> dimensions = [.. tabulation.Stratifiers[stratifier].Dimensions.Select(static dimension => dimension.Code)];
        return new(dimensions, [.. tabulation.Strata(stratifier).Select(stratum => new StratumFigures(
            stratum.Key.Values, Figures(group, stratum.Value, stratifier, stratum.Key, new Place(dimensions, stratum.Key.Values))))
            .Where(static stratum => stratum.Figures.Populations.Any(static population => population.Cell.Count > 0))]);
    }

    private CellFigures Figures(GroupDefinition<TTally> group, TTally tally, int stratifier, StratumKey key, Place place) => new(
        [.. group.Populations.Select(population => (population.Population, Cell(population.Variable, tally, stratifier, key)))], group.Score?.Invoke(tally, place));

    private Cell Cell(Variable<TTally> variable, TTally tally, int stratifier, StratumKey key)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cells, (variable.Name, stratifier, key), out _);
        return cell ??= new Cell(variable.Name, variable.Of(tally));
    }

    // At every place where the total and at least one of the parts stand; a part that is not there has no facts.
    private IEnumerable<CellSum> OfVariables()
    {
        var places = tabulation.Stratifiers.Select((stratifier, number) => (Dimensions: stratifier.Dimensions.Select(static dimension => dimension.Code).ToList(), Keys: tabulation.Strata(number).Select(static stratum => stratum.Key)))
            .Append((Dimensions: [], Keys: [default])).ToList();
        foreach (var sum in sums)
        {
            foreach (var (dimensions, keys) in places)
            {
                foreach (var key in keys)
                {
                    var parts = sum.Parts.Select(part => At(part, dimensions, key)).OfType<Cell>().ToList();
                    if (At(sum.Total, dimensions, key) is { } total && parts.Count > 0)
                    {
                        yield return new CellSum(total, parts);
                    }
                }
            }
        }
    }

    private Cell? At(CountedIn counted, List<string> dimensions, StratumKey key)
    {
        if (counted.Dimension is null)
        {
            return cells.GetValueOrDefault((counted.Variable, Number(dimensions), key));
        }

        if (dimensions.Contains(counted.Dimension))
        {
            return null;
        }

        var all = dimensions.Append(counted.Dimension).ToList();
        for (var number = 0; number < tabulation.Stratifiers.Count; number++)
        {
            var own = tabulation.Stratifiers[number].Dimensions.Select(static dimension => dimension.Code).ToList();
            if (own.Count == all.Count && all.TrueForAll(own.Contains))
            {
                var values = own.ConvertAll(dimension => dimension == counted.Dimension ? counted.Value! : key.Values[dimensions.IndexOf(dimension)]);
                return cells.GetValueOrDefault((counted.Variable, number, new StratumKey(values[0], values.ElementAtOrDefault(1), values.ElementAtOrDefault(2))));
            }
        }

        return null;
    }

    private int Number(List<string> dimensions) =>
        dimensions.Count == 0 ? -1 : tabulation.Stratifiers.Select(static stratifier => stratifier.Code).ToList().IndexOf(string.Join('+', dimensions));

    // A variable whose strata add up: to the whole, and to the strata of a stratifier that divides by fewer of the same properties.
    private IEnumerable<CellSum> OfStrata()
    {
        var adding = groups.SelectMany(static group => group.Populations).Where(static population => population.Variable.AddsUp).Select(static population => population.Variable.Name)
            .ToHashSet(StringComparer.Ordinal);
        var byStratifier = cells.Where(cell => cell.Key.Stratifier >= 0 && adding.Contains(cell.Key.Variable)).GroupBy(static cell => (cell.Key.Variable, cell.Key.Stratifier))
            .Select(static cells => (cells.Key.Variable, cells.Key.Stratifier, Cells: cells.Select(static cell => (cell.Key.Key, cell.Value)).ToList())).ToList();
        foreach (var (variable, stratifier, strata) in byStratifier)
        {
            var dimensions = tabulation.Stratifiers[stratifier].Dimensions;
            var whole = cells[(variable, -1, default)];

            // Where facts are in no stratum or in several, the strata say nothing exact of the whole.
            if (strata.Sum(static stratum => stratum.Value.Count) != whole.Count || dimensions.Any(static dimension => dimension.Several is not null))
            {
                continue;
            }

            yield return new CellSum(whole, [.. strata.Select(static stratum => stratum.Value)]);
            foreach (var (_, coarser, coarse) in byStratifier.Where(other => other.Variable == variable && other.Stratifier != stratifier))
            {
                var places = tabulation.Stratifiers[coarser].Dimensions.Select(dimension => dimensions.ToList().FindIndex(own => own.Code == dimension.Code)).ToList();
                if (places.Count >= dimensions.Count || places.Contains(-1))
                {
                    continue;
                }

                foreach (var (key, total) in coarse)
                {
                    var parts = strata.Where(stratum => places.Select(place => stratum.Key.Values[place]).SequenceEqual(key.Values, StringComparer.Ordinal)).Select(static stratum => stratum.Value).ToList();
                    if (parts.Count > 0 && parts.Sum(static part => part.Count) == total.Count)
                    {
                        yield return new CellSum(total, parts);
                    }
                }
            }
        }
    }
}

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>A distribution given by some of its quantiles, with straight lines between them. Whole numbers only.</summary>
internal sealed class Quantiles
{
    private const int PerMille = 1000;
    private readonly int[] positions;
    private readonly int[] values;

    /// <summary>Quantiles by per mille, from 0 to 1000 and rising.</summary>
    /// <exception cref="ArgumentException">They do not begin at 0, end at 1000, and rise.</exception>
    public Quantiles(IReadOnlyList<(int PerMille, int Value)> points)
    {
        positions = [.. points.Select(static point => point.PerMille)];
        values = [.. points.Select(static point => point.Value)];
        if (positions is not [0, .., PerMille] || !positions.Zip(positions.Skip(1)).All(static pair => pair.First < pair.Second)
            || !values.Zip(values.Skip(1)).All(static pair => pair.First <= pair.Second))
        {
            throw new ArgumentException("The points do not rise from 0 to 1000.", nameof(points));
        }
    }

    /// <summary>One value.</summary>
    public int Draw(RandomStream random)
    {
        const int fine = 1000;
        var at = random.Below((PerMille * fine) + 1);
        var upper = 1;
        while (at > positions[upper] * fine)
        {
            upper++;
        }

        long from = positions[upper - 1] * fine;
        long width = (positions[upper] * fine) - from;
        return (int)(values[upper - 1] + ((at - from) * (values[upper] - values[upper - 1]) / width));
    }
}

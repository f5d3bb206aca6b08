namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Choices with whole-number weights.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] choices;
    private readonly int[] cumulative;

    /// <summary>The choices, in an order that is part of what a seed means.</summary>
    /// <exception cref="ArgumentException">No choice has a weight above 0.</exception>
    public Weighted(IReadOnlyList<(T Choice, int Weight)> weights)
    {
        choices = [.. weights.Select(static weight => weight.Choice)];
        cumulative = new int[weights.Count];
        var sum = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            sum = checked(sum + weights[i].Weight);
            cumulative[i] = sum;
        }

        if (sum <= 0)
        {
            throw new ArgumentException("No choice has a weight.", nameof(weights));
        }
    }

    /// <summary>One of the choices.</summary>
    public T Draw(RandomStream random)
    {
        var point = random.Below(cumulative[^1]);
        var index = Array.BinarySearch(cumulative, point + 1);
        if (index < 0)
        {
            return choices[~index];
        }

        // Choices of weight 0 repeat the sum before them.
        while (index > 0 && cumulative[index - 1] == cumulative[index])
        {
            index--;
        }

        return choices[index];
    }
}

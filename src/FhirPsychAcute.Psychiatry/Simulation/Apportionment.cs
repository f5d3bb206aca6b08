namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Divides a whole number in proportion to weights, so that the shares are whole and add up (largest remainders first, Hamilton's method).</summary>
internal static class Apportionment
{
    /// <summary>The shares, in the order of the weights.</summary>
    public static int[] Of(int total, params ReadOnlySpan<int> weights)
    {
        long sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var shares = new int[weights.Length];
        if (sum == 0)
        {
            return shares;
        }

        var remainders = new List<(long Remainder, int Index)>();
        var left = total;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = (long)total * weights[i];
            shares[i] = (int)(exact / sum);
            left -= shares[i];
            remainders.Add((exact % sum, i));
        }

        foreach (var (_, index) in remainders.OrderByDescending(static share => share.Remainder).ThenBy(static share => share.Index).Take(left))
        {
            shares[index]++;
        }

        return shares;
    }
}

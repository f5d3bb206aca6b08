namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Decimal places and rounding.</summary>
internal static class Numbers
{
    public static int Scale(decimal value) => value.Scale;

    /// <summary>Equal when both are rounded to the decimal places of the one with fewer, trailing zeros aside (N1 6.1.3).</summary>
    public static bool Equivalent(decimal left, decimal right)
    {
        var scale = Math.Min(SignificantScale(left), SignificantScale(right));
        return Math.Round(left, scale, MidpointRounding.AwayFromZero) == Math.Round(right, scale, MidpointRounding.AwayFromZero);
    }

    private static int SignificantScale(decimal value)
    {
        var scale = (int)value.Scale;
        while (scale > 0 && Math.Round(value, scale - 1) == value)
        {
            scale--;
        }

        return scale;
    }
}

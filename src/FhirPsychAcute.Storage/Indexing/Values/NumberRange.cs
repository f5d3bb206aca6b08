using System.Globalization;

namespace FhirPsychAcute.Storage;

/// <summary>
/// A number as written in a search value, with the range that its precision implies: <c>100</c> is [99.5, 100.5), <c>100.00</c> is [99.995, 100.005),
/// <c>1e2</c> is [95, 105) (R4 search 3.1.1.4.7, number). A value of a resource is taken exactly.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Low">Lower bound of the implied range, inclusive.</param>
/// <param name="High">Upper bound of the implied range, exclusive.</param>
public readonly record struct NumberRange(double Value, double Low, double High)
{
    /// <summary>Reads a decimal in FHIR's lexical form; false when it is not one or is beyond what a double holds.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NumberRange range)
    {
        range = default;
        if (!TryLastDigitExponent(text, out var exponent) ||
            !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ||
            !double.IsFinite(value))
        {
            return false;
        }

        // Bounds are computed in decimal where possible, so that 5.35 as the bound of 5.4 is the same double as 5.35 in a resource.
        if (exponent is >= -27 and <= 26 &&
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && Math.Abs(exact) < 1e27m)
        {
            var half = HalfUnit(exponent);
            range = new(value, (double)(exact - half), (double)(exact + half));
            return true;
        }

        var wide = 0.5 * Math.Pow(10, exponent);
        range = new(value, value - wide, value + wide);
        return true;
    }

    private static decimal HalfUnit(int exponent)
    {
        var half = 0.5m;
        for (; exponent > 0; exponent--)
        {
            half *= 10m;
        }

        for (; exponent < 0; exponent++)
        {
            half /= 10m;
        }

        return half;
    }

    /// <summary>Checks the lexical form and finds the power of ten of the last digit written.</summary>
    private static bool TryLastDigitExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var at = text is ['-', ..] or ['+', ..] ? 1 : 0;
        var whole = CountDigits(text, at);
        at += whole;
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            fraction = CountDigits(text, at + 1);
            if (fraction == 0)
            {
                return false;
            }

            at += 1 + fraction;
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        var power = 0;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            if (text.Length - at > 6 || !int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
            {
                return false;
            }

            at = text.Length;
        }

        // R4's own example has 1e2 as [95, 105): a whole number times a power of ten counts as if one more digit were known.
        exponent = power > 0 && fraction == 0 ? power - 1 : power - fraction;
        return at == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}

using FhirPsychAcute.FhirPath.Ucum;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>A number that is searched for, in another unit of the same dimension.</summary>
internal static class UnitConversion
{
    /// <summary>Converts value and bounds.</summary>
    /// <returns>False where the numbers fit no decimal, or where more of the one is less of the other (pH): prefixes would turn round.</returns>
    public static bool TryConvert(NumberValue number, string from, string to, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out NumberValue? converted)
    {
        converted = null;
        var (value, low, high) = number.Range;
        if (!TryConvert(value, from, to, out var newValue) || !TryConvert(low, from, to, out var newLow) || !TryConvert(high, from, to, out var newHigh) || newLow > newHigh)
        {
            return false;
        }

        converted = number with { Range = new NumberRange(newValue, newLow, newHigh) };
        return true;
    }

    // Decimal, so that 5.4 g is the same number whether it was written so or comes from 5400 mg.
    private static bool TryConvert(double value, string from, string to, out double converted)
    {
        converted = 0;
        if (Math.Abs(value) >= 1e28 || !UcumService.TryConvert((decimal)value, from, to, out var exact))
        {
            return false;
        }

        converted = (double)exact;
        return true;
    }
}

using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Ucum;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Comparing and reckoning with quantities (N1 4.1.8, 6.1, 6.2, 6.6).</summary>
internal static class Quantities
{
    /// <summary>Calendar words in the singular, with the UCUM unit that stands for the same time and whether it is always equally long.</summary>
    private static readonly (string Word, string Ucum, bool Definite)[] CalendarUnits =
    [
        ("year", "a", false), ("month", "mo", false), ("week", "wk", true), ("day", "d", true),
        ("hour", "h", true), ("minute", "min", true), ("second", "s", true), ("millisecond", "ms", true),
    ];

    /// <summary>Makes quantities of both sides, where a number stands for a quantity of unit 1; false when a side is neither.</summary>
    public static bool TryPair(in FhirPathValue left, in FhirPathValue right, out FhirPathValue first, out FhirPathValue second)
    {
        first = Promote(left);
        second = Promote(right);
        return first.IsQuantity && second.IsQuantity;
    }

    public static Truth Equal(in FhirPathValue left, in FhirPathValue right)
    {
        if (Compare(left, right) is { } order)
        {
            return TruthTables.Of(order == 0);
        }

        // Years and months are not always equally long, so a year is neither equal nor unequal to 1 'a' (N1 6.1.1).
        return IsIndefinite(left) != IsIndefinite(right) && IsTime(left) && IsTime(right) ? Truth.Empty : Truth.False;
    }

    /// <summary>Equal to the precision of the less precise, in the greater of the two units; a calendar year and 1 'a' are equivalent.</summary>
    public static bool Equivalent(in FhirPathValue left, in FhirPathValue right)
    {
        var leftUnit = UnitOf(left);
        var rightUnit = UnitOf(right);
        if (string.Equals(leftUnit, rightUnit, StringComparison.Ordinal))
        {
            return Numbers.Equivalent(left.AsDecimal, right.AsDecimal);
        }

        decimal converted;
        return UcumService.Compare(1, leftUnit, 1, rightUnit) switch
        {
            null => false,
            < 0 => UcumService.TryConvert(left.AsDecimal, leftUnit, rightUnit, out converted) && Numbers.Equivalent(converted, right.AsDecimal),
            _ => UcumService.TryConvert(right.AsDecimal, rightUnit, leftUnit, out converted) && Numbers.Equivalent(left.AsDecimal, converted),
        };
    }

    /// <summary>
    /// Null when the units cannot be compared. A calendar year or month does not meet a UCUM unit; among calendar words a year is twelve months or 365 days,
    /// a month thirty days (N1 5.5.7).
    /// </summary>
    public static int? Compare(in FhirPathValue left, in FhirPathValue right)
    {
        if (left.Kind == FhirPathKind.CalendarQuantity && right.Kind == FhirPathKind.CalendarQuantity)
        {
            return IsIndefinite(left) && IsIndefinite(right) ? Months(left).CompareTo(Months(right)) : Milliseconds(left).CompareTo(Milliseconds(right));
        }

        if (IsIndefinite(left) != IsIndefinite(right))
        {
            return null;
        }

        var leftUnit = UnitOf(left);
        var rightUnit = UnitOf(right);
        if (string.Equals(leftUnit, rightUnit, StringComparison.Ordinal))
        {
            return left.AsDecimal.CompareTo(right.AsDecimal);
        }

        return UcumService.Compare(left.AsDecimal, leftUnit, right.AsDecimal, rightUnit);
    }

    /// <summary>The unit of a product or quotient.</summary>
    public static string ProductUnit(in FhirPathValue left, in FhirPathValue right, bool divide)
    {
        var leftUnit = UnitOf(left);
        var rightUnit = UnitOf(right);
        if (rightUnit == "1")
        {
            return leftUnit;
        }

        if (divide && string.Equals(leftUnit, rightUnit, StringComparison.Ordinal))
        {
            return "1";
        }

        var operand = rightUnit.AsSpan().ContainsAny('.', '/') ? $"({rightUnit})" : rightUnit;
        return divide ? $"{leftUnit}/{operand}" : leftUnit == "1" ? rightUnit : $"{leftUnit}.{operand}";
    }

    /// <summary>Singular calendar word of a calendar quantity's unit: <c>days</c> gives <c>day</c>.</summary>
    public static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;

    /// <summary>The UCUM unit that a calendar word stands for.</summary>
    public static string UcumOf(string calendarWord)
    {
        var singular = Singular(calendarWord);
        foreach (var unit in CalendarUnits)
        {
            if (unit.Word == singular)
            {
                return unit.Ucum;
            }
        }

        return calendarWord;
    }

    public static bool IsCalendarWord(string word)
    {
        var singular = Singular(word);
        return Array.Exists(CalendarUnits, unit => unit.Word == singular);
    }

    private static FhirPathValue Promote(in FhirPathValue value) => value.IsNumber ? FhirPathValue.OfQuantity(value.AsDecimal, "1") : value;

    /// <summary>The UCUM unit of a quantity; of a calendar quantity the one that stands for it.</summary>
    public static string UnitOf(in FhirPathValue value) => value.Kind == FhirPathKind.CalendarQuantity ? UcumOf(value.AsString) : value.AsString;

    private static bool IsTime(in FhirPathValue value) => value.Kind == FhirPathKind.CalendarQuantity || IsTimeUnit(value.AsString);

    private static bool IsTimeUnit(string code) => Array.Exists(CalendarUnits, unit => unit.Ucum == code);

    private static bool IsIndefinite(in FhirPathValue value)
    {
        if (value.Kind != FhirPathKind.CalendarQuantity)
        {
            return false;
        }

        var singular = Singular(value.AsString);
        return singular is "year" or "month";
    }

    private static decimal Milliseconds(in FhirPathValue value)
    {
        const decimal day = 24 * 60 * 60 * 1000;
        return value.AsDecimal * UnitOf(value) switch
        {
            "a" => 365 * day,
            "mo" => 30 * day,
            "wk" => 7 * day,
            "d" => day,
            "h" => day / 24,
            "min" => 60_000,
            "s" => 1000,
            _ => 1,
        };
    }

    private static decimal Months(in FhirPathValue value) => UnitOf(value) == "a" ? value.AsDecimal * 12 : value.AsDecimal;
}

using System.Globalization;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>toX() and convertsToX() (N1 5.5).</summary>
internal static class Conversion
{
    internal delegate bool Converter(in FhirPathValue value, out FhirPathValue result);

    /// <summary>The body of toX().</summary>
    public static FunctionBody To(Converter converter) => (FunctionNode call, Run run, in Scope scope) =>
    {
        if (run.TrySingle(call.Source, scope, call.Name, out var value) && converter(value, out var result))
        {
            run.Push(result);
        }
    };

    /// <summary>The body of convertsToX().</summary>
    public static FunctionBody Converts(Converter converter) => (FunctionNode call, Run run, in Scope scope) =>
    {
        if (run.TrySingle(call.Source, scope, call.Name, out var value))
        {
            run.Push(converter(value, out _));
        }
    };

    public static bool ToBoolean(in FhirPathValue value, out FhirPathValue result)
    {
        bool? boolean = value.Kind switch
        {
            FhirPathKind.Boolean => value.AsBoolean,
            FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal => value.AsDecimal switch
            {
                1 => true,
                0 => false,
                _ => null,
            },
            FhirPathKind.String => value.AsString.ToUpperInvariant() switch
            {
                "TRUE" or "T" or "YES" or "Y" or "1" or "1.0" => true,
                "FALSE" or "F" or "NO" or "N" or "0" or "0.0" => false,
                _ => null,
            },
            _ => null,
        };
        result = boolean is { } known ? FhirPathValue.Of(known) : default;
        return boolean is not null;
    }

    public static bool ToInteger(in FhirPathValue value, out FhirPathValue result)
    {
        if (ToLong(value, out result) && result.AsLong is >= int.MinValue and <= int.MaxValue)
        {
            result = FhirPathValue.Of((int)result.AsLong);
            return true;
        }

        return false;
    }

    public static bool ToLong(in FhirPathValue value, out FhirPathValue result)
    {
        long? number = value.Kind switch
        {
            FhirPathKind.Integer or FhirPathKind.Long => value.AsLong,
            FhirPathKind.Boolean => value.AsBoolean ? 1 : 0,
            FhirPathKind.String when long.TryParse(value.AsString, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) => read,
            _ => null,
        };
        result = number is { } known ? FhirPathValue.Of(known) : default;
        return number is not null;
    }

    public static bool ToDecimal(in FhirPathValue value, out FhirPathValue result)
    {
        decimal? number = value.Kind switch
        {
            FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal => value.AsDecimal,
            FhirPathKind.Boolean => value.AsBoolean ? 1.0m : 0.0m,
            FhirPathKind.String when TryReadDecimal(value.AsString, out var read) => read,
            _ => null,
        };
        result = number is { } known ? FhirPathValue.Of(known) : default;
        return number is not null;
    }

    public static bool ToDate(in FhirPathValue value, out FhirPathValue result)
    {
        result = value;
        switch (value.Kind)
        {
            case FhirPathKind.Date:
                return true;
            case FhirPathKind.DateTime:
                var moment = value.AsDateTime;
                var precision = (DateTimePrecision)Math.Min((byte)moment.Precision, (byte)DateTimePrecision.Day);
                result = FhirPathValue.OfDate(new PartialDateTime(PartialDateTime.Truncate(moment.Ticks, precision), precision));
                return true;
            case FhirPathKind.String when PartialDateTime.TryParseDate(value.AsString, out var date):
                result = FhirPathValue.OfDate(date);
                return true;
            case FhirPathKind.String when PartialDateTime.TryParseDateTime(value.AsString, out var dateTime):
                return ToDate(FhirPathValue.OfDateTime(dateTime), out result);
            default:
                return false;
        }
    }

    public static bool ToDateTime(in FhirPathValue value, out FhirPathValue result)
    {
        result = value;
        switch (value.Kind)
        {
            case FhirPathKind.DateTime:
                return true;
            case FhirPathKind.Date:
                result = FhirPathValue.OfDateTime(value.AsDateTime);
                return true;
            case FhirPathKind.String when PartialDateTime.TryParseDateTime(value.AsString, out var dateTime):
                result = FhirPathValue.OfDateTime(dateTime);
                return true;
            default:
                return false;
        }
    }

    public static bool ToTime(in FhirPathValue value, out FhirPathValue result)
    {
        result = value;
        if (value.Kind == FhirPathKind.String && PartialDateTime.TryParseTime(value.AsString, out var time))
        {
            result = FhirPathValue.OfTime(time);
            return true;
        }

        return value.Kind == FhirPathKind.Time;
    }

    public static bool ToText(in FhirPathValue value, out FhirPathValue result)
    {
        var text = value.ToText();
        result = text is null ? default : FhirPathValue.Of(text);
        return text is not null;
    }

    public static bool ToQuantity(in FhirPathValue value, out FhirPathValue result)
    {
        result = value;
        switch (value.Kind)
        {
            case FhirPathKind.Quantity or FhirPathKind.CalendarQuantity:
                return true;
            case FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal:
                result = FhirPathValue.OfQuantity(value.AsDecimal, "1");
                return true;
            case FhirPathKind.Boolean:
                result = FhirPathValue.OfQuantity(value.AsBoolean ? 1.0m : 0.0m, "1");
                return true;
            case FhirPathKind.String:
                return TryReadQuantity(value.AsString, out result);
            default:
                return false;
        }
    }

    /// <summary>toQuantity(unit): converted to that unit.</summary>
    public static void ToQuantityIn(FunctionNode call, Run run, in Scope scope)
    {
        if (TryQuantity(call, run, scope, out var result))
        {
            run.Push(result);
        }
    }

    /// <summary>convertsToQuantity(unit).</summary>
    public static void ConvertsToQuantityIn(FunctionNode call, Run run, in Scope scope)
    {
        if (run.TrySingle(call.Source, scope, call.Name, out _))
        {
            run.Push(TryQuantity(call, run, scope, out _));
        }
    }

    private static bool TryQuantity(FunctionNode call, Run run, in Scope scope, out FhirPathValue result)
    {
        result = default;
        if (!run.TrySingle(call.Source, scope, call.Name, out var value) || !ToQuantity(value, out var quantity))
        {
            return false;
        }

        if (call.Arguments.Length == 0)
        {
            result = quantity;
            return true;
        }

        if (!call.TryTextArgument(run, scope, 0, out var unit))
        {
            return false;
        }

        var from = Quantities.UnitOf(quantity);
        var isCalendar = Quantities.IsCalendarWord(unit);
        if (!Ucum.UcumService.TryConvert(quantity.AsDecimal, from, isCalendar ? Quantities.UcumOf(unit) : unit, out var converted))
        {
            return false;
        }

        result = FhirPathValue.OfQuantity(converted, unit, isCalendar);
        return true;
    }

    private static bool TryReadDecimal(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        var point = digits.IndexOf('.');
        var wellFormed = point < 0 ? IsDigits(digits) : IsDigits(digits[..point]) && IsDigits(digits[(point + 1)..]);
        return wellFormed && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A number, then nothing, a calendar word, or a UCUM code in single quotes.</summary>
    private static bool TryReadQuantity(string text, out FhirPathValue result)
    {
        result = default;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '+' or '-' or '.'))
        {
            end++;
        }

        if (!TryReadDecimal(text.AsSpan(0, end), out var number))
        {
            return false;
        }

        var unit = text.AsSpan(end).Trim();
        if (unit.IsEmpty)
        {
            result = FhirPathValue.OfQuantity(number, "1");
            return true;
        }

        if (unit is ['\'', .., '\''] && unit.Length > 2 && unit[1..^1].IndexOf('\'') < 0)
        {
            result = FhirPathValue.OfQuantity(number, unit[1..^1].ToString());
            return true;
        }

        var word = unit.ToString();
        if (!Quantities.IsCalendarWord(word))
        {
            return false;
        }

        result = FhirPathValue.OfQuantity(number, word, isCalendar: true);
        return true;
    }
}

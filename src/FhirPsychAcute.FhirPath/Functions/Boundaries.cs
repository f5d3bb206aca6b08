using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>lowBoundary(), highBoundary(), precision() and comparable(): what a value given to some precision can mean.</summary>
internal static class Boundaries
{
    private const int DefaultDecimalDigits = 8;
    private const int MaxDecimalDigits = 28;

    public static void Low(FunctionNode call, Run run, in Scope scope) => Boundary(call, run, scope, high: false);

    public static void High(FunctionNode call, Run run, in Scope scope) => Boundary(call, run, scope, high: true);

    public static void Precision(FunctionNode call, Run run, in Scope scope)
    {
        if (!run.TrySingle(call.Source, scope, call.Name, out var value))
        {
            return;
        }

        switch (value.Kind)
        {
            case FhirPathKind.Integer or FhirPathKind.Long:
                run.Push(FhirPathValue.Of(0));
                break;
            case FhirPathKind.Decimal or FhirPathKind.Quantity:
                run.Push(FhirPathValue.Of((int)value.AsDecimal.Scale));
                break;
            case FhirPathKind.Date or FhirPathKind.DateTime:
                run.Push(FhirPathValue.Of((int)value.AsDateTime.Precision));
                break;
            case FhirPathKind.Time:
                run.Push(FhirPathValue.Of((int)value.AsDateTime.Precision - (int)DateTimePrecision.Day));
                break;
            default:
                throw Run.WrongType(call.Name, "a number, date or time", value);
        }
    }

    public static void Comparable(FunctionNode call, Run run, in Scope scope)
    {
        if (run.TrySingle(call.Source, scope, call.Name, out var left) && run.TrySingle(call.Arguments[0], scope, call.Name, out var right))
        {
            run.Push(Quantities.TryPair(left, right, out var first, out var second) && Quantities.Compare(first, second) is not null);
        }
    }

    private static void Boundary(FunctionNode call, Run run, in Scope scope, bool high)
    {
        if (!run.TrySingle(call.Source, scope, call.Name, out var value))
        {
            return;
        }

        int? wanted = call.Arguments.Length > 0 && run.TryInteger(call.Arguments[0], scope, call.Name, out var given) ? given : null;
        switch (value.Kind)
        {
            case FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal:
                if (OfDecimal(value.AsDecimal, wanted ?? DefaultDecimalDigits, high) is { } number)
                {
                    run.Push(FhirPathValue.Of(number));
                }

                break;
            case FhirPathKind.Quantity or FhirPathKind.CalendarQuantity:
                if (OfDecimal(value.AsDecimal, wanted ?? DefaultDecimalDigits, high) is { } amount)
                {
                    run.Push(FhirPathValue.OfQuantity(amount, value.AsString, value.Kind == FhirPathKind.CalendarQuantity));
                }

                break;
            case FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time:
                PushMoment(run, value, wanted, high);
                break;
            default:
                throw Run.WrongType(call.Name, "a number, quantity, date or time", value);
        }
    }

    /// <summary>
    /// Half a unit of the last digit outwards, then to the wanted digits: away from zero by rounding, towards zero by cutting off.
    /// </summary>
    private static decimal? OfDecimal(decimal value, int digits, bool high)
    {
        if (digits is < 0 or > MaxDecimalDigits || value.Scale + 1 > MaxDecimalDigits)
        {
            return null;
        }

        try
        {
            var half = new decimal(5, 0, 0, isNegative: false, (byte)(value.Scale + 1));
            var bound = high ? value + half : value - half;
            var outwards = high ? value >= 0 : value < 0;
            var rounded = Math.Round(bound, digits, outwards ? MidpointRounding.AwayFromZero : MidpointRounding.ToZero);
            return WithScale(rounded, digits);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal WithScale(decimal value, int digits) =>
        value.Scale >= digits ? value : value + new decimal(0, 0, 0, isNegative: value < 0, (byte)digits);

    private static void PushMoment(Run run, in FhirPathValue value, int? wanted, bool high)
    {
        var moment = value.AsDateTime;
        var isTime = value.Kind == FhirPathKind.Time;
        var precision = Wanted(value.Kind, wanted);
        if (precision is not { } target)
        {
            return;
        }

        // An hour without minutes stands for the full hour: FHIR has no hours without minutes.
        var full = moment.Precision == DateTimePrecision.Hour ? new PartialDateTime(moment.Ticks, DateTimePrecision.Minute, moment.HasOffset ? moment.OffsetMinutes : null) : moment;
        var (first, last) = full.Range();
        var milliseconds = TimeSpan.TicksPerMillisecond;
        var ticks = high ? last / milliseconds * milliseconds : first;
        if (full.Precision == DateTimePrecision.Fraction)
        {
            ticks = full.Ticks;
        }

        var hasTime = target > DateTimePrecision.Day;
        int? offset = isTime || !hasTime ? null : moment.HasOffset ? moment.OffsetMinutes : high ? -12 * 60 : 14 * 60;
        var bound = new PartialDateTime(PartialDateTime.Truncate(ticks, target), target, offset, target == DateTimePrecision.Fraction ? 3 : 0);
        run.Push(isTime ? FhirPathValue.OfTime(bound) : hasTime ? FhirPathValue.OfDateTime(bound) : value.Kind == FhirPathKind.Date ? FhirPathValue.OfDate(bound) : FhirPathValue.OfDateTime(bound));
    }

    /// <summary>Digits to precision; null for a number of digits that no precision has.</summary>
    private static DateTimePrecision? Wanted(FhirPathKind kind, int? digits)
    {
        if (digits is not { } count)
        {
            return kind == FhirPathKind.Date ? DateTimePrecision.Day : DateTimePrecision.Fraction;
        }

        var precision = (DateTimePrecision)Math.Clamp(kind == FhirPathKind.Time ? count + (int)DateTimePrecision.Day : count, 0, byte.MaxValue);
        return Enum.IsDefined(precision) && (kind != FhirPathKind.Time || precision > DateTimePrecision.Day) ? precision : null;
    }
}

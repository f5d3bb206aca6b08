using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>Functions on numbers (N1 5.7). What is not a number or does not fit one is empty.</summary>
internal static class Mathematics
{
    public static void Abs(FunctionNode call, Run run, in Scope scope)
    {
        if (TryNumber(call, run, scope, quantities: true, out var value))
        {
            run.Push(value.AsDecimal < 0 ? Arithmetic.Negate(value) : value);
        }
    }

    public static void Ceiling(FunctionNode call, Run run, in Scope scope) => ToWhole(call, run, scope, decimal.Ceiling);

    public static void Floor(FunctionNode call, Run run, in Scope scope) => ToWhole(call, run, scope, decimal.Floor);

    public static void Truncate(FunctionNode call, Run run, in Scope scope) => ToWhole(call, run, scope, decimal.Truncate);

    public static void Exp(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, Math.Exp);

    public static void Ln(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, Math.Log);

    public static void Sqrt(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, Math.Sqrt);

    public static void Log(FunctionNode call, Run run, in Scope scope)
    {
        if (TryNumber(call, run, scope, quantities: false, out var value) && TryArgument(call, run, scope, out var basis))
        {
            PushDouble(run, Math.Log((double)value.AsDecimal) / Math.Log((double)basis.AsDecimal));
        }
    }

    public static void Power(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryNumber(call, run, scope, quantities: false, out var value) || !TryArgument(call, run, scope, out var exponent))
        {
            return;
        }

        var power = Math.Pow((double)value.AsDecimal, (double)exponent.AsDecimal);
        if (value.Kind == FhirPathKind.Integer && exponent.Kind == FhirPathKind.Integer && exponent.AsLong >= 0 && power is >= int.MinValue and <= int.MaxValue)
        {
            run.Push(FhirPathValue.Of((int)power));
        }
        else
        {
            PushDouble(run, power);
        }
    }

    public static void Round(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryNumber(call, run, scope, quantities: false, out var value))
        {
            return;
        }

        var digits = 0;
        if (call.Arguments.Length > 0 && run.TryInteger(call.Arguments[0], scope, call.Name, out digits) && digits < 0)
        {
            throw new FhirPathException($"{call.Name} wants a number of digits from 0 up");
        }

        run.Push(FhirPathValue.Of(digits > 28 ? value.AsDecimal : Math.Round(value.AsDecimal, digits, MidpointRounding.AwayFromZero)));
    }

    private static bool TryNumber(FunctionNode call, Run run, in Scope scope, bool quantities, out FhirPathValue value) =>
        run.TrySingle(call.Source, scope, call.Name, out value)
        && (value.IsNumber || (quantities && value.IsQuantity) ? true : throw Run.WrongType(call.Name, "a number", value));

    private static bool TryArgument(FunctionNode call, Run run, in Scope scope, out FhirPathValue value) =>
        run.TrySingle(call.Arguments[0], scope, call.Name, out value) && (value.IsNumber ? true : throw Run.WrongType(call.Name, "a number", value));

    private static void ToWhole(FunctionNode call, Run run, in Scope scope, Func<decimal, decimal> map)
    {
        if (TryNumber(call, run, scope, quantities: false, out var value))
        {
            var whole = map(value.AsDecimal);
            if (whole is >= int.MinValue and <= int.MaxValue)
            {
                run.Push(FhirPathValue.Of((int)whole));
            }
            else if (whole is >= long.MinValue and <= long.MaxValue)
            {
                run.Push(FhirPathValue.Of((long)whole));
            }
        }
    }

    private static void Map(FunctionNode call, Run run, in Scope scope, Func<double, double> map)
    {
        if (TryNumber(call, run, scope, quantities: false, out var value))
        {
            PushDouble(run, map((double)value.AsDecimal));
        }
    }

    private static void PushDouble(Run run, double number)
    {
        if (double.IsFinite(number) && Math.Abs(number) < (double)decimal.MaxValue)
        {
            run.Push(FhirPathValue.Of((decimal)number));
        }
    }
}

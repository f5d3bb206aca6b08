using FhirPsychAcute.FhirPath.Syntax;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Operators on numbers, strings, quantities, dates and times (N1 6.6). What overflows or divides by zero is empty.</summary>
internal static class Arithmetic
{
    public static FhirPathValue Negate(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Integer => value.AsLong == int.MinValue ? FhirPathValue.Of(-value.AsLong) : FhirPathValue.Of((int)-value.AsLong),
        FhirPathKind.Long => -value.AsLong == int.MinValue ? FhirPathValue.Of(int.MinValue) : FhirPathValue.Of(unchecked(-value.AsLong)),
        FhirPathKind.Decimal => FhirPathValue.Of(-value.AsDecimal),
        _ => FhirPathValue.OfQuantity(-value.AsDecimal, value.AsString, value.Kind == FhirPathKind.CalendarQuantity),
    };

    /// <summary>False when the result is empty.</summary>
    /// <exception cref="FhirPathException">The operator does not fit the types.</exception>
    public static bool TryCalculate(BinaryOperator @operator, in FhirPathValue left, in FhirPathValue right, out FhirPathValue result)
    {
        result = default;
        try
        {
            if (left.Kind == FhirPathKind.Integer && right.Kind == FhirPathKind.Integer)
            {
                return TryIntegers(@operator, left.AsLong, right.AsLong, isLong: false, out result);
            }

            if (left.Kind is FhirPathKind.Integer or FhirPathKind.Long && right.Kind is FhirPathKind.Integer or FhirPathKind.Long)
            {
                return TryIntegers(@operator, left.AsLong, right.AsLong, isLong: true, out result);
            }

            if (left.IsNumber && right.IsNumber)
            {
                return TryDecimals(@operator, left.AsDecimal, right.AsDecimal, out result);
            }

            if (left.Kind == FhirPathKind.String && right.Kind == FhirPathKind.String && @operator == BinaryOperator.Add)
            {
                Evaluation.Run.CheckLength((long)left.AsString.Length + right.AsString.Length);
                result = FhirPathValue.Of(left.AsString + right.AsString);
                return true;
            }

            if (left.Kind is FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time && right.IsQuantity
                && @operator is BinaryOperator.Add or BinaryOperator.Subtract)
            {
                return DateArithmetic.TryAdd(left, right, @operator == BinaryOperator.Subtract, out result);
            }

            if ((left.IsQuantity || right.IsQuantity) && Quantities.TryPair(left, right, out var first, out var second))
            {
                return TryQuantities(@operator, first, second, out result);
            }
        }
        catch (OverflowException)
        {
            return false;
        }

        throw new FhirPathException($"the operator {Sign(@operator)} does not fit {TypeNames.Describe(left)} and {TypeNames.Describe(right)}");
    }

    public static string Sign(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.IntegerDivide => "div",
        BinaryOperator.Modulo => "mod",
        _ => "&",
    };

    private static bool TryIntegers(BinaryOperator @operator, long left, long right, bool isLong, out FhirPathValue result)
    {
        result = default;
        if (@operator is BinaryOperator.Divide or BinaryOperator.IntegerDivide or BinaryOperator.Modulo && right == 0)
        {
            return false;
        }

        if (@operator == BinaryOperator.Divide)
        {
            result = FhirPathValue.Of((decimal)left / right);
            return true;
        }

        var value = checked(@operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.IntegerDivide => left / right,
            _ => right == -1 ? 0 : left % right,
        });
        if (!isLong && value is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        result = isLong ? FhirPathValue.Of(value) : FhirPathValue.Of((int)value);
        return true;
    }

    private static bool TryDecimals(BinaryOperator @operator, decimal left, decimal right, out FhirPathValue result)
    {
        result = default;
        if (@operator is BinaryOperator.Divide or BinaryOperator.IntegerDivide or BinaryOperator.Modulo && right == 0)
        {
            return false;
        }

        switch (@operator)
        {
            case BinaryOperator.IntegerDivide:
                var whole = decimal.Truncate(left / right);
                if (whole is < int.MinValue or > int.MaxValue)
                {
                    return false;
                }

                result = FhirPathValue.Of((int)whole);
                return true;
            case BinaryOperator.Add:
                result = FhirPathValue.Of(left + right);
                return true;
            case BinaryOperator.Subtract:
                result = FhirPathValue.Of(left - right);
                return true;
            case BinaryOperator.Multiply:
                result = FhirPathValue.Of(left * right);
                return true;
            case BinaryOperator.Divide:
                result = FhirPathValue.Of(left / right);
                return true;
            default:
                result = FhirPathValue.Of(left % right);
                return true;
        }
    }

    private static bool TryQuantities(BinaryOperator @operator, in FhirPathValue left, in FhirPathValue right, out FhirPathValue result)
    {
        result = default;
        switch (@operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract:
                var sign = @operator == BinaryOperator.Add ? 1 : -1;
                if (left.Kind == right.Kind && string.Equals(left.AsString, right.AsString, StringComparison.Ordinal))
                {
                    result = FhirPathValue.OfQuantity(left.AsDecimal + (sign * right.AsDecimal), left.AsString, left.Kind == FhirPathKind.CalendarQuantity);
                    return true;
                }

                if (!Ucum.UcumService.TryConvert(right.AsDecimal, Quantities.UnitOf(right), Quantities.UnitOf(left), out var converted))
                {
                    return false;
                }

                result = FhirPathValue.OfQuantity(left.AsDecimal + (sign * converted), left.AsString, left.Kind == FhirPathKind.CalendarQuantity);
                return true;
            case BinaryOperator.Multiply:
                result = Scaled(left.AsDecimal * right.AsDecimal, left, right, Quantities.ProductUnit(left, right, divide: false));
                return true;
            case BinaryOperator.Divide:
                if (right.AsDecimal == 0)
                {
                    return false;
                }

                result = IsPlain(right)
                    ? FhirPathValue.OfQuantity(left.AsDecimal / right.AsDecimal, left.AsString, left.Kind == FhirPathKind.CalendarQuantity)
                    : FhirPathValue.OfQuantity(left.AsDecimal / right.AsDecimal, Quantities.ProductUnit(left, right, divide: true));
                return true;
            default:
                throw new FhirPathException($"the operator {Sign(@operator)} does not fit quantities");
        }
    }

    /// <summary>A product with a plain number keeps the other side's unit, a calendar word too.</summary>
    private static FhirPathValue Scaled(decimal product, in FhirPathValue left, in FhirPathValue right, string unit)
    {
        var measured = IsPlain(left) ? right : left;
        return IsPlain(left) || IsPlain(right)
            ? FhirPathValue.OfQuantity(product, measured.AsString, measured.Kind == FhirPathKind.CalendarQuantity)
            : FhirPathValue.OfQuantity(product, unit);
    }

    private static bool IsPlain(in FhirPathValue quantity) => quantity.Kind == FhirPathKind.Quantity && quantity.AsString == "1";
}

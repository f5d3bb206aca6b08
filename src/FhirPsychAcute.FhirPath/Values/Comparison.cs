using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Order of items (N1 6.2).</summary>
internal static class Comparison
{
    /// <summary>Below zero, zero or above; null where partial dates or units leave it open.</summary>
    /// <exception cref="FhirPathException">The types have no common order.</exception>
    public static int? Compare(in FhirPathValue left, in FhirPathValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return left.AsDecimal.CompareTo(right.AsDecimal);
        }

        if (left.Kind == FhirPathKind.String && right.Kind == FhirPathKind.String)
        {
            return string.CompareOrdinal(left.AsString, right.AsString);
        }

        if (IsDate(left) && IsDate(right))
        {
            return PartialDateTime.Compare(left.AsDateTime, right.AsDateTime);
        }

        if (left.Kind == FhirPathKind.Time && right.Kind == FhirPathKind.Time)
        {
            return PartialDateTime.Compare(left.AsDateTime, right.AsDateTime);
        }

        if ((left.IsQuantity || right.IsQuantity) && Quantities.TryPair(left, right, out var first, out var second))
        {
            return Quantities.Compare(first, second);
        }

        // A primitive that has only extensions, and a Quantity without value or with a comparator, have nothing to compare: empty, not an error.
        if (HasNoValue(left) || HasNoValue(right))
        {
            return null;
        }

        throw new FhirPathException($"a comparison wants two values of one type, not {TypeNames.Describe(left)} and {TypeNames.Describe(right)}");
    }

    private static bool IsDate(in FhirPathValue value) => value.Kind is FhirPathKind.Date or FhirPathKind.DateTime;

    private static bool HasNoValue(in FhirPathValue value) =>
        value.Kind == FhirPathKind.Element && (value.Element.Type.IsPrimitive || SystemConversion.IsQuantity(value.Element.Type));
}

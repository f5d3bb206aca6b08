using System.Globalization;
using FhirPsychAcute.FhirPath.Ucum;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Which of two answers is greater.</summary>
internal static class AnswerOrder
{
    /// <summary>
    /// Compares two dates, date-times or times as far as both are precise: <c>2020</c> and <c>2020-05</c> are the same. With a time zone in both, instants are compared.
    /// </summary>
    public static int Compare(string left, string right)
    {
        if (left.Length > 10 && right.Length > 10
            && DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var leftInstant)
            && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var rightInstant))
        {
            return leftInstant.CompareTo(rightInstant);
        }

        var length = Math.Min(left.Length, right.Length);
        return string.CompareOrdinal(left, 0, right, 0, length);
    }

    /// <summary>Compares two quantities; null where their units do not allow it, or one has no value.</summary>
    public static int? CompareQuantities(Element left, Element right)
    {
        if (!TryAmount(left, out var leftValue) || !TryAmount(right, out var rightValue))
        {
            return null;
        }

        var leftCode = left.ChildValue("code");
        var rightCode = right.ChildValue("code");
        if (left.ChildValue("system") != right.ChildValue("system"))
        {
            return null;
        }

        if (leftCode == rightCode)
        {
            return leftValue.CompareTo(rightValue);
        }

        return left.ChildValue("system") == UcumService.System && leftCode is not null && rightCode is not null
            ? UcumService.Compare(leftValue, leftCode, rightValue, rightCode)
            : null;
    }

    /// <summary>Compares two values of the same type; null where the type has no order or the types differ.</summary>
    public static int? Compare(Element left, Element right)
    {
        var type = left.Type.Name;
        if (type is "integer" or "decimal" && right.Type.Name is "integer" or "decimal")
        {
            return left.TryGetDecimal(out var leftNumber) && right.TryGetDecimal(out var rightNumber) ? leftNumber.CompareTo(rightNumber) : null;
        }

        if (type is "date" or "dateTime" && right.Type.Name is "date" or "dateTime")
        {
            return left.HasValue && right.HasValue ? Compare(left.Value!, right.Value!) : null;
        }

        if (type != right.Type.Name)
        {
            return null;
        }

        return type switch
        {
            "time" or "string" or "uri" => left.HasValue && right.HasValue ? string.CompareOrdinal(left.Value, right.Value) : null,
            "Quantity" => CompareQuantities(left, right),
            _ => null,
        };
    }

    /// <summary>Whether two values are equal; null where their types differ.</summary>
    public static bool? AreEqual(Element left, Element right)
    {
        if (Compare(left, right) is { } order)
        {
            return order == 0;
        }

        if (left.Type.Name != right.Type.Name)
        {
            return null;
        }

        return left.Type.Name switch
        {
            "Coding" => (!right.Child("system").HasValue || left.ChildValue("system") == right.ChildValue("system")) && left.ChildValue("code") == right.ChildValue("code"),
            "Reference" => left.ChildValue("reference") == right.ChildValue("reference"),
            "Quantity" => left.ChildValue("value") == right.ChildValue("value") && left.ChildValue("unit") == right.ChildValue("unit"),
            _ => left.Type.IsPrimitive && left.Value == right.Value,
        };
    }

    private static bool TryAmount(Element quantity, out decimal value)
    {
        value = 0;
        return quantity.Child("value") is { Exists: true } amount && amount.TryGetDecimal(out value);
    }
}

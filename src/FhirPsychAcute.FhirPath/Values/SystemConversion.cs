using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>FHIR elements as System values (R4 FHIRPath 2.1.9.1).</summary>
internal static class SystemConversion
{
    private const int LongestDateTime = 64;

    public static FhirPathValue FromElement(Element element, FhirPathValue self)
    {
        var type = element.Type;
        if (type.Primitive == PrimitiveKind.None)
        {
            return IsQuantity(type) ? FromQuantity(element, self) : self;
        }

        if (!element.HasValue)
        {
            return self;
        }

        switch (type.Primitive)
        {
            case PrimitiveKind.Boolean:
                return element.TryGetBoolean(out var boolean) ? FhirPathValue.Of(boolean) : self;
            case PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt:
                return element.TryGetInt32(out var integer) ? FhirPathValue.Of(integer) : self;
            case PrimitiveKind.Decimal:
                return element.TryGetDecimal(out var number) ? FhirPathValue.Of(number) : self;
            case PrimitiveKind.Date:
                return TryGetDateTime(element, out var date) ? FhirPathValue.OfDate(date) : self;
            case PrimitiveKind.DateTime or PrimitiveKind.Instant:
                return TryGetDateTime(element, out var dateTime) ? FhirPathValue.OfDateTime(dateTime) : self;
            case PrimitiveKind.Time:
                return TryGetDateTime(element, out var time) ? FhirPathValue.OfTime(time) : self;
            default:
                return FhirPathValue.Of(element.Value!);
        }
    }

    public static bool TryGetDateTime(Element element, out PartialDateTime value)
    {
        var raw = element.Utf8Value;
        if (raw.Length > LongestDateTime)
        {
            value = default;
            return false;
        }

        Span<char> text = stackalloc char[LongestDateTime];
        for (var at = 0; at < raw.Length; at++)
        {
            text[at] = (char)raw[at];
        }

        text = text[..raw.Length];
        return element.Type.Primitive switch
        {
            PrimitiveKind.Date => PartialDateTime.TryParseDate(text, out value),
            PrimitiveKind.Time => PartialDateTime.TryParseTime(text, out value),
            _ => PartialDateTime.TryParseDateTime(text, out value),
        };
    }

    /// <summary>Whether the type is Quantity or one of its specialisations (Age, Count, Distance, Duration, Money's elder kin).</summary>
    public static bool IsQuantity(TypeSchema type)
    {
        for (TypeSchema? at = type; at is not null; at = at.Base)
        {
            if (string.Equals(at.Name, "Quantity", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FhirPathValue FromQuantity(Element element, FhirPathValue self)
    {
        // A comparator says that the value is not known exactly, so there is no System value for it.
        if (element.Child("comparator").Exists || !element.Child("value").TryGetDecimalOrNothing(out var value))
        {
            return self;
        }

        var code = element.Child("code");
        var coded = code.Exists ? code.Value : null;
        if (coded is not null && element.Child("system") is { Exists: true } system && system.ValueEquals("http://unitsofmeasure.org"u8))
        {
            return CalendarWord(coded) is { } word ? FhirPathValue.OfQuantity(value, word, isCalendar: true) : FhirPathValue.OfQuantity(value, coded);
        }

        return FhirPathValue.OfQuantity(value, element.ChildValue("unit") ?? coded ?? "");
    }

    /// <summary>UCUM units of time that FHIR means as calendar units: 4 'a' on a FHIR Quantity is 4 years.</summary>
    private static string? CalendarWord(string code) => code switch
    {
        "a" => "year",
        "mo" => "month",
        "d" => "day",
        "h" => "hour",
        "min" => "minute",
        "s" => "second",
        _ => null,
    };

    private static bool TryGetDecimalOrNothing(this Element element, out decimal value)
    {
        value = 0;
        return element is { Exists: true, HasValue: true } && element.TryGetDecimal(out value);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>
/// One item of a FHIRPath collection: an element of a resource, or a System value that the expression made. 32 bytes; <c>default</c> is "no item".
/// Elements become System values only where an operation needs one (<see cref="ToSystem"/>).
/// </summary>
public readonly struct FhirPathValue
{
    private readonly object? reference;
    private readonly ulong low;
    private readonly ulong high;

    /// <summary>An item that is an element of a resource; no item for "no element".</summary>
    public FhirPathValue(Element element)
    {
        if (element.Exists)
        {
            reference = element.Document;
            low = (ulong)element.Index;
            Kind = FhirPathKind.Element;
        }
    }

    private FhirPathValue(FhirPathKind kind, object? reference, ulong low, ulong high)
    {
        Kind = kind;
        this.reference = reference;
        this.low = low;
        this.high = high;
    }

    /// <summary>What the item is.</summary>
    public FhirPathKind Kind { get; }

    /// <summary>Whether the item is an element of a resource.</summary>
    public bool IsElement => Kind == FhirPathKind.Element;

    /// <summary>The element; no element for a System value.</summary>
    public Element Element => Kind == FhirPathKind.Element ? Unsafe.As<ResourceDocument>(reference!).ElementAt((int)low) : default;

    /// <summary>A System.Boolean.</summary>
    public static FhirPathValue Of(bool value) => new(FhirPathKind.Boolean, null, value ? 1UL : 0, 0);

    /// <summary>A System.String.</summary>
    public static FhirPathValue Of(string value) => new(FhirPathKind.String, value, 0, 0);

    /// <summary>A System.Integer.</summary>
    public static FhirPathValue Of(int value) => new(FhirPathKind.Integer, null, (ulong)(long)value, 0);

    /// <summary>A System.Long.</summary>
    public static FhirPathValue Of(long value) => new(FhirPathKind.Long, null, (ulong)value, 0);

    /// <summary>A System.Decimal; the scale is kept.</summary>
    public static FhirPathValue Of(decimal value) => OfDecimal(FhirPathKind.Decimal, null, value);

    /// <summary>A System.Date.</summary>
    public static FhirPathValue OfDate(PartialDateTime value) => new(FhirPathKind.Date, null, (ulong)value.Ticks, value.Packed);

    /// <summary>A System.DateTime.</summary>
    public static FhirPathValue OfDateTime(PartialDateTime value) => new(FhirPathKind.DateTime, null, (ulong)value.Ticks, value.Packed);

    /// <summary>A System.Time.</summary>
    public static FhirPathValue OfTime(PartialDateTime value) => new(FhirPathKind.Time, null, (ulong)value.Ticks, value.Packed);

    /// <summary>A System.Quantity.</summary>
    /// <param name="value">Number.</param>
    /// <param name="unit">UCUM code (<c>1</c> for none), or a calendar word.</param>
    /// <param name="isCalendar">Whether the unit is a calendar word: year, months ...</param>
    public static FhirPathValue OfQuantity(decimal value, string unit, bool isCalendar = false) =>
        OfDecimal(isCalendar ? FhirPathKind.CalendarQuantity : FhirPathKind.Quantity, unit, value);

    internal static FhirPathValue OfType(TypeName type) => new(FhirPathKind.TypeInfo, type, 0, 0);

    internal static FhirPathValue OfResourceType(TypeSchema type) => new(FhirPathKind.ResourceOfType, type, 0, 0);

    private static FhirPathValue OfDecimal(FhirPathKind kind, object? reference, decimal value)
    {
        var bits = Unsafe.BitCast<decimal, (ulong Low, ulong High)>(value);
        return new FhirPathValue(kind, reference, bits.Low, bits.High);
    }

    /// <summary>The value of a Boolean.</summary>
    public bool AsBoolean => low != 0;

    /// <summary>The value of an Integer or Long.</summary>
    public long AsLong => (long)low;

    /// <summary>The value of a Decimal or Quantity; of an Integer or Long too.</summary>
    public decimal AsDecimal => Kind is FhirPathKind.Integer or FhirPathKind.Long ? AsLong : Unsafe.BitCast<(ulong, ulong), decimal>((low, high));

    /// <summary>The value of a String; the unit of a Quantity.</summary>
    public string AsString => Unsafe.As<string>(reference!);

    /// <summary>The value of a Date, DateTime or Time.</summary>
    public PartialDateTime AsDateTime => PartialDateTime.Unpack(low, high);

    internal TypeName AsTypeName => Unsafe.As<TypeName>(reference!);

    internal TypeSchema AsResourceType => Unsafe.As<TypeSchema>(reference!);

    internal bool IsNumber => Kind is FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal;

    internal bool IsQuantity => Kind is FhirPathKind.Quantity or FhirPathKind.CalendarQuantity;

    /// <summary>
    /// The item as a System value: FHIR primitives with a value and FHIR quantities become their System counterparts (R4 FHIRPath, "Use of FHIR types");
    /// anything else stays as it is.
    /// </summary>
    public FhirPathValue ToSystem() => Kind == FhirPathKind.Element ? SystemConversion.FromElement(Element, this) : this;

    /// <summary>
    /// The item as text, the way <c>toString()</c> writes it; null for an element that has no such form.
    /// </summary>
    public string? ToText()
    {
        var value = ToSystem();
        return value.Kind switch
        {
            FhirPathKind.Boolean => value.AsBoolean ? "true" : "false",
            FhirPathKind.String => value.AsString,
            FhirPathKind.Integer or FhirPathKind.Long => value.AsLong.ToString(CultureInfo.InvariantCulture),
            FhirPathKind.Decimal => value.AsDecimal.ToString(CultureInfo.InvariantCulture),
            FhirPathKind.Date or FhirPathKind.DateTime => value.AsDateTime.Format(isTime: false),
            FhirPathKind.Time => value.AsDateTime.Format(isTime: true),
            FhirPathKind.Quantity when value.AsString.Length == 0 => value.AsDecimal.ToString(CultureInfo.InvariantCulture),
            FhirPathKind.Quantity => string.Create(CultureInfo.InvariantCulture, $"{value.AsDecimal} '{value.AsString}'"),
            FhirPathKind.CalendarQuantity => string.Create(CultureInfo.InvariantCulture, $"{value.AsDecimal} {value.AsString}"),
            FhirPathKind.TypeInfo => $"{value.AsTypeName.Namespace}.{value.AsTypeName.Name}",
            _ => null,
        };
    }

    /// <summary>The kind, never the value.</summary>
    public override string ToString() => Kind == FhirPathKind.Element ? Element.ToString() : Kind.ToString();
}

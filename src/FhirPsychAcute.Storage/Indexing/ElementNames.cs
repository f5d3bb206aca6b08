using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>What an element's type means to the index.</summary>
internal enum ValueShape : byte
{
    Other,
    Primitive,
    Coding,
    CodeableConcept,
    Identifier,
    ContactPoint,
    HumanName,
    Address,
    Period,
    Timing,
    Quantity,
    Money,
    Range,
    SampledData,
    Reference,
    Extension,
    Resource,
}

/// <summary>Name numbers of the elements inside datatypes that the index reads, and the shape of each type; one per catalog.</summary>
internal sealed class ElementNames
{
    private static readonly ConditionalWeakTable<SchemaCatalog, ElementNames> ByCatalog = [];
    private static ElementNames? last;
    private readonly SchemaCatalog schema;
    private readonly ValueShape[] shapes;

    private ElementNames(SchemaCatalog schema)
    {
        this.schema = schema;
        shapes = [.. schema.Types.Select(ShapeOf)];
        (System, Code, Value, Display, Text, Coding, Type) = (Id("system"), Id("code"), Id("value"), Id("display"), Id("text"), Id("coding"), Id("type"));
        (Start, End, Low, High, Unit, Comparator, Currency) = (Id("start"), Id("end"), Id("low"), Id("high"), Id("unit"), Id("comparator"), Id("currency"));
        (Reference, Identifier, Contained, IdName) = (Id("reference"), Id("identifier"), Id("contained"), Id("id"));
        (Event, Repeat, Bounds, Origin, Factor, Data) = (Id("event"), Id("repeat"), Id("bounds"), Id("origin"), Id("factor"), Id("data"));
        (Family, Given, Latitude, Longitude) = (Id("family"), Id("given"), Id("latitude"), Id("longitude"));
        (Prefix, Suffix) = (Id("prefix"), Id("suffix"));
        (Line, City, District, State, PostalCode, Country) = (Id("line"), Id("city"), Id("district"), Id("state"), Id("postalCode"), Id("country"));
    }

    public int System { get; }
    public int Code { get; }
    public int Value { get; }
    public int Display { get; }
    public int Text { get; }
    public int Coding { get; }
    public int Type { get; }
    public int Start { get; }
    public int End { get; }
    public int Low { get; }
    public int High { get; }
    public int Unit { get; }
    public int Comparator { get; }
    public int Currency { get; }
    public int Reference { get; }
    public int Identifier { get; }
    public int Contained { get; }
    public int IdName { get; }
    public int Event { get; }
    public int Repeat { get; }
    public int Bounds { get; }
    public int Origin { get; }
    public int Factor { get; }
    public int Data { get; }
    public int Family { get; }
    public int Given { get; }
    public int Prefix { get; }
    public int Suffix { get; }
    public int Line { get; }
    public int City { get; }
    public int District { get; }
    public int State { get; }
    public int PostalCode { get; }
    public int Country { get; }
    public int Latitude { get; }
    public int Longitude { get; }

    /// <summary>The names of a catalog.</summary>
    public static ElementNames Of(SchemaCatalog schema)
    {
        if (last is { } kept && ReferenceEquals(kept.schema, schema))
        {
            return kept;
        }

        return last = ByCatalog.GetValue(schema, static catalog => new ElementNames(catalog));
    }

    /// <summary>The shape of a type.</summary>
    public ValueShape Shape(TypeSchema type) => shapes[type.Id];

    private int Id(string name) => schema.NameId(name) is var id and >= 0 ? id : int.MaxValue;

    private static ValueShape ShapeOf(TypeSchema type)
    {
        if (type.IsPrimitive)
        {
            return ValueShape.Primitive;
        }

        if (type.IsResource)
        {
            return ValueShape.Resource;
        }

        for (var at = type; at is not null; at = at.Base)
        {
            var shape = at.Name switch
            {
                "Coding" => ValueShape.Coding,
                "CodeableConcept" => ValueShape.CodeableConcept,
                "Identifier" => ValueShape.Identifier,
                "ContactPoint" => ValueShape.ContactPoint,
                "HumanName" => ValueShape.HumanName,
                "Address" => ValueShape.Address,
                "Period" => ValueShape.Period,
                "Timing" => ValueShape.Timing,
                "Quantity" => ValueShape.Quantity,
                "Money" => ValueShape.Money,
                "Range" => ValueShape.Range,
                "SampledData" => ValueShape.SampledData,
                "Reference" => ValueShape.Reference,
                "Extension" => ValueShape.Extension,
                _ => ValueShape.Other,
            };
            if (shape != ValueShape.Other)
            {
                return shape;
            }
        }

        return ValueShape.Other;
    }
}

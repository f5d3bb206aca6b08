using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class PackedTableTests
{
    private static readonly string[] TypeNames = ["Element", "Patient", "Patient.contact", "string", "valueSet"];

    [Fact]
    public void A_schema_that_was_packed_is_read_back()
    {
        Prop.ForAll(Arb.From(Types), types =>
        {
            var catalog = SchemaCatalog.Load(SchemaTable.Write("9.9", types));
            return catalog.FhirVersion == "9.9" && catalog.Types.Select(Describe).SequenceEqual(types.Select(Describe), StringComparer.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Search_parameters_that_were_packed_are_read_back()
    {
        Prop.ForAll(Arb.From(Parameters), parameters =>
            SearchParameterTable.Read(SearchParameterTable.Write(parameters)).Select(Describe).SequenceEqual(parameters.Select(Describe), StringComparer.Ordinal))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_damaged_schema_is_refused_or_read_but_never_breaks()
    {
        var packed = DefinitionStore.R4.Pack.Schema.ToArray();
        Prop.ForAll(Arb.From(Gen.Choose(0, packed.Length - 1)), Arb.From(Gen.Choose(1, 255)), (place, change) =>
        {
            var damaged = (byte[])packed.Clone();
            damaged[place] ^= (byte)change;
            return Record.Exception(() => SchemaCatalog.Load(damaged)) is null or InvalidDataException;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_schema_with_two_types_of_one_name_is_refused()
    {
        TypeRow[] twice = [new("Element", TypeKind.Complex, PrimitiveKind.None, false, null, []), new("Element", TypeKind.Complex, PrimitiveKind.None, false, null, [])];
        Assert.ThrowsAny<ArgumentException>(() => SchemaTable.Write("9.9", twice));
        twice[1] = twice[1] with { Name = "Elemenu" };
        var packed = SchemaTable.Write("9.9", twice);
        packed[^1]--;
        Assert.Throws<InvalidDataException>(() => SchemaCatalog.Load(packed));
    }

    [Fact]
    public void A_schema_cut_short_is_refused()
    {
        var packed = DefinitionStore.R4.Pack.Schema;
        Prop.ForAll(Arb.From(Gen.Choose(0, packed.Length - 1)), length => Record.Exception(() => SchemaCatalog.Load(packed[..length])) is InvalidDataException)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Search_parameters_that_are_damaged_are_refused_or_read_but_never_break()
    {
        var packed = DefinitionStore.R4.Pack.SearchParameters.ToArray();
        Prop.ForAll(Arb.From(Gen.Choose(0, packed.Length - 1)), Arb.From(Gen.Choose(1, 255)), (place, change) =>
        {
            var damaged = (byte[])packed.Clone();
            damaged[place] ^= (byte)change;
            return Record.Exception(() => SearchParameterTable.Read(damaged)) is null or InvalidDataException;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<string> Name => Gen.Elements("id", "extension", "value", "name", "aVeryLongNameOfAnElementIndeed", "æøå");

    private static Gen<string?> OptionalText => Gen.Elements<string?>(null, "", "http://hl7.org/fhir/ValueSet/x|4.0.1", "id");

    private static Gen<string[]> Texts => Gen.ArrayOf(Gen.Elements("http://hl7.org/fhir/StructureDefinition/Patient", "Patient", ""));

    private static Gen<ElementTypeRow> ElementType =>
        from type in Gen.Elements(TypeNames)
        from targets in Texts
        select new ElementTypeRow(type, targets);

    private static Gen<ElementRow> Element =>
        from name in Name
        from min in Gen.Choose(0, 2)
        from max in Gen.Elements(1, 2, int.MaxValue)
        from flags in Gen.Choose(0, 7)
        from types in Gen.ArrayOf(ElementType)
        from strength in Gen.Choose(0, 4)
        from valueSet in OptionalText
        from system in OptionalText
        select new ElementRow(name, min, max, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, types)
        {
            BindingStrength = (BindingStrength)strength,
            BindingValueSet = valueSet,
            ImplicitSystem = system,
        };

    private static Gen<TypeRow[]> Types =>
        from elements in Gen.ArrayOf(Gen.ArrayOf(Element), TypeNames.Length)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 3), TypeNames.Length)
        from bases in Gen.ArrayOf(Gen.Elements<string?>(null, "Element", "Patient"), TypeNames.Length)
        select TypeNames.Select((name, i) => new TypeRow(
            name, (TypeKind)kinds[i], (PrimitiveKind)kinds[i], kinds[i] == 2, bases[i], elements[i])).ToArray();

    private static Gen<SearchParameterDefinition[]> Parameters => Gen.ArrayOf(
        from url in Name
        from code in Name
        from type in Gen.Choose(0, 8)
        from bases in Texts
        from expression in OptionalText
        from targets in Texts
        from components in Gen.ArrayOf(from definition in Name from part in Name select new SearchParameterComponent(definition, part))
        from description in OptionalText
        select new SearchParameterDefinition(url, code, (SearchParameterType)type, bases, expression, targets, components, description));

    private static string Describe(TypeRow type) =>
        $"{type.Name} {type.Kind} {type.Primitive} {type.IsAbstract} {type.Base} " + string.Join("; ", type.Elements.Select(element =>
            $"{element.Name} {element.Min} {element.Max} {element.IsChoice} {element.IsSummary} {element.IsModifier} {element.BindingStrength} {element.BindingValueSet ?? "none"} {element.ImplicitSystem ?? "none"} "
            + string.Join(",", element.Types.Select(allowed => $"{allowed.Type}({string.Join(' ', allowed.TargetProfiles)})"))));

    private static string Describe(TypeSchema type) =>
        $"{type.Name} {type.Kind} {type.Primitive} {type.IsAbstract} {type.Base} " + string.Join("; ", type.Elements.Select(element =>
            $"{element.Name} {element.Min} {element.Max} {element.IsChoice} {element.IsSummary} {element.IsModifier} {element.BindingStrength} {element.BindingValueSet ?? "none"} {element.ImplicitSystem ?? "none"} "
            + string.Join(",", element.Types.Select(allowed => $"{allowed.Type}({string.Join(' ', allowed.TargetProfiles)})"))));

    private static string Describe(SearchParameterDefinition parameter) =>
        $"{parameter.Url} {parameter.Code} {parameter.Type} {string.Join(',', parameter.Base)} {parameter.Expression ?? "none"} {string.Join(',', parameter.Targets)} "
        + $"{string.Join(',', parameter.Components)} {parameter.Description ?? "none"}";
}

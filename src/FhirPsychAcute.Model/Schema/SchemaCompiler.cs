using System.Globalization;
using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>
/// Makes the packed schema of one FHIR version from its StructureDefinitions (their snapshots) and the ValueSets that its codes are bound to.
/// Give it every definition of the core package, in any order, then <see cref="Compile"/>.
/// </summary>
public sealed class SchemaCompiler
{
    private const string SystemTypes = "http://hl7.org/fhirpath/System.";
    private const string FhirTypeExtension = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
    private const string AnyResource = "http://hl7.org/fhir/StructureDefinition/Resource";

    private readonly Dictionary<string, TypeRow> types = new(StringComparer.Ordinal);
    private readonly ValueSetSystems valueSets = new();

    /// <summary>Takes a definition: types (not profiles, not logical models) and value sets are used, anything else is passed over.</summary>
    /// <param name="json">One resource, UTF-8.</param>
    /// <exception cref="InvalidDataException">A type's definition lacks what a type must have, or has it in another form.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Add(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            Add(document.RootElement);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"A definition does not have the form of its type: {exception.Message}", exception);
        }
    }

    /// <summary>The packed schema of everything added, for <see cref="SchemaCatalog.Load"/>.</summary>
    /// <param name="fhirVersion">FHIR version of the definitions: <c>4.0.1</c>.</param>
    /// <exception cref="InvalidDataException">An element has a type that was not added.</exception>
    public byte[] Compile(string fhirVersion)
    {
        var rows = types.Values.Select(WithImplicitSystems).ToList();
        foreach (var type in rows)
        {
            if (type.Base is not null && !types.ContainsKey(type.Base))
            {
                throw new InvalidDataException($"{type.Name} specialises {type.Base}, which is not defined.");
            }

            foreach (var element in type.Elements)
            {
                if (element.Types.FirstOrDefault(allowed => !types.ContainsKey(allowed.Type)) is { } missing)
                {
                    throw new InvalidDataException($"{type.Name}.{element.Name} has the type {missing.Type}, which is not defined.");
                }
            }
        }

        return SchemaTable.Write(fhirVersion, rows);
    }

    private void Add(JsonElement resource)
    {
        switch (Text(resource, "resourceType"))
        {
            case "ValueSet":
                valueSets.Add(resource);
                break;
            case "StructureDefinition" when Text(resource, "derivation") != "constraint":
                AddStructure(resource);
                break;
        }
    }

    private TypeRow WithImplicitSystems(TypeRow type) => type with
    {
        Elements = [.. type.Elements.Select(element =>
            element is { BindingStrength: BindingStrength.Required, BindingValueSet: { } valueSet } && element.Types.Any(allowed => allowed.Type == "code")
                ? element with { ImplicitSystem = valueSets.OnlySystem(valueSet) }
                : element)],
    };

    private void AddStructure(JsonElement definition)
    {
        var name = Text(definition, "type") ?? throw new InvalidDataException("A StructureDefinition has no type.");
        var kind = Text(definition, "kind") switch
        {
            "primitive-type" => TypeKind.Primitive,
            "complex-type" => TypeKind.Complex,
            "resource" => TypeKind.Resource,
            _ => (TypeKind?)null,
        };
        if (kind is null)
        {
            return;
        }

        if (!definition.TryGetProperty("snapshot", out var snapshot) || !snapshot.TryGetProperty("element", out var elements))
        {
            throw new InvalidDataException($"The StructureDefinition of {name} has no snapshot.");
        }

        var byPath = elements.EnumerateArray().ToLookup(element => Parent(RequiredText(element, "path", name)), StringComparer.Ordinal);
        var baseType = Text(definition, "baseDefinition") is { } canonical ? canonical[(canonical.LastIndexOf('/') + 1)..] : null;
        var isAbstract = definition.TryGetProperty("abstract", out var flag) && flag.GetBoolean();
        AddType(name, kind.Value, isAbstract, baseType, byPath);
    }

    private void AddType(string name, TypeKind kind, bool isAbstract, string? baseType, ILookup<string, JsonElement> byPath)
    {
        var rows = new List<ElementRow>();
        foreach (var element in byPath[name])
        {
            var path = RequiredText(element, "path", name);
            var max = Text(element, "max") is var text && text == "*" ? int.MaxValue : int.Parse(text ?? "1", CultureInfo.InvariantCulture);

            // A primitive's value is the primitive itself, not a child. An element that can never occur is no element.
            if (max == 0 || (kind == TypeKind.Primitive && path == $"{name}.value"))
            {
                continue;
            }

            var row = ReadElement(element, path, max, kind);
            if (byPath.Contains(path))
            {
                AddType(path, TypeKind.Backbone, isAbstract: false, row.Types[0].Type, byPath);
                row = row with { Types = [new ElementTypeRow(path, [])] };
            }

            rows.Add(row);
        }

        var primitive = kind == TypeKind.Primitive ? Enum.Parse<PrimitiveKind>(name, ignoreCase: true) : PrimitiveKind.None;
        types[name] = new TypeRow(name, kind, primitive, isAbstract, baseType, rows);
    }

    private static ElementRow ReadElement(JsonElement element, string path, int max, TypeKind kind)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        var isChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        var min = element.TryGetProperty("min", out var number) ? number.GetInt32() : 0;
        var row = new ElementRow(isChoice ? name[..^3] : name, min, max, isChoice, Flag(element, "isSummary"), Flag(element, "isModifier"), ReadTypes(element, path, kind));
        if (element.TryGetProperty("binding", out var binding))
        {
            row = row with
            {
                BindingStrength = Text(binding, "strength") switch
                {
                    "example" => BindingStrength.Example,
                    "preferred" => BindingStrength.Preferred,
                    "extensible" => BindingStrength.Extensible,
                    "required" => BindingStrength.Required,
                    _ => BindingStrength.None,
                },
                BindingValueSet = Text(binding, "valueSet"),
            };
        }

        return row;
    }

    private static List<ElementTypeRow> ReadTypes(JsonElement element, string path, TypeKind kind)
    {
        if (Text(element, "contentReference") is { } reference)
        {
            // #Bundle.link: the structure defined at that path of the same definition.
            return [new ElementTypeRow(reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..], [])];
        }

        if (!element.TryGetProperty("type", out var types))
        {
            throw new InvalidDataException($"{path} has no type.");
        }

        var rows = new List<ElementTypeRow>();
        foreach (var type in types.EnumerateArray())
        {
            var code = RequiredText(type, "code", path);
            if (code.StartsWith(SystemTypes, StringComparison.Ordinal))
            {
                // R4's snapshots call Resource.id a string; R4 resource 2.26.3.1 defines it as id.
                code = kind == TypeKind.Resource && path.EndsWith(".id", StringComparison.Ordinal) && path.Count(c => c == '.') == 1 ? "id" : FhirType(type);
            }

            var targets = type.TryGetProperty("targetProfile", out var profiles) ? profiles.EnumerateArray().Select(profile => profile.GetString()!).ToArray() : [];
            rows.Add(new ElementTypeRow(code, targets is [AnyResource] ? [] : targets));
        }

        return rows;
    }

    private static string FhirType(JsonElement type)
    {
        if (type.TryGetProperty("extension", out var extensions))
        {
            foreach (var extension in extensions.EnumerateArray())
            {
                if (Text(extension, "url") == FhirTypeExtension)
                {
                    return Text(extension, "valueUrl") ?? Text(extension, "valueUri") ?? "string";
                }
            }
        }

        return "string";
    }

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string RequiredText(JsonElement element, string name, string where) =>
        Text(element, name) ?? throw new InvalidDataException($"A part of the definition of {where} has no {name}.");
}

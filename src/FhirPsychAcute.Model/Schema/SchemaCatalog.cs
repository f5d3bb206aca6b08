using System.Diagnostics.CodeAnalysis;

namespace FhirPsychAcute.Model;

/// <summary>All types of one FHIR version with their elements. Immutable after loading and safe for any number of threads.</summary>
public sealed partial class SchemaCatalog
{
    private readonly TypeSchema[] types;
    private readonly ElementSchema[] elements;
    private readonly Dictionary<string, TypeSchema> byName;
    private readonly Dictionary<string, int> nameIds;

    internal SchemaCatalog(string fhirVersion, TypeSchema[] types, ElementSchema[] elements, Dictionary<string, int> nameIds)
    {
        // A document's nodes hold these numbers in 16 bits, and reading an object keeps a bit per element of its type.
        if (types.Length > ushort.MaxValue || elements.Length >= ushort.MaxValue || nameIds.Count >= ushort.MaxValue || Array.Exists(types, type => type.Elements.Count > 128))
        {
            throw new InvalidDataException("The definitions have more types, or a type more elements, than documents can number.");
        }

        FhirVersion = fhirVersion;
        this.types = types;
        this.elements = elements;
        this.nameIds = nameIds;
        byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads the packed form that <see cref="SchemaCompiler"/> makes; the catalog keeps pointing into <paramref name="packed"/>.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or not a packed schema.</exception>
    public static SchemaCatalog Load(ReadOnlyMemory<byte> packed) => SchemaTable.Read(packed);

    /// <summary>FHIR version of the definitions: <c>4.0.1</c>.</summary>
    public string FhirVersion { get; }

    /// <summary>Every type; a type's <see cref="TypeSchema.Id"/> is its index here.</summary>
    public IReadOnlyList<TypeSchema> Types => types;

    /// <summary>Every element of every type; an element's <see cref="ElementSchema.Id"/> is its index here.</summary>
    public IReadOnlyList<ElementSchema> Elements => elements;

    internal TypeSchema[] TypeTable => types;

    internal ElementSchema[] ElementTable => elements;

    /// <summary>The concrete resource types in alphabetical order (146 in R4, with Parameters and Bundle among them).</summary>
    public IEnumerable<TypeSchema> ResourceTypes =>
        types.Where(type => type is { IsResource: true, IsAbstract: false }).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The type of that name (<c>Patient</c>, <c>HumanName</c>, <c>Patient.contact</c>), or false.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out TypeSchema? type) => byName.TryGetValue(name, out type);

    /// <summary>The type of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such type.</exception>
    public TypeSchema Type(string name) =>
        byName.TryGetValue(name, out var type) ? type : throw new KeyNotFoundException($"FHIR {FhirVersion} has no type named '{name}'.");

    /// <summary>The concrete resource type of that name, or false.</summary>
    public bool TryGetResourceType(string name, [NotNullWhen(true)] out TypeSchema? type) =>
        byName.TryGetValue(name, out type) && type is { IsResource: true, IsAbstract: false };

    /// <summary>The number that elements of this name carry as <see cref="ElementSchema.NameId"/>; -1 when no type has such an element.</summary>
    public int NameId(string elementName) => nameIds.GetValueOrDefault(elementName, -1);
}

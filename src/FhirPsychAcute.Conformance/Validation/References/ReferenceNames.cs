using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>The numbers of the element names that references are about, looked up once per catalog, and the types concerned.</summary>
internal sealed class ReferenceNames
{
    private static readonly ConditionalWeakTable<SchemaCatalog, ReferenceNames> Known = new();

    private ReferenceNames(SchemaCatalog schema)
    {
        Reference = schema.NameId("reference");
        Type = schema.NameId("type");
        Identifier = schema.NameId("identifier");
        Display = schema.NameId("display");
        FullUrl = schema.NameId("fullUrl");
        Resource = schema.NameId("resource");
        Entry = schema.NameId("entry");
        Contained = schema.NameId("contained");
        Id = schema.NameId("id");
        Meta = schema.NameId("meta");
        VersionId = schema.NameId("versionId");
        ReferenceType = schema.Type("Reference");
        Bundle = schema.Type("Bundle");
        Parameters = schema.Type("Parameters");
    }

    public int Reference { get; }

    public int Type { get; }

    public int Identifier { get; }

    public int Display { get; }

    public int FullUrl { get; }

    public int Resource { get; }

    public int Entry { get; }

    public int Contained { get; }

    public int Id { get; }

    public int Meta { get; }

    public int VersionId { get; }

    /// <summary>The datatype Reference.</summary>
    public TypeSchema ReferenceType { get; }

    public TypeSchema Bundle { get; }

    public TypeSchema Parameters { get; }

    public static ReferenceNames Of(SchemaCatalog schema) => Known.GetValue(schema, static schema => new ReferenceNames(schema));

    /// <summary>The first child of that name, or no element.</summary>
    public static Element Child(Element element, int nameId)
    {
        foreach (var child in element.ChildrenNamed(nameId))
        {
            return child;
        }

        return default;
    }
}

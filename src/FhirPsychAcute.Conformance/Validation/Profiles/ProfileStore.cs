using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Conformance.Validation.Extensions;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>
/// Types, profiles and extensions in compiled form, each made when first needed and kept as long as its definition. What a definition names is resolved from where it
/// stands, so that one store serves all libraries. Safe for any number of threads.
/// </summary>
internal sealed class ProfileStore
{
    private const string BaseDefinitions = "http://hl7.org/fhir/StructureDefinition/";
    private static readonly Lazy<ProfileStore> One = new(() => new ProfileStore());
    private readonly ConditionalWeakTable<Definition, CompiledProfile> profiles = new();
    private readonly ConditionalWeakTable<DefinitionScope, ExtensionCatalog> extensions = new();
    private readonly SchemaCatalog schema;

    private ProfileStore()
    {
        schema = DefinitionLibrary.R4.Schema;
        Snapshots = new SnapshotSource();
        BaseTypes = new BaseTypes(DefinitionLibrary.R4.Root, this);
    }

    /// <summary>The store.</summary>
    public static ProfileStore Instance => One.Value;

    /// <summary>The types of R4.</summary>
    public BaseTypes BaseTypes { get; }

    /// <summary>Snapshots, published or generated.</summary>
    public SnapshotSource Snapshots { get; }

    /// <summary>The profile of that canonical; null when there is none.</summary>
    public CompiledProfile? Find(string canonical, DefinitionScope scope) =>
        scope.TryResolve(canonical, out var definition) && definition.ResourceType is "StructureDefinition" ? Of(definition) : null;

    /// <summary>A StructureDefinition in compiled form.</summary>
    public CompiledProfile Of(Definition definition) => profiles.GetValue(definition, Compile);

    /// <summary>The extensions that can be seen from somewhere.</summary>
    public ExtensionCatalog Extensions(DefinitionScope scope) => extensions.GetValue(scope, scope => new ExtensionCatalog(scope, this));

    /// <summary>The type of R4 whose own definition a canonical names; null for any other profile.</summary>
    public TypeSchema? BaseTypeOf(string canonical)
    {
        if (!canonical.StartsWith(BaseDefinitions, StringComparison.Ordinal))
        {
            return null;
        }

        var name = canonical[BaseDefinitions.Length..];
        var bar = name.IndexOf('|', StringComparison.Ordinal);
        return schema.TryGetType(bar < 0 ? name : name[..bar], out var type) && type.Kind != TypeKind.Backbone ? type : null;
    }

    private CompiledProfile Compile(Definition definition) => ProfileCompiler.Compile(definition, this);
}

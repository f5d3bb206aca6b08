using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Conformance.Validation.Extensions;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>Everything compiled over one library: types, profiles, extensions, each when first needed and kept. Safe for any number of threads.</summary>
internal sealed class ProfileStore
{
    private const string BaseDefinitions = "http://hl7.org/fhir/StructureDefinition/";
    private static readonly ConditionalWeakTable<DefinitionLibrary, ProfileStore> Stores = new();
    private readonly ConditionalWeakTable<Definition, CompiledProfile> profiles = new();
    private readonly ConditionalWeakTable<DefinitionScope, ExtensionCatalog> extensions = new();
    private readonly SchemaCatalog schema;

    private ProfileStore(DefinitionLibrary library)
    {
        schema = library.Schema;
        Snapshots = new SnapshotSource();
        BaseTypes = new BaseTypes(library.Root, this);
    }

    /// <summary>The types of R4.</summary>
    public BaseTypes BaseTypes { get; }

    /// <summary>Snapshots, published or generated.</summary>
    public SnapshotSource Snapshots { get; }

    /// <summary>The store of a library.</summary>
    public static ProfileStore Of(DefinitionLibrary library) => Stores.GetValue(library, static library => new ProfileStore(library));

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

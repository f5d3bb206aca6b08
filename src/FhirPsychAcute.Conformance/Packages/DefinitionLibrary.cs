using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>All packages that are loaded: R4 as shipped and those of the operator. Immutable and safe for any number of threads.</summary>
public sealed class DefinitionLibrary
{
    private static readonly Lazy<DefinitionLibrary> Shipped = new(() => new DefinitionLibrary(new DefinitionScope(DefinitionStore.R4)));

    private DefinitionLibrary(DefinitionScope root) => Root = root;

    /// <summary>Only what ships with this room.</summary>
    public static DefinitionLibrary R4 => Shipped.Value;

    /// <summary>The types of R4.</summary>
    public SchemaCatalog Schema => Root.Schema;

    /// <summary>The view from outside: everything loaded.</summary>
    public DefinitionScope Root { get; }
}

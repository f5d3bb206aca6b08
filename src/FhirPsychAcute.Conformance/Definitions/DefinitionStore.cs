using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance;

/// <summary>
/// The FHIR R4 definitions that ship with this room in packed form: an index read at start, each definition inflated and parsed when first asked for.
/// Safe for any number of threads.
/// </summary>
public sealed class DefinitionStore
{
    private static readonly Lazy<DefinitionStore> Shipped = new(() => throw new NotSupportedException());

    /// <summary>The definitions of R4 as shipped (DESIGN 5).</summary>
    public static DefinitionStore R4 => Shipped.Value;

    /// <summary>The types and elements of R4.</summary>
    public SchemaCatalog Schema => throw new NotSupportedException();

    /// <summary>The search parameters of R4 (and only R4 core), distilled; cheap to read at start.</summary>
    public IReadOnlyList<SearchParameterDefinition> SearchParameters => throw new NotSupportedException();

    /// <summary>Finds a conformance resource by its canonical url, optionally with <c>|version</c>.</summary>
    public bool TryGet(string canonical, [NotNullWhen(true)] out ResourceDocument? definition) => throw new NotSupportedException();

    /// <summary>Canonical urls of all definitions of one resource type (StructureDefinition, ValueSet ...).</summary>
    public IEnumerable<string> Canonicals(string resourceType) => throw new NotSupportedException();
}

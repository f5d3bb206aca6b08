using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance;

/// <summary>
/// The FHIR R4 definitions that ship with this room in packed form: an index read at start, each definition inflated and parsed when first asked for.
/// Safe for any number of threads.
/// </summary>
public sealed class DefinitionStore
{
    /// <summary>Name of the pack that the build lays beside the program.</summary>
    public const string PackFileName = "fhir-r4.definitions";

    private static readonly Lazy<DefinitionStore> Shipped = new(() => Open(Path.Combine(AppContext.BaseDirectory, PackFileName)));

    private readonly DefinitionPack pack;
    private readonly Lazy<SchemaCatalog> schema;
    private readonly Lazy<SearchParameterDefinition[]> searchParameters;

    // Whoever compiles a definition keeps what it made of it; the documents themselves stay only while someone holds them.
    private readonly ConcurrentDictionary<int, WeakReference<ResourceDocument>> documents = new();

    private DefinitionStore(DefinitionPack pack)
    {
        this.pack = pack;
        schema = new Lazy<SchemaCatalog>(() => SchemaCatalog.Load(pack.Schema));
        searchParameters = new Lazy<SearchParameterDefinition[]>(() => SearchParameterTable.Read(pack.SearchParameters));
    }

    /// <summary>The definitions of R4 as shipped (DESIGN 5).</summary>
    /// <exception cref="FileNotFoundException">The pack is not beside the program.</exception>
    /// <exception cref="InvalidDataException">The pack is damaged.</exception>
    public static DefinitionStore R4 => Shipped.Value;

    /// <summary>Opens a pack of definitions.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or not a pack.</exception>
    public static DefinitionStore Open(string path) => new(DefinitionPack.Open(path));

    /// <summary>The types and elements of R4.</summary>
    public SchemaCatalog Schema => schema.Value;

    /// <summary>
    /// The search parameters of R4 (and only R4 core), distilled; cheap to read at start. Those that the specification marks experimental
    /// (its examples, and parameters on extensions) are not among them.
    /// </summary>
    public IReadOnlyList<SearchParameterDefinition> SearchParameters => searchParameters.Value;

    internal DefinitionPack Pack => pack;

    /// <summary>
    /// Finds a conformance resource by its canonical url, optionally with <c>|version</c>. Where several packages define the url, the package that is home to it
    /// is asked first (HL7 terminology, for terminology.hl7.org), then the core specification.
    /// </summary>
    /// <exception cref="InvalidDataException">The definition is damaged in the pack.</exception>
    public bool TryGet(string canonical, [NotNullWhen(true)] out ResourceDocument? definition) => TryGet(canonical, expansions: false, out definition);

    /// <summary>Finds a value set already expanded, as HL7 published it beside R4, by the value set's canonical url, optionally with <c>|version</c>.</summary>
    /// <exception cref="InvalidDataException">The definition is damaged in the pack.</exception>
    public bool TryGetExpansion(string canonical, [NotNullWhen(true)] out ResourceDocument? valueSet) => TryGet(canonical, expansions: true, out valueSet);

    /// <summary>Canonical urls of all definitions of one resource type (StructureDefinition, ValueSet ...), each once, in order of their bytes.</summary>
    public IEnumerable<string> Canonicals(string resourceType)
    {
        var type = Array.IndexOf(pack.Labels.ResourceTypes, resourceType);
        var last = -1;
        for (var i = 0; i < pack.Count; i++)
        {
            if (pack[i].ResourceType == type && !pack.Labels.Packages[pack[i].Package].IsExpansions && pack[i].UrlStart != last)
            {
                last = pack[i].UrlStart;
                yield return Encoding.UTF8.GetString(pack.Url(i));
            }
        }
    }

    private bool TryGet(string canonical, bool expansions, [NotNullWhen(true)] out ResourceDocument? definition)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var version = bar < 0 ? null : canonical[(bar + 1)..];
        var (start, end) = pack.Find(bar < 0 ? canonical : canonical.AsSpan(0, bar));
        for (var i = start; i < end; i++)
        {
            var row = pack[i];
            if (pack.Labels.Packages[row.Package].IsExpansions == expansions
                && (version is null || (row.Version >= 0 && pack.Labels.Versions[row.Version] == version)))
            {
                definition = Document(i);
                return true;
            }
        }

        definition = null;
        return false;
    }

    /// <summary>The definition at a place of the index.</summary>
    internal ResourceDocument Document(int index)
    {
        if (documents.TryGetValue(index, out var known) && known.TryGetTarget(out var document))
        {
            return document;
        }

        var read = ResourceDocument.Parse(pack.Inflate(index), Schema);
        document = read.Document
            ?? throw new InvalidDataException($"The definition {Encoding.UTF8.GetString(pack.Url(index))} cannot be read: {read.Issues[0].Message}");
        documents[index] = new WeakReference<ResourceDocument>(document);
        return document;
    }
}

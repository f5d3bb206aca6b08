using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What interactions work with: the store, the definitions, searching and indexing, the clock. One per server; safe for any number of threads.</summary>
internal sealed class FhirService
{
    public FhirService(FhirStore store, SchemaCatalog schema, SearchGate search, ResourceIndexer indexer, ServerOptions options, TimeProvider clock)
    {
        Store = store;
        Schema = schema;
        Search = search;
        Options = options;
        Writes = new WritePreparation(schema, indexer, clock, options);
        Capabilities = new CapabilityStatementSource(this);
        Validation = new ValidationService(DefinitionLibrary.R4, Writes);
    }

    /// <summary>Where resources live.</summary>
    public FhirStore Store { get; }

    /// <summary>Types and elements of R4.</summary>
    public SchemaCatalog Schema { get; }

    /// <summary>Turns parameters into checked searches.</summary>
    public SearchGate Search { get; }

    /// <summary>Settings.</summary>
    public ServerOptions Options { get; }

    /// <summary>Makes what the store writes out of what was received.</summary>
    public WritePreparation Writes { get; }

    /// <summary>Checks resources against R4 and profiles.</summary>
    public ValidationService Validation { get; }

    /// <summary>The CapabilityStatement.</summary>
    public CapabilityStatementSource Capabilities { get; }
}

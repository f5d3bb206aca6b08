using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>One entry of a transaction on its way: what was received, what it was found to mean, what it will write, what it answers.</summary>
internal sealed class PlannedEntry(IncomingEntry entry, FhirRequest request)
{
    /// <summary>As received.</summary>
    public IncomingEntry Entry { get; } = entry;

    /// <summary>The interaction asked for.</summary>
    public FhirRequest Request { get; } = request;

    /// <summary>The resource, read; null for reads and deletes.</summary>
    public ResourceDocument? Document { get; set; }

    /// <summary>What validation found in the resource, as seen from the Bundle.</summary>
    public IReadOnlyList<OutcomeIssue> Findings { get; set; } = [];

    /// <summary>Elements of the resource that may point at another entry or hold a conditional reference; null for none.</summary>
    public List<Element>? Links { get; set; }

    /// <summary>Logical id of the resource that the entry is about; null when there is none (a conditional delete without match).</summary>
    public string? Id { get; set; }

    /// <summary>Its version before the transaction; null for none.</summary>
    public StoredVersion? Current { get; set; }

    /// <summary>Whether the entry changes nothing: a conditional create that found the resource, a delete of what is not there.</summary>
    public bool ChangesNothing { get; set; }

    /// <summary>The resource as it will be stored, links rewritten; null when none is.</summary>
    public ResourceDocument? Stored { get; set; }

    /// <summary>What the rules of the field found, as seen from the Bundle.</summary>
    public IReadOnlyList<OutcomeIssue> RuleFindings { get; set; } = [];

    /// <summary>The change; null when there is none.</summary>
    public WriteOperation? Operation { get; set; }

    /// <summary>Whether the entry reads or searches.</summary>
    public bool IsRead => Request.Verb is HttpVerb.Get or HttpVerb.Head;

    /// <summary>A refusal of this entry as seen from the Bundle.</summary>
    public FhirError Refuse(FhirError error, IncomingBundle bundle, SchemaCatalog schema) => EntryFault.Place(error, Entry, bundle.Source.Span, schema);
}

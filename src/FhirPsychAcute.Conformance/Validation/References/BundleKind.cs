namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>Bundle.type (http://hl7.org/fhir/R4/valueset-bundle-type.html).</summary>
internal enum BundleKind : byte
{
    /// <summary>No type, or one that R4 does not know.</summary>
    Unknown,
    /// <summary>document</summary>
    Document,
    /// <summary>message</summary>
    Message,
    /// <summary>transaction</summary>
    Transaction,
    /// <summary>transaction-response</summary>
    TransactionResponse,
    /// <summary>batch</summary>
    Batch,
    /// <summary>batch-response</summary>
    BatchResponse,
    /// <summary>history</summary>
    History,
    /// <summary>searchset</summary>
    Searchset,
    /// <summary>collection</summary>
    Collection,
}

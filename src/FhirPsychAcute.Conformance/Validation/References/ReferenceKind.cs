namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>What the text of a literal reference is (http://hl7.org/fhir/R4/references.html#literal).</summary>
internal enum ReferenceKind : byte
{
    /// <summary><c>Type/id</c>, possibly with <c>/_history/version</c>.</summary>
    Relative,
    /// <summary>An absolute url that ends as <see cref="Relative"/> does.</summary>
    Rest,
    /// <summary>Any other absolute url.</summary>
    Absolute,
    /// <summary><c>urn:uuid:</c>, <c>urn:oid:</c> or another urn.</summary>
    Urn,
    /// <summary><c>#id</c>, or <c>#</c> alone for the container.</summary>
    Fragment,
    /// <summary><c>Type?search</c>: allowed in a transaction, where the server puts the match in its place.</summary>
    Conditional,
    /// <summary>A relative url that is not <c>Type/id</c>.</summary>
    OtherRelative,
    /// <summary>No url at all.</summary>
    NotUrl,
}

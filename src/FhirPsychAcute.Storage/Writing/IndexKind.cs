namespace FhirPsychAcute.Storage.Writing;

/// <summary>The index tables, one for each type of search parameter.</summary>
internal enum IndexKind : byte
{
    Token,
    String,
    Date,
    Number,
    Quantity,
    Uri,
    Reference,
}

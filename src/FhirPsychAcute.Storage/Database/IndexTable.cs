namespace FhirPsychAcute.Storage.Database;

/// <summary>The index tables, one for each type of search parameter.</summary>
internal enum IndexTable : byte
{
    Token,
    String,
    Date,
    Number,
    Quantity,
    Uri,
    Reference,
}

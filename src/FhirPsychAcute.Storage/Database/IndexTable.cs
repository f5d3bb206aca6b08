namespace FhirPsychAcute.Storage.Database;

/// <summary>The index tables, one for each type of search parameter. The numbers stand in stored versions (`resource_version.entries`): they must not change.</summary>
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

namespace FhirPsychAcute.Storage.Database.Entities;

/// <summary>A resource type that occurs in the store.</summary>
internal sealed class ResourceTypeRow
{
    public int Id { get; set; }

    public required string Name { get; set; }
}

/// <summary>A system url of tokens and quantities.</summary>
internal sealed class IndexSystemRow
{
    public long Id { get; set; }

    public required string Url { get; set; }
}

/// <summary>The number of a search parameter of one resource type.</summary>
internal sealed class SearchParameterRow
{
    public int Number { get; set; }

    public int TypeId { get; set; }

    public required string Url { get; set; }
}

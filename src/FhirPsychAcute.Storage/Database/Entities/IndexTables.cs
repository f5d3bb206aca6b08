namespace FhirPsychAcute.Storage.Database.Entities;

// One class per index table; what the columns mean stands in Indexing/IndexRows.cs and README.md.

internal abstract class IndexEntry
{
    public int Param { get; set; }

    public long ResourceKey { get; set; }

    public int Grp { get; set; }
}

internal sealed class IndexTokenRow : IndexEntry
{
    public required string Code { get; set; }

    public long SystemId { get; set; }
}

internal sealed class IndexStringRow : IndexEntry
{
    public required string Folded { get; set; }

    public int Ordinal { get; set; }

    public required string Exact { get; set; }
}

internal sealed class IndexDateRow : IndexEntry
{
    public long StartAt { get; set; }

    public long EndAt { get; set; }
}

internal sealed class IndexNumberRow : IndexEntry
{
    public double Low { get; set; }

    public double High { get; set; }
}

internal sealed class IndexQuantityRow : IndexEntry
{
    public double Low { get; set; }

    public double High { get; set; }

    public required string Code { get; set; }

    public long SystemId { get; set; }
}

internal sealed class IndexUriRow : IndexEntry
{
    public required string Value { get; set; }
}

internal sealed class IndexReferenceRow : IndexEntry
{
    public long TargetKey { get; set; }

    public required string Url { get; set; }

    public required string TargetVersion { get; set; }
}

namespace FhirPsychAcute.Storage;

/// <summary>A token row: system and code of one Coding, Identifier, code, boolean, ContactPoint ...</summary>
/// <param name="Parameter">Number of the search parameter (<see cref="SearchParameterRegistry"/>).</param>
/// <param name="System">System url; empty when none was given.</param>
/// <param name="Code">Code or value; empty when none was given.</param>
public readonly record struct TokenRow(int Parameter, string System, string Code);

/// <summary>A string row: the value as searched (folded) and as <c>:exact</c> compares it.</summary>
public readonly record struct StringRow(int Parameter, string Folded, string Exact);

/// <summary>A date row: the period covered, in microseconds since 1970-01-01T00:00:00Z; the end is exclusive.</summary>
public readonly record struct DateRow(int Parameter, long Start, long End);

/// <summary>A number row: the implied range of the value as written (R4 search 3.1.1.4.7), and the value itself.</summary>
public readonly record struct NumberRow(int Parameter, double Low, double High, double Value);

/// <summary>A quantity row: number range with unit system and code; empty strings when absent.</summary>
public readonly record struct QuantityRow(int Parameter, string System, string Code, double Low, double High, double Value);

/// <summary>A uri row.</summary>
public readonly record struct UriRow(int Parameter, string Value);

/// <summary>A reference row: type and id of a resource here, or an absolute url elsewhere, or a canonical; version when the reference named one.</summary>
public readonly record struct ReferenceRow(int Parameter, string TargetType, string TargetId, string Url, string Version);

/// <summary>One combination of a composite parameter's components that occurs in one focus element: each component's rows in a canonical text form.</summary>
public readonly record struct CompositeRow(int Parameter, IndexRows Components);

/// <summary>All index rows of one resource, gathered by <see cref="ResourceIndexer"/>. Reusable: <see cref="Clear"/> keeps the buffers.</summary>
public sealed class IndexRows
{
    /// <summary>Token rows.</summary>
    public List<TokenRow> Tokens { get; } = [];

    /// <summary>String rows.</summary>
    public List<StringRow> Strings { get; } = [];

    /// <summary>Date rows.</summary>
    public List<DateRow> Dates { get; } = [];

    /// <summary>Number rows.</summary>
    public List<NumberRow> Numbers { get; } = [];

    /// <summary>Quantity rows.</summary>
    public List<QuantityRow> Quantities { get; } = [];

    /// <summary>Uri rows.</summary>
    public List<UriRow> Uris { get; } = [];

    /// <summary>Reference rows.</summary>
    public List<ReferenceRow> References { get; } = [];

    /// <summary>Composite rows.</summary>
    public List<CompositeRow> Composites { get; } = [];

    /// <summary>Empties the rows and keeps the buffers.</summary>
    public void Clear()
    {
        Tokens.Clear();
        Strings.Clear();
        Dates.Clear();
        Numbers.Clear();
        Quantities.Clear();
        Uris.Clear();
        References.Clear();
        Composites.Clear();
    }
}

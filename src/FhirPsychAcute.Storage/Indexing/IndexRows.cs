namespace FhirPsychAcute.Storage;

// Every row carries:
//   Parameter  number of the search parameter for one resource type (SearchParameterRegistry): Observation.code and Condition.code have different numbers,
//              so a row's parameter implies the type of its resource and a search needs no join to find it out.
//   Group      0 for an ordinary row. A composite parameter has no rows of its own: each of its components has a parameter number and writes rows of the
//              component's type into the same tables, where Group numbers the focus element (from 1), so that a composite matches where all its components
//              have a matching row with the same resource and the same group.
// No two rows of one resource are equal.
//
// What searching looks up, per table (R = key of the resource):
//   token      Parameter, Code [, System] -> R;     R, Parameter -> rows (missing, sort)
//   string     Parameter, Folded (range) -> R;      R, Parameter -> rows
//   date       Parameter, Start (range) -> R, End;  Parameter, End (range) -> R;  R, Parameter -> rows
//   number     Parameter, Low (range) -> R;         R, Parameter -> rows
//   quantity   Parameter, Low (range) -> R, ...;    R, Parameter -> rows
//   uri        Parameter, Value (equality, range) -> R;  R, Parameter -> rows
//   reference  Parameter, TargetId, TargetType -> R;  Parameter, Url -> R;  R, Parameter -> rows (include, chain)

/// <summary>A token row: system and code of one Coding, Identifier, code, boolean, ContactPoint ...</summary>
/// <param name="Parameter">Number of the search parameter (<see cref="SearchParameterRegistry"/>).</param>
/// <param name="System">System url; empty when none was given.</param>
/// <param name="Code">Code or value; empty when none was given.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct TokenRow(int Parameter, string System, string Code, int Group = 0);

/// <summary>A string row.</summary>
/// <param name="Parameter">Number of the search parameter.</param>
/// <param name="Folded">The value as it is searched and sorted (<see cref="DanishFolding"/>): its ordinal (UTF-8 byte) order is the Danish alphabetical order. At most 512 characters.</param>
/// <param name="Exact">The value as written, for <c>:exact</c>. Of any length; never a key.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct StringRow(int Parameter, string Folded, string Exact, int Group = 0);

/// <summary>A date row: the period covered, in microseconds since 1970-01-01T00:00:00Z.</summary>
/// <param name="Parameter">Number of the search parameter.</param>
/// <param name="Start">First microsecond; <see cref="long.MinValue"/> when the period has no beginning.</param>
/// <param name="End">First microsecond after the period; <see cref="long.MaxValue"/> when it has no end.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct DateRow(int Parameter, long Start, long End, int Group = 0);

/// <summary>A number row: the value, or the range of a Range or of a quantity with comparator.</summary>
/// <param name="Parameter">Number of the search parameter.</param>
/// <param name="Low">Lower bound; the value itself for a plain number; negative infinity when unbounded.</param>
/// <param name="High">Upper bound; the value itself for a plain number; positive infinity when unbounded.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct NumberRow(int Parameter, double Low, double High, int Group = 0);

/// <summary>A quantity row: a number range with unit.</summary>
/// <param name="Parameter">Number of the search parameter.</param>
/// <param name="System">System of the unit code; empty when absent.</param>
/// <param name="Code">Unit code; empty when absent. The human unit, where it differs, makes a row of its own without system.</param>
/// <param name="Low">Lower bound; the value itself for a plain quantity; negative infinity when unbounded.</param>
/// <param name="High">Upper bound; the value itself for a plain quantity; positive infinity when unbounded.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct QuantityRow(int Parameter, string System, string Code, double Low, double High, int Group = 0);

/// <summary>A uri row.</summary>
public readonly record struct UriRow(int Parameter, string Value, int Group = 0);

/// <summary>A reference row: a resource here by type and id, or anything else by url.</summary>
/// <param name="Parameter">Number of the search parameter.</param>
/// <param name="TargetType">Resource type of a target on this server; otherwise empty.</param>
/// <param name="TargetId">Logical id of a target on this server; otherwise empty.</param>
/// <param name="Url">Absolute url elsewhere, urn, or canonical without its version; empty for a target on this server.</param>
/// <param name="Version">Version that the reference or canonical named; otherwise empty.</param>
/// <param name="Group">Focus element of a composite's component, from 1; 0 otherwise.</param>
public readonly record struct ReferenceRow(int Parameter, string TargetType, string TargetId, string Url, string Version, int Group = 0);

/// <summary>All index rows of one resource, gathered by <see cref="ResourceIndexer"/>. Reusable: <see cref="Clear"/> keeps the buffers.</summary>
public sealed class IndexRows
{
    /// <summary>No rows, for deletions; nobody may add to it.</summary>
    public static IndexRows Empty { get; } = new();

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
    }
}

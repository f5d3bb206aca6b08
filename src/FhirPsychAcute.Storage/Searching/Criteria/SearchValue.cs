using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Prefixes of ordered values (R4 search 3.1.1.4.5).</summary>
internal enum SearchPrefix : byte
{
    Eq,
    Ne,
    Gt,
    Lt,
    Ge,
    Le,
    Sa,
    Eb,
    Ap,
}

/// <summary>One alternative of a criterion's values.</summary>
internal abstract record SearchValue;

/// <summary>A token. Null means any; an empty system means "no system".</summary>
internal sealed record TokenValue(string? System, string? Code) : SearchValue;

/// <summary>A token whose system is known by its number in the store.</summary>
internal sealed record SystemTokenValue(long SystemId, string Code) : SearchValue;

/// <summary>How a string is compared.</summary>
internal enum StringMatch : byte
{
    StartsWith,
    Contains,
    Exact,
}

/// <summary>A string, folded and as written.</summary>
internal sealed record StringValue(StringMatch Match, string Folded, string Exact) : SearchValue;

/// <summary>A date with the period that it covers.</summary>
internal sealed record DateValue(SearchPrefix Prefix, DateRange Range) : SearchValue;

/// <summary>A number, or the number of a quantity.</summary>
internal sealed record NumberValue(SearchPrefix Prefix, NumberRange Range) : SearchValue;

/// <summary>A quantity. System and code null: any; the code is compared with the row's code, which may be a human unit.</summary>
internal sealed record QuantityValue(NumberValue Number, string? System, string? Code) : SearchValue;

/// <summary>How a uri is compared.</summary>
internal enum UriMatch : byte
{
    Equal,
    Below,
    Above,
}

/// <summary>A uri.</summary>
internal sealed record UriValue(UriMatch Match, string Value) : SearchValue;

/// <summary>A reference to a resource here: by id, of one of the types.</summary>
/// <param name="Types">Possible types.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Version">Version named; empty: any.</param>
/// <param name="Url">Own url of it in case nothing here has the id, or a url elsewhere; empty: none.</param>
internal sealed record ReferenceValue(IReadOnlyList<string> Types, string Id, string Version, string Url) : SearchValue;

/// <summary>A place with a distance around it.</summary>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Kilometres">Radius.</param>
internal sealed record NearValue(double Latitude, double Longitude, double Kilometres) : SearchValue;

using System.Globalization;
using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Reads single values by the type of their parameter (R4 search 3.1.1.4). Messages name the reason, never the value.</summary>
internal sealed class ValueParser(SearchParameterRegistry registry, SearchOptions options)
{
    private readonly HashSet<string> ownBaseUrls = [.. options.OwnBaseUrls.Select(url => url.TrimEnd('/'))];

    /// <summary>The time zone of values without one.</summary>
    public TimeZoneInfo TimeZone => options.TimeZone;

    /// <summary>A token: <c>code</c>, <c>system|code</c>, <c>|code</c>, <c>system|</c>.</summary>
    public static Parsed<TokenValue> Token(string text)
    {
        var bar = SearchText.IndexOf(text, '|');
        if (bar < 0)
        {
            return new TokenValue(null, SearchText.Unescape(text));
        }

        var system = SearchText.Unescape(text[..bar]);
        var code = SearchText.Unescape(text[(bar + 1)..]);
        if (system.Length == 0 && code.Length == 0)
        {
            return new SearchFault(SearchIssueCode.Value, "has neither system nor code");
        }

        // R4: booleans may be written with this system, under which they are not stored.
        return system is "http://hl7.org/fhir/special-values" or "http://terminology.hl7.org/CodeSystem/special-values"
            ? new TokenValue(null, code)
            : new TokenValue(system, code.Length == 0 ? null : code);
    }

    /// <summary>An identifier of a type: <c>type-system|type-code|value</c> (<c>:of-type</c>).</summary>
    public static Parsed<TokenValue> OfType(string text)
    {
        var parts = SearchText.Split(text, '|');
        if (parts.Count != 3 || parts.Exists(static part => part.Length == 0))
        {
            return new SearchFault(SearchIssueCode.Value, "is not of the form system|code|value that :of-type asks for");
        }

        return new TokenValue(SearchText.Unescape(parts[0]), TokenRows.OfTypeCode(SearchText.Unescape(parts[1]), SearchText.Unescape(parts[2])));
    }

    /// <summary>A string.</summary>
    public static Parsed<StringValue> String(string text, StringMatch match)
    {
        var exact = SearchText.Unescape(text);
        var folded = DanishFolding.Fold(exact);
        return folded.Length == 0
            ? new SearchFault(SearchIssueCode.Value, "is empty")
            : new StringValue(match, folded, exact);
    }

    /// <summary>A date with prefix.</summary>
    public Parsed<DateValue> Date(string text)
    {
        var prefix = TakePrefix(ref text);
        return DateRange.TryParse(text, options.TimeZone, out var range)
            ? new DateValue(prefix, range)
            : new SearchFault(SearchIssueCode.Value, "is not a date: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss[.fff]] with Z or an offset, after one of eq ne gt lt ge le sa eb ap or none");
    }

    /// <summary>A number with prefix.</summary>
    public static Parsed<NumberValue> Number(string text)
    {
        var prefix = TakePrefix(ref text);
        return NumberRange.TryParse(text, out var range)
            ? new NumberValue(prefix, range)
            : new SearchFault(SearchIssueCode.Value, "is not a number, after one of eq ne gt lt ge le sa eb ap or none");
    }

    /// <summary>A quantity: <c>number</c>, <c>number|system|code</c>, <c>number||code</c>.</summary>
    public static Parsed<QuantityValue> Quantity(string text)
    {
        var parts = SearchText.Split(text, '|');
        if (parts.Count is not (1 or 3))
        {
            return new SearchFault(SearchIssueCode.Value, "is not a quantity: number, number|system|code or number||code");
        }

        var number = Number(SearchText.Unescape(parts[0]));
        if (number.Fault is { } fault)
        {
            return fault;
        }

        var system = parts.Count == 3 ? SearchText.Unescape(parts[1]) : "";
        var code = parts.Count == 3 ? SearchText.Unescape(parts[2]) : "";
        return new QuantityValue(number.Value!, system.Length == 0 ? null : system, code.Length == 0 ? null : code);
    }

    /// <summary>A place: <c>latitude|longitude</c>, <c>|distance</c> (default 50) and <c>|unit</c> (default km).</summary>
    public static Parsed<NearValue> Near(string text)
    {
        var parts = SearchText.Split(text, '|');
        if (parts.Count is < 2 or > 4 ||
            !NumberRange.TryParse(parts[0], out var latitude) || !NumberRange.TryParse(parts[1], out var longitude) ||
            Math.Abs(latitude.Value) > 90 || Math.Abs(longitude.Value) > 180)
        {
            return new SearchFault(SearchIssueCode.Value, "is not a place: latitude|longitude|distance|unit, in degrees, the last two optional");
        }

        double distance = 50;
        if (parts.Count > 2 && parts[2].Length > 0)
        {
            if (!NumberRange.TryParse(parts[2], out var given) || given.Value < 0)
            {
                return new SearchFault(SearchIssueCode.Value, "has a distance that is not a number of 0 or more");
            }

            distance = given.Value;
        }

        double? unit = parts.Count < 4 ? 1 : SearchText.Unescape(parts[3]) switch
        {
            "" or "km" => 1,
            "m" => 0.001,
            "[mi_i]" or "mi" => 1.609344,
            "[mi_us]" => 1.609347,
            _ => null,
        };
        return unit is null
            ? new SearchFault(SearchIssueCode.Value, "has a unit of distance other than km, m, [mi_i] and [mi_us]")
            : new NearValue(latitude.Value, longitude.Value, distance * unit.Value);
    }

    /// <summary>A uri.</summary>
    public static Parsed<UriValue> Uri(string text, UriMatch match)
    {
        var value = SearchText.Unescape(text);
        return value.Length == 0 ? new SearchFault(SearchIssueCode.Value, "is empty") : new UriValue(match, value);
    }

    /// <summary>A reference: <c>id</c>, <c>Type/id</c>, an absolute url, a canonical with or without version.</summary>
    /// <param name="text">The value.</param>
    /// <param name="targets">Types that the parameter may point at.</param>
    /// <param name="only">The type that a modifier states; null: any of the targets.</param>
    public Parsed<ReferenceValue> Reference(string text, IReadOnlyList<string> targets, string? only)
    {
        var value = SearchText.Unescape(text);
        if (IsId(value))
        {
            return new ReferenceValue(only is null ? targets : [only], value, "", "");
        }

        var utf8 = Encoding.UTF8.GetBytes(value);
        var target = ReferenceTarget.Parse(utf8, registry.Schema);
        switch (target.Kind)
        {
            case ReferenceKind.Resource when target.BaseUrl.IsEmpty || ownBaseUrls.Contains(Encoding.UTF8.GetString(target.BaseUrl)):
                var type = target.Type!.Name;
                if (only is not null && only != type)
                {
                    return new SearchFault(SearchIssueCode.Value, $"points at a {type}, but the modifier says {only}");
                }

                return new ReferenceValue([type], Encoding.UTF8.GetString(target.Id), Encoding.UTF8.GetString(target.Version), "");
            case ReferenceKind.Resource:
                return new ReferenceValue([], "", Encoding.UTF8.GetString(target.Version), Encoding.UTF8.GetString(target.WithoutVersion));
            case ReferenceKind.Other when value.Contains(':', StringComparison.Ordinal):
                var bar = value.IndexOf('|', StringComparison.Ordinal);
                return bar < 0 ? new ReferenceValue([], "", "", value) : new ReferenceValue([], "", value[(bar + 1)..], value[..bar]);
            default:
                return new SearchFault(SearchIssueCode.Value, "is not a reference: an id, Type/id with a resource type of R4, or an absolute url");
        }
    }

    private static bool IsId(string text)
    {
        if (text.Length is 0 or > 64)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static SearchPrefix TakePrefix(ref string text)
    {
        if (text.Length < 2)
        {
            return SearchPrefix.Eq;
        }

        SearchPrefix? prefix = text.AsSpan(0, 2) switch
        {
            "eq" => SearchPrefix.Eq,
            "ne" => SearchPrefix.Ne,
            "gt" => SearchPrefix.Gt,
            "lt" => SearchPrefix.Lt,
            "ge" => SearchPrefix.Ge,
            "le" => SearchPrefix.Le,
            "sa" => SearchPrefix.Sa,
            "eb" => SearchPrefix.Eb,
            "ap" => SearchPrefix.Ap,
            _ => null,
        };
        if (prefix is null)
        {
            return SearchPrefix.Eq;
        }

        text = text[2..];
        return prefix.Value;
    }
}

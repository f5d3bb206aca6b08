using System.Text;

namespace FhirPsychAcute.Server;

/// <summary>
/// The name-value pairs of a query string or of a form body (application/x-www-form-urlencoded), decoded, in the order given, repetitions kept.
/// </summary>
internal sealed class QueryParameters
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<KeyValuePair<string, string>> items = [];

    /// <summary>No parameters.</summary>
    public static QueryParameters Empty { get; } = new();

    /// <summary>All pairs in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Items => items;

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var item in items)
            {
                if (item.Key == name)
                {
                    return item.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Decodes a query; a leading question mark is skipped.</summary>
    /// <returns>The pairs, or 400 when an escape is broken, the text is not UTF-8 or holds a NUL character.</returns>
    public static Result<QueryParameters> Parse(ReadOnlySpan<char> query)
    {
        if (query is ['?', .. var rest])
        {
            query = rest;
        }

        if (query.IsEmpty)
        {
            return Empty;
        }

        var parameters = new QueryParameters();
        return parameters.Append(query) is { } error ? error : parameters;
    }

    /// <summary>These parameters followed by those of another query or form.</summary>
    public QueryParameters With(QueryParameters others)
    {
        if (others.items.Count == 0)
        {
            return this;
        }

        var all = new QueryParameters();
        all.items.AddRange(items);
        all.items.AddRange(others.items);
        return all;
    }

    /// <summary>These parameters and one more.</summary>
    public QueryParameters With(string name, string value)
    {
        var all = new QueryParameters();
        all.items.AddRange(items);
        all.items.Add(new(name, value));
        return all;
    }

    /// <summary>These parameters but those of that name.</summary>
    public QueryParameters Without(string name)
    {
        var rest = new QueryParameters();
        rest.items.AddRange(items.Where(item => item.Key != name));
        return rest;
    }

    /// <summary>The pairs as a query string without question mark, escaped as RFC 3986 asks.</summary>
    public string ToQuery()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in items)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            text.Append(Escape(name)).Append('=').Append(Escape(value));
        }

        return text.ToString();
    }

    // The characters that FHIR searches are full of and that RFC 3986 allows in a query stay readable.
    private static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal).Replace("%24", "$", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);

    private FhirError? Append(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (name is null || value is null || name.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
            {
                return FhirError.At(name is null ? "query" : Printable(name), StatusCodes.Status400BadRequest, IssueCode.Invalid, "query-encoding");
            }

            items.Add(new(name, value));
        }

        return null;
    }

    private static string Printable(string name) => new(name.Where(c => !char.IsControl(c)).ToArray());

    private static string? Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('%', '+') < 0)
        {
            return text.ToString();
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return null;
                }

                bytes[count++] = Convert.FromHexString(text.Slice(i + 1, 2))[0];
                i += 2;
            }
            else if (c == '+')
            {
                bytes[count++] = (byte)' ';
            }
            else
            {
                var length = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]) ? 2 : 1;
                count += Encoding.UTF8.GetBytes(text.Slice(i, length), bytes.AsSpan(count));
                i += length - 1;
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

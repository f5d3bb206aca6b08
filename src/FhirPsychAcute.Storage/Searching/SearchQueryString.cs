using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Writes a search back as the query of a URL.</summary>
internal static class SearchQueryString
{
    public static string Write(SearchRequest request, string? cursor)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in request.Understood)
        {
            Append(text, name, CprMask.IsIn(value) ? request.Options.SealFor(name, value) : value);
        }

        if (cursor is not null)
        {
            Append(text, SearchRequestParser.CursorParameter, cursor);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string value)
    {
        if (text.Length > 0)
        {
            text.Append('&');
        }

        text.Append(Escape(name)).Append('=').Append(Escape(value));
    }

    // Characters that FHIR searches are full of may stand in a query as they are (RFC 3986: pchar, slash and question mark).
    private static string Escape(string text) =>
        Uri.EscapeDataString(text)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%24", "$", StringComparison.Ordinal)
            .Replace("%2A", "*", StringComparison.Ordinal);
}

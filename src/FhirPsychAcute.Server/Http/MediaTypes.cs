namespace FhirPsychAcute.Server;

/// <summary>Which representation is asked for and sent (R4 http 3.1.0.1.10, 3.1.0.1.11).</summary>
internal static class MediaTypes
{
    public const string FhirJson = "application/fhir+json; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string TextJson = "text/json; charset=utf-8";
    public const string FhirXml = "application/fhir+xml; charset=utf-8";
    public const string Xml = "application/xml; charset=utf-8";
    public const string TextXml = "text/xml; charset=utf-8";
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>The form that a content type of ours stands for.</summary>
    public static ContentFormat FormatOf(string contentType) => contentType is FhirXml or Xml or TextXml ? ContentFormat.Xml : ContentFormat.Json;

    /// <summary>
    /// Chooses the content type of the answer from <c>_format</c>, which overrides, or the Accept header.
    /// </summary>
    /// <returns>The content type to send, or 406 when nothing that was asked for can be given.</returns>
    public static Result<string> Negotiate(string? format, string? accept)
    {
        if (!string.IsNullOrEmpty(format))
        {
            // A plus sign in a query that was not escaped arrives as a space.
            var unspaced = format.Replace("fhir json", "fhir+json", StringComparison.Ordinal).Replace("fhir xml", "fhir+xml", StringComparison.Ordinal);
            return Match(unspaced) is { } named ? named : NotAcceptable("_format", format);
        }

        if (string.IsNullOrEmpty(accept) || accept is "*/*" or "application/fhir+json")
        {
            return FhirJson;
        }

        // Browsers list application/xml for their pages; what they show best is JSON.
        var isBrowser = accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
        string? best = null;
        var bestQuality = 0.0;
        foreach (var range in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var quality = Quality(range);
            if (quality > bestQuality && Match(range) is { } found && !(isBrowser && found is Xml))
            {
                (best, bestQuality) = (found, quality);
            }
        }

        return best is not null ? best : NotAcceptable("Accept", accept);
    }

    /// <summary>The form of a resource body by its Content-Type: JSON or XML in UTF-8, of FHIR 4.0 where a version is named.</summary>
    /// <returns>The form, or 415.</returns>
    public static Result<ContentFormat> OfBody(string? contentType)
    {
        if (contentType is "application/fhir+json" or "application/json")
        {
            return ContentFormat.Json;
        }

        if (string.IsNullOrEmpty(contentType))
        {
            return FhirError.At("Content-Type", StatusCodes.Status415UnsupportedMediaType, IssueCode.NotSupported, "content-type-missing");
        }

        return Match(contentType) is { } known && !contentType.Contains('*', StringComparison.Ordinal) && IsUtf8(contentType)
            ? FormatOf(known)
            : FhirError.At("Content-Type", StatusCodes.Status415UnsupportedMediaType, IssueCode.NotSupported, "content-type-unsupported", contentType);
    }

    /// <summary>Whether a body is a form, as POST _search sends it.</summary>
    public static bool IsForm(string? contentType) =>
        contentType is not null && contentType.AsSpan(0, Semicolon(contentType)).Trim().Equals(Form, StringComparison.OrdinalIgnoreCase);

    private static FhirError NotAcceptable(string where, string asked) =>
        FhirError.At(where, StatusCodes.Status406NotAcceptable, IssueCode.NotSupported, "not-acceptable", asked);

    // The content type that a media range lets us send; null when none.
    private static string? Match(string range)
    {
        var semicolon = Semicolon(range);
        if (!IsOurFhirVersion(range.AsSpan(semicolon)))
        {
            return null;
        }

        return range.AsSpan(0, semicolon).Trim().ToString().ToLowerInvariant() switch
        {
            "application/fhir+json" or "application/json+fhir" or "json" or "*/*" or "application/*" => FhirJson,
            "application/json" => Json,
            "text/json" => TextJson,
            "application/fhir+xml" or "application/xml+fhir" or "xml" => FhirXml,
            "application/xml" => Xml,
            "text/xml" => TextXml,
            _ => null,
        };
    }

    private static int Semicolon(string text) => text.IndexOf(';', StringComparison.Ordinal) is var at and >= 0 ? at : text.Length;

    // R4 versioning: fhirVersion=4.0 is the one that this server speaks.
    private static bool IsOurFhirVersion(ReadOnlySpan<char> parameters) =>
        Parameter(parameters, "fhirVersion=") is not { } version || version is "4.0" or "4.0.1";

    private static bool IsUtf8(string contentType) =>
        Parameter(contentType.AsSpan(Semicolon(contentType)), "charset=") is not { } charset ||
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static double Quality(string range) =>
        Parameter(range.AsSpan(Semicolon(range)), "q=") is { } text &&
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var quality)
            ? quality
            : 1.0;

    private static string? Parameter(ReadOnlySpan<char> parameters, string name)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range].Trim();
            if (parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter[name.Length..].Trim('"').ToString();
            }
        }

        return null;
    }
}

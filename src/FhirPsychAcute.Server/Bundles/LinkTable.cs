using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// What links in a transaction's resources come to point at once the ids are known (http://hl7.org/fhir/R4/http.html#trules): references to an entry by its
/// fullUrl, and conditional references.
/// </summary>
internal sealed class LinkTable
{
    private readonly Dictionary<string, string> byFullUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byCondition = new(StringComparer.Ordinal);

    /// <summary>An entry got its identity.</summary>
    /// <returns>False when another entry has the same fullUrl.</returns>
    public bool TryAdd(string fullUrl, string reference) => byFullUrl.TryAdd(fullUrl, reference);

    /// <summary>A conditional reference was resolved.</summary>
    public void AddCondition(string condition, string reference) => byCondition[condition] = reference;

    /// <summary>What a link shall say; null when it stays as it is.</summary>
    /// <param name="link">The link as received.</param>
    /// <param name="fullUrl">fullUrl of the entry that holds it: relative links are read against it (R4 bundle 2.36.4.1).</param>
    /// <param name="isReference">Whether it is Reference.reference: only there are relative and conditional forms links.</param>
    public string? Target(string link, string? fullUrl, bool isReference)
    {
        if (byFullUrl.TryGetValue(link, out var target) || (isReference && byCondition.TryGetValue(link, out target)))
        {
            return target;
        }

        var hash = link.IndexOf('#', StringComparison.Ordinal);
        if (hash > 0 && byFullUrl.TryGetValue(link[..hash], out target))
        {
            return target + link[hash..];
        }

        return isReference && fullUrl is not null && Absolute(link, fullUrl) is { } absolute ? byFullUrl.GetValueOrDefault(absolute) : null;
    }

    /// <summary>Whether a reference is a conditional one: a resource type, a question mark, a search.</summary>
    public static bool IsCondition(string reference, SchemaCatalog schema, out string type, out string query)
    {
        var question = reference.IndexOf('?', StringComparison.Ordinal);
        (type, query) = question > 0 ? (reference[..question], reference[(question + 1)..]) : ("", "");
        return question > 0 && schema.TryGetResourceType(type, out _);
    }

    private static string? Absolute(string link, string fullUrl)
    {
        if (!fullUrl.StartsWith("http", StringComparison.Ordinal) || link.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        // The base is what stands before [type]/[id] of the entry's own fullUrl.
        var id = fullUrl.LastIndexOf('/');
        var type = id > 0 ? fullUrl.LastIndexOf('/', id - 1) : -1;
        return type > 0 ? string.Concat(fullUrl.AsSpan(0, type + 1), link) : null;
    }
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Moves a refusal from an entry to its place in the Bundle: expressions begin with <c>Bundle.entry[n]</c>, lines and columns count from the body's start.</summary>
internal static class EntryFault
{
    /// <summary>The refusal as seen from the Bundle.</summary>
    /// <param name="error">The refusal of the entry's interaction.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="body">The whole body; empty leaves positions out.</param>
    /// <param name="schema">The definitions, which tell a resource's path from the name of a parameter.</param>
    public static FhirError Place(FhirError error, IncomingEntry entry, ReadOnlySpan<byte> body, SchemaCatalog schema) =>
        new(error.Status, Place(error.Issues, entry, body, schema));

    /// <summary>Issues as seen from the Bundle.</summary>
    /// <param name="issues">Issues about the entry's resource or request.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="body">The whole body; empty leaves positions out.</param>
    /// <param name="schema">The definitions, which tell a resource's path from the name of a parameter.</param>
    public static IReadOnlyList<OutcomeIssue> Place(IReadOnlyList<OutcomeIssue> issues, IncomingEntry entry, ReadOnlySpan<byte> body, SchemaCatalog schema)
    {
        if (issues.Count == 0)
        {
            return issues;
        }

        var placed = new OutcomeIssue[issues.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var issue = issues[i];
            placed[i] = issue with { Expression = Expression(issue.Expression, entry, schema), Position = Position(issue.Position, entry, body) };
        }

        return placed;
    }

    private static string Expression(string? inner, IncomingEntry entry, SchemaCatalog schema)
    {
        var at = BundlePath.Entry(entry.Index);
        switch (inner)
        {
            case null:
                return at;
            case "If-Match":
                return $"{at}.request.ifMatch";
            case "If-None-Match":
                return $"{at}.request.ifNoneMatch";
            case "If-None-Exist":
                return $"{at}.request.ifNoneExist";
        }

        if (inner.StartsWith("Bundle.entry[", StringComparison.Ordinal))
        {
            return inner;
        }

        var dot = inner.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? inner : inner[..dot];
        return schema.TryGetResourceType(head, out _) ? $"{at}.resource{(dot < 0 ? "" : inner[dot..])}" : $"{at}.request.url";
    }

    private static SourcePosition? Position(SourcePosition? inner, IncomingEntry entry, ReadOnlySpan<byte> body) =>
        inner is not { } position || body.IsEmpty ? null : BodyPlace.Shift(position, entry.ResourceOffset, body);
}

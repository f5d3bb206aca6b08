using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>What a server answered to one request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body, as received.</param>
internal sealed record FhirResponse(int Status, ReadOnlyMemory<byte> Body)
{
    private const int LongestReason = 500;

    /// <summary>Whether the server did what was asked.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Why the server refused: its OperationOutcome in a sentence, otherwise the HTTP status alone.</summary>
    public string Reason(SchemaCatalog schema) => ReasonOf(Status, ResourceDocument.Parse(Body, schema).Document?.Root ?? default);

    /// <summary>Status and reason of each entry of a batch-response or transaction-response, in order; null when the body is no such Bundle.</summary>
    public IReadOnlyList<(int Status, string Reason)>? Entries(SchemaCatalog schema)
    {
        var root = ResourceDocument.Parse(Body, schema, SourceResource.Limits).Document?.Root ?? default;
        if (!root.Exists || !string.Equals(root.Type.Name, "Bundle", StringComparison.Ordinal))
        {
            return null;
        }

        var entries = new List<(int, string)>();
        foreach (var entry in root.ChildrenNamed("entry"))
        {
            var response = entry.Child("response");
            var status = response.Exists ? StatusOf(response.ChildValue("status")) : 0;
            entries.Add((status, status is >= 200 and < 300 ? "" : ReasonOf(status, response.Exists ? response.Child("outcome") : default)));
        }

        return entries;
    }

    // "201 Created" or "201".
    private static int StatusOf(string? status) =>
        status is { Length: >= 3 } && int.TryParse(status.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static string ReasonOf(int status, Element outcome)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        if (!outcome.Exists || !string.Equals(outcome.Type.Name, "OperationOutcome", StringComparison.Ordinal))
        {
            return code;
        }

        foreach (var issue in outcome.ChildrenNamed("issue"))
        {
            if (issue.ChildValue("severity") is not ("error" or "fatal"))
            {
                continue;
            }

            var text = (issue.Child("details") is { Exists: true } details ? details.ChildValue("text") : null)
                ?? issue.ChildValue("diagnostics")
                ?? issue.ChildValue("code")
                ?? "";
            var expression = issue.ChildValue("expression");
            var place = expression is null || text.Contains(expression, StringComparison.Ordinal) ? "" : expression + ": ";
            var reason = $"{code} {place}{text}".ReplaceLineEndings(" ");
            return reason.Length <= LongestReason ? reason : reason[..LongestReason] + "...";
        }

        return code;
    }
}

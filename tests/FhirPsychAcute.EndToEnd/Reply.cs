using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>An answer of the server, read to its end.</summary>
public sealed record Reply(int Status, string Body, HttpResponseMessage Message)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The first issue of an OperationOutcome.</summary>
    public JsonNode Issue
    {
        get
        {
            Assert.Equal("OperationOutcome", Json["resourceType"]!.GetValue<string>());
            return Json["issue"]![0]!;
        }
    }

    /// <summary>Code of the first issue.</summary>
    public string IssueCode => Issue["code"]!.GetValue<string>();

    /// <summary>First expression of the first issue.</summary>
    public string Expression => Issue["expression"]![0]!.GetValue<string>();

    /// <summary>Text of the first issue.</summary>
    public string IssueText => Issue["details"]!["text"]!.GetValue<string>();

    /// <summary>The resource's id.</summary>
    public string Id => Json["id"]!.GetValue<string>();

    /// <summary>The entries of a Bundle.</summary>
    public JsonArray Entries => Json["entry"]?.AsArray() ?? [];

    /// <summary>One header, or null.</summary>
    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}

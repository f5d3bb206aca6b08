using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Which part of a resource is asked for: <c>_summary</c> and <c>_elements</c> (http://hl7.org/fhir/R4/search.html#summary, #elements).
/// </summary>
internal sealed class Subset
{
    private static readonly Subset All = new(ElementFilter.All);

    private readonly ElementFilter filter;

    private Subset(ElementFilter filter) => this.filter = filter;

    /// <summary>Whether everything is asked for.</summary>
    public bool IsWhole => filter.IsAll;

    /// <summary>Reads <c>_summary</c> and <c>_elements</c>. <c>_summary=count</c> is the search's own affair and leaves the resource whole.</summary>
    /// <returns>400 when <c>_summary</c> has an unknown value, or both are given.</returns>
    public static Result<Subset> FromQuery(QueryParameters query)
    {
        if (query.Items.Count == 0)
        {
            return All;
        }

        var summary = query["_summary"];
        if (!string.IsNullOrEmpty(query["_elements"]))
        {
            return summary is null or "false" or "count"
                ? new Subset(ElementFilter.Elements(Names(query)))
                : FhirError.At("_elements", StatusCodes.Status400BadRequest, IssueCode.Invalid, "summary-and-elements");
        }

        return summary switch
        {
            null or "" or "false" or "count" => All,
            "true" => new Subset(ElementFilter.Summary(SummaryMode.True)),
            "text" => new Subset(ElementFilter.Summary(SummaryMode.Text)),
            "data" => new Subset(ElementFilter.Summary(SummaryMode.Data)),
            _ => FhirError.At("_summary", StatusCodes.Status400BadRequest, IssueCode.Value, "summary-unknown", summary),
        };
    }

    /// <summary>The part of a stored resource that is asked for, as JSON of its own.</summary>
    public byte[] Of(ReadOnlyMemory<byte> resource, SchemaCatalog schema)
    {
        var document = ResourceDocument.Parse(resource, schema).Document ?? throw new InvalidDataException("A stored resource cannot be read.");
        using var output = new OutputBuffer();
        ResourceWriter.Write(document, output, JsonStyle.Compact, filter);
        return output.ToArray();
    }

    private static IEnumerable<string> Names(QueryParameters query) =>
        query.Items.Where(item => item.Key == "_elements").SelectMany(item => item.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>The answers of a response by linkId, whatever group they stand in.</summary>
internal sealed class TriageAnswers
{
    private readonly Dictionary<string, List<Element>> byLinkId = new(StringComparer.Ordinal);

    /// <summary>Reads a response whose structure is right.</summary>
    public TriageAnswers(ResourceDocument response) => Read(response.Root);

    /// <summary>The values given to a question.</summary>
    public IReadOnlyList<Element> All(string linkId) => byLinkId.GetValueOrDefault(linkId, []);

    /// <summary>The first value; no element without.</summary>
    public Element First(string linkId) => All(linkId) is [var first, ..] ? first : default;

    /// <summary>The first value as text; null without.</summary>
    public string? Text(string linkId) => First(linkId) is { HasValue: true } value ? value.Value : null;

    /// <summary>A boolean answer; null without.</summary>
    public bool? Flag(string linkId) => Text(linkId) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>Code of the first coded answer; null without.</summary>
    public string? Code(string linkId) => First(linkId) is { Exists: true } coding ? coding.ChildValue("code") : null;

    // The reader bounds how deep groups may stand in each other.
    private void Read(Element parent)
    {
        foreach (var item in parent.ChildrenNamed("item"))
        {
            var linkId = item.ChildValue("linkId");
            foreach (var answer in item.ChildrenNamed("answer"))
            {
                if (linkId is not null && answer.Child("value") is { Exists: true } value)
                {
                    if (!byLinkId.TryGetValue(linkId, out var values))
                    {
                        byLinkId.Add(linkId, values = []);
                    }

                    values.Add(value);
                }

                Read(answer);
            }

            Read(item);
        }
    }
}

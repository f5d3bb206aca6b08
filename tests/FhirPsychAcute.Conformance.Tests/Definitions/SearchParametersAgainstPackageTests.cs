using System.Text.Json;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

/// <summary>The distilled search parameters against the bundle in which the R4 specification publishes its own.</summary>
public sealed class SearchParametersAgainstPackageTests
{
    [OfficialExamplesFact]
    public void They_are_those_that_the_specification_publishes_and_filter()
    {
        using var document = JsonDocument.Parse(OfficialExamples.Named("Bundle-searchParams").Read());
        var published = document.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("url").GetString()!);

        Assert.Equal(
            published.Append("http://hl7.org/fhir/SearchParameter/filter").Order(StringComparer.Ordinal),
            DefinitionStore.R4.SearchParameters.Select(parameter => parameter.Url));
    }

    [OfficialExamplesFact]
    public void Each_says_what_its_resource_says()
    {
        var parameters = DefinitionStore.R4.SearchParameters.ToDictionary(parameter => parameter.Url, StringComparer.Ordinal);
        foreach (var file in OfficialExamples.Definitions("SearchParameter"))
        {
            using var document = JsonDocument.Parse(file.Read());
            var resource = document.RootElement;
            if (!parameters.TryGetValue(resource.GetProperty("url").GetString()!, out var parameter))
            {
                continue;
            }

            Assert.Equal(Text(resource, "code"), parameter.Code);
            Assert.Equal(Text(resource, "type"), parameter.Type.ToString().ToLowerInvariant());
            Assert.Equal(Text(resource, "expression"), parameter.Expression);
            Assert.Equal(Text(resource, "description"), parameter.Description);
            Assert.Equal(List(resource, "base"), parameter.Base);
            Assert.Equal(List(resource, "target"), parameter.Targets);
            var components = resource.TryGetProperty("component", out var parts) ? parts.EnumerateArray().ToArray() : [];
            Assert.Equal(components.Select(part => Text(part, "definition")), parameter.Components.Select(component => component.Definition));
            Assert.Equal(components.Select(part => Text(part, "expression")), parameter.Components.Select(component => component.Expression));
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string[] List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}

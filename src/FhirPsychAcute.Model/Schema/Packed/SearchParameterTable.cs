using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>Search parameters distilled from their resources, and the packed table of them.</summary>
public static class SearchParameterTable
{
    /// <summary>
    /// Distils a SearchParameter resource. Null when it is not one that a server offers: marked experimental (examples, parameters on extensions), or without base.
    /// </summary>
    /// <param name="json">One resource, UTF-8.</param>
    /// <exception cref="InvalidDataException">The resource has no url, code or known type.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static SearchParameterDefinition? Distil(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var resource = document.RootElement;
        var bases = List(resource, "base");
        if (Text(resource, "resourceType") != "SearchParameter" || bases.Length == 0
            || (resource.TryGetProperty("experimental", out var experimental) && experimental.GetBoolean()))
        {
            return null;
        }

        var url = Text(resource, "url") ?? throw new InvalidDataException("A SearchParameter has no url.");
        var code = Text(resource, "code") ?? throw new InvalidDataException($"{url} has no code.");
        if (!Enum.TryParse<SearchParameterType>(Text(resource, "type"), ignoreCase: true, out var type))
        {
            throw new InvalidDataException($"{url} has no known type.");
        }

        SearchParameterComponent[] components = resource.TryGetProperty("component", out var parts)
            ? [.. parts.EnumerateArray().Select(part => new SearchParameterComponent(Text(part, "definition") ?? "", Text(part, "expression") ?? ""))]
            : [];
        return new SearchParameterDefinition(
            url, code, type, bases, Text(resource, "expression"), List(resource, "target"), components, Text(resource, "description"));
    }

    /// <summary>Packs search parameters in the order given.</summary>
    public static byte[] Write(IReadOnlyList<SearchParameterDefinition> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var table = new TableWriter();
        table.Int32(parameters.Count);
        foreach (var parameter in parameters)
        {
            table.String(parameter.Url);
            table.String(parameter.Code);
            table.Byte((byte)parameter.Type);
            table.Strings(parameter.Base);
            table.String(parameter.Expression);
            table.Strings(parameter.Targets);
            table.Int32(parameter.Components.Count);
            foreach (var component in parameter.Components)
            {
                table.String(component.Definition);
                table.String(component.Expression);
            }

            table.String(parameter.Description);
        }

        return table.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> packed.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or not a packed table of search parameters.</exception>
    public static SearchParameterDefinition[] Read(ReadOnlyMemory<byte> packed)
    {
        var table = new TableReader(packed);
        var parameters = new SearchParameterDefinition[table.Count(29)];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new SearchParameterDefinition(
                table.String(),
                table.String(),
                (SearchParameterType)table.Byte(),
                table.Strings(),
                table.OptionalString(),
                table.Strings(),
                ReadComponents(ref table),
                table.OptionalString());
        }

        return table.AtEnd ? parameters : throw TableReader.Corrupt();
    }

    private static SearchParameterComponent[] ReadComponents(ref TableReader table)
    {
        var count = table.Count(8);
        if (count == 0)
        {
            return [];
        }

        var components = new SearchParameterComponent[count];
        for (var i = 0; i < count; i++)
        {
            components[i] = new SearchParameterComponent(table.String(), table.String());
        }

        return components;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string[] List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}

using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>One component of a composite search parameter, with the number of its rows.</summary>
/// <param name="Number">Parameter number of the component's rows.</param>
/// <param name="Type">Type of its values.</param>
/// <param name="Expression">FHIRPath from the composite's focus element.</param>
/// <param name="Targets">For references: resource types that may be pointed at.</param>
public sealed record SearchComponent(int Number, SearchParameterType Type, string Expression, IReadOnlyList<string> Targets);

/// <summary>A definition for one resource type, and the url under which its columns are numbered.</summary>
/// <param name="ResourceType">Resource type.</param>
/// <param name="Definition">The definition.</param>
/// <param name="Expressions">The alternatives of its expression that apply to the type.</param>
/// <param name="Url">Its own url, or that of another definition whose rows are the same.</param>
internal sealed record ParameterColumn(string ResourceType, SearchParameterDefinition Definition, IReadOnlyList<string> Expressions, string Url);

/// <summary>A search parameter as it applies to one resource type.</summary>
public sealed class ResourceSearchParameter
{
    internal const string TextFragment = "#text";
    internal const string OfTypeFragment = "#of-type";
    internal const string IdentifierFragment = "#identifier";
    internal const string LongitudeFragment = "#longitude";

    /// <summary>The one special parameter that is supported: Location.near.</summary>
    internal const string Near = "near";

    internal ResourceSearchParameter(
        ParameterColumn column, Dictionary<string, SearchParameterDefinition> definitions, SchemaCatalog schema, Dictionary<(string, string), int> numbers)
    {
        var (resourceType, definition, expressions, url) = column;
        ResourceType = resourceType;
        Definition = definition;
        Number = numbers[(resourceType, url)];
        TextNumber = numbers.GetValueOrDefault((resourceType, url + TextFragment));
        OfTypeNumber = numbers.GetValueOrDefault((resourceType, url + OfTypeFragment));
        IdentifierNumber = numbers.GetValueOrDefault((resourceType, url + IdentifierFragment));
        LongitudeNumber = numbers.GetValueOrDefault((resourceType, url + LongitudeFragment));
        Expressions = expressions;
        Targets = [.. definition.Targets.Where(target => schema.TryGetResourceType(target, out _)).Distinct(StringComparer.Ordinal)];
        if (Targets.Count == 0 && definition.Type == SearchParameterType.Reference)
        {
            Targets = [.. schema.ResourceTypes.Select(type => type.Name)];
        }

        if (definition.Type == SearchParameterType.Composite)
        {
            Components = ReadComponents(definitions, numbers);
        }

        UnsupportedReason = FindUnsupportedReason();
        Parts = [this];
    }

    /// <summary>Resource type.</summary>
    public string ResourceType { get; }

    /// <summary>Name in the URL.</summary>
    public string Code => Definition.Code;

    /// <summary>Type of its values.</summary>
    public SearchParameterType Type => Definition.Type;

    /// <summary>The definition.</summary>
    public SearchParameterDefinition Definition { get; }

    /// <summary>Number of its index rows; parameters of one type that find the same values have the same.</summary>
    public int Number { get; }

    /// <summary>
    /// The parameters whose rows are searched: itself, or several that together find the same values (Observation.combo-code: code and component-code). One of several parts
    /// has no rows of its own.
    /// </summary>
    public IReadOnlyList<ResourceSearchParameter> Parts { get; internal set; }

    /// <summary>Whether index rows are made for it.</summary>
    internal bool HasRows => ReferenceEquals(Parts[0], this);

    /// <summary>Number of the string rows with the text beside a token's codes (<c>:text</c>); 0 when it is no token.</summary>
    public int TextNumber { get; }

    /// <summary>Number of the token rows with an identifier's type and value (<c>:of-type</c>); 0 when it is no token.</summary>
    public int OfTypeNumber { get; }

    /// <summary>Number of the token rows with a reference's identifier (<c>:identifier</c>); 0 when it is no reference.</summary>
    public int IdentifierNumber { get; }

    /// <summary>Number of the number rows with a position's longitude (<see cref="Number"/> has the latitude); 0 for all parameters but Location.near.</summary>
    public int LongitudeNumber { get; }

    /// <summary>For references: resource types that may be pointed at.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>For composites: their components in order.</summary>
    public IReadOnlyList<SearchComponent> Components { get; } = [];

    /// <summary>Whether the parameter can be searched.</summary>
    public bool IsSupported => UnsupportedReason is null;

    /// <summary>Why it cannot be searched, an English sentence; null when it can.</summary>
    public string? UnsupportedReason { get; }

    /// <summary>The alternatives of the definition's expression that apply to the resource type.</summary>
    internal IReadOnlyList<string> Expressions { get; }

    internal static string ComponentUrl(string url, int component) => string.Create(CultureInfo.InvariantCulture, $"{url}#{component + 1}");

    /// <inheritdoc/>
    public override string ToString() => $"{ResourceType}.{Code}";

    private List<SearchComponent> ReadComponents(Dictionary<string, SearchParameterDefinition> definitions, Dictionary<(string, string), int> numbers)
    {
        var components = new List<SearchComponent>(Definition.Components.Count);
        for (var i = 0; i < Definition.Components.Count; i++)
        {
            var (url, expression) = Definition.Components[i];
            if (!definitions.TryGetValue(url, out var component))
            {
                return [];
            }

            components.Add(new(numbers[(ResourceType, ComponentUrl(Definition.Url, i))], component.Type, expression, component.Targets));
        }

        return components;
    }

    private string? FindUnsupportedReason() => Code switch
    {
        "_text" or "_content" => "Full text search is not supported.",
        "_filter" => "The _filter language is not supported.",
        "_query" => "Named queries are not supported.",
        _ when Type == SearchParameterType.Special && Code != Near => "Its definition is special to the specification and not supported.",
        _ when Expressions.Count == 0 => "Its definition gives no expression for this resource type.",
        _ when Type == SearchParameterType.Composite && Components.Count == 0 => "The definition of a component is not known.",
        _ => null,
    };
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>
/// All search parameters by resource type, those of Resource and DomainResource among every type's, each with the number under which its index rows stand.
/// Numbers are given by the store, which keeps them across restarts; without one they follow the order of type and url. Immutable, safe for any number of threads.
/// </summary>
public sealed class SearchParameterRegistry
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, ResourceSearchParameter>> byType;
    private readonly Dictionary<int, ResourceSearchParameter> byNumber = [];

    /// <summary>Registers the definitions.</summary>
    /// <param name="definitions">Search parameters; of two with the same type and code the one counts whose url is the specification's for that code.</param>
    /// <param name="schema">The types.</param>
    /// <param name="number">
    /// Gives each column (resource type and url of the definition, with <c>#text</c>, <c>#of-type</c>, <c>#identifier</c> or <c>#1</c>, a component, for derived ones) its number,
    /// the same for the life of the store: <see cref="FhirStore.NumberParameters"/>. Null: 1, 2, 3 ... in the order of type and url.
    /// </param>
    public SearchParameterRegistry(
        IReadOnlyList<SearchParameterDefinition> definitions,
        SchemaCatalog schema,
        Func<IReadOnlyList<(string ResourceType, string Url)>, IReadOnlyList<int>>? number = null)
    {
        Schema = schema;
        var byUrl = new Dictionary<string, SearchParameterDefinition>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            byUrl.TryAdd(definition.Url, definition);
        }

        var columns = Choose(definitions, schema);
        var keys = new List<(string ResourceType, string Url)>();
        foreach (var column in columns)
        {
            if (column.Url == column.Definition.Url)
            {
                AddKeys(column.ResourceType, column.Definition, keys);
            }
        }

        keys.Sort(static (a, b) => string.CompareOrdinal(a.ResourceType, b.ResourceType) is var order and not 0 ? order : string.CompareOrdinal(a.Url, b.Url));
        var given = number?.Invoke(keys);
        var numbers = new Dictionary<(string, string), int>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            numbers[keys[i]] = given?[i] ?? i + 1;
        }

        var types = new Dictionary<string, Dictionary<string, ResourceSearchParameter>>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!types.TryGetValue(column.ResourceType, out var ofType))
            {
                types[column.ResourceType] = ofType = new Dictionary<string, ResourceSearchParameter>(StringComparer.Ordinal);
            }

            var parameter = new ResourceSearchParameter(column, byUrl, schema, numbers);
            ofType[parameter.Code] = parameter;
            byNumber.TryAdd(parameter.Number, parameter);
        }

        foreach (var ofType in types.Values)
        {
            foreach (var parameter in ofType.Values)
            {
                FindParts(parameter, ofType.Values);
            }
        }

        byType = types.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The definitions of types by which expressions and values are read.</summary>
    public SchemaCatalog Schema { get; }

    /// <summary>The parameters of one resource type, in no particular order; none for what is not a resource type.</summary>
    public IReadOnlyList<ResourceSearchParameter> ForType(string resourceType) =>
        byType.TryGetValue(resourceType, out var parameters) ? parameters.Values : [];

    /// <summary>Finds a parameter by its name in the URL.</summary>
    public bool TryGet(string resourceType, string code, [NotNullWhen(true)] out ResourceSearchParameter? parameter)
    {
        parameter = null;
        return byType.TryGetValue(resourceType, out var parameters) && parameters.TryGetValue(code, out parameter);
    }

    /// <summary>The parameter that a number stands for, the first of several with the same rows; null for an unknown number and for derived columns.</summary>
    public ResourceSearchParameter? ByNumber(int number) => byNumber.GetValueOrDefault(number);

    /// <summary>The definition of each type and code, in the order of both; parameters that find the same values (Patient.name and Patient.phonetic) share the columns of the first.</summary>
    private static List<ParameterColumn> Choose(IReadOnlyList<SearchParameterDefinition> definitions, SchemaCatalog schema)
    {
        var chosen = new Dictionary<(string Type, string Code), SearchParameterDefinition>();
        foreach (var definition in definitions)
        {
            foreach (var type in TypesOf(definition, schema))
            {
                if (!chosen.TryGetValue((type, definition.Code), out var other) || Rank(definition, type) < Rank(other, type))
                {
                    chosen[(type, definition.Code)] = definition;
                }
            }
        }

        var columns = new List<ParameterColumn>(chosen.Count);
        var parts = new Dictionary<SearchParameterDefinition, IReadOnlyList<(string, TypeSchema?)>>(ReferenceEqualityComparer.Instance);
        var first = new Dictionary<(string Type, SearchParameterType Kind, string Expressions), string>();
        foreach (var ((type, _), definition) in chosen
            .OrderBy(static pair => pair.Key.Type, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Code, StringComparer.Ordinal))
        {
            if (!parts.TryGetValue(definition, out var ofDefinition))
            {
                parts[definition] = ofDefinition = definition.Expression is { } expression ? ExpressionParts.Read(expression, schema) : [];
            }

            var expressions = ExpressionParts.ForType(ofDefinition, type, schema);
            var url = definition.Url;
            if (expressions.Count > 0 && definition.Type is not (SearchParameterType.Composite or SearchParameterType.Special) &&
                !first.TryAdd((type, definition.Type, string.Join('|', expressions)), url))
            {
                url = first[(type, definition.Type, string.Join('|', expressions))];
            }

            columns.Add(new ParameterColumn(type, definition, expressions, url));
        }

        return columns;
    }

    /// <summary>A parameter whose alternatives are all those of others needs no rows: they are searched instead. R4 has such unions in Observation (combo-code ...), the most frequent resource.</summary>
    private static void FindParts(ResourceSearchParameter union, IEnumerable<ResourceSearchParameter> parameters)
    {
        if (union.Expressions.Count < 2 || !union.IsSupported)
        {
            return;
        }

        var rest = union.Expressions.ToHashSet(StringComparer.Ordinal);
        var parts = new List<ResourceSearchParameter>();
        foreach (var part in parameters.OrderBy(static parameter => parameter.Code, StringComparer.Ordinal))
        {
            if (part.Type == union.Type && part.Number != union.Number && part.IsSupported && part.HasRows && part.Expressions.Count < union.Expressions.Count &&
                rest.IsSupersetOf(part.Expressions) && HaveEqualComponents(part, union))
            {
                rest.ExceptWith(part.Expressions);
                parts.Add(part);
            }
        }

        if (rest.Count == 0)
        {
            union.Parts = parts;
        }
    }

    private static bool HaveEqualComponents(ResourceSearchParameter one, ResourceSearchParameter other) =>
        one.Components.Select(static component => (component.Type, component.Expression)).SequenceEqual(other.Components.Select(static component => (component.Type, component.Expression)));

    private static IEnumerable<string> TypesOf(SearchParameterDefinition definition, SchemaCatalog schema)
    {
        foreach (var type in definition.Base)
        {
            if (type is "Resource" or "DomainResource")
            {
                var general = schema.Type(type);
                foreach (var resource in schema.ResourceTypes)
                {
                    if (resource.IsOrSpecialises(general))
                    {
                        yield return resource.Name;
                    }
                }
            }
            else if (schema.TryGetResourceType(type, out var resource))
            {
                yield return resource.Name;
            }
        }
    }

    // The R4 packages also hold example parameters that repeat a code (Condition.subject, _id).
    private static int Rank(SearchParameterDefinition definition, string type)
    {
        const string Specification = "http://hl7.org/fhir/SearchParameter/";
        if (!definition.Url.StartsWith(Specification, StringComparison.Ordinal))
        {
            return 3;
        }

        var name = definition.Url.AsSpan(Specification.Length);
        var code = definition.Code.AsSpan().TrimStart('_');
        if (!name.EndsWith(code, StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        return name.StartsWith(type, StringComparison.Ordinal) || name.StartsWith("Resource-", StringComparison.Ordinal) || name.StartsWith("DomainResource-", StringComparison.Ordinal) ? 0 : 1;
    }

    private static void AddKeys(string type, SearchParameterDefinition definition, List<(string ResourceType, string Url)> keys)
    {
        keys.Add((type, definition.Url));
        switch (definition.Type)
        {
            case SearchParameterType.Token:
                keys.Add((type, definition.Url + ResourceSearchParameter.TextFragment));
                keys.Add((type, definition.Url + ResourceSearchParameter.OfTypeFragment));
                break;
            case SearchParameterType.Reference:
                keys.Add((type, definition.Url + ResourceSearchParameter.IdentifierFragment));
                break;
            case SearchParameterType.Special when definition.Code == ResourceSearchParameter.Near:
                keys.Add((type, definition.Url + ResourceSearchParameter.LongitudeFragment));
                break;
            case SearchParameterType.Composite:
                for (var i = 0; i < definition.Components.Count; i++)
                {
                    keys.Add((type, ResourceSearchParameter.ComponentUrl(definition.Url, i)));
                }

                break;
        }
    }
}

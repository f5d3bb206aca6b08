using FhirPsychAcute.Model;

using FhirPsychAcute.Storage.Database;
namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Reads one search parameter, <c>name[:modifier]=value,value</c>, a chain <c>subject:Patient.name=x</c>, or <c>_has:Observation:patient:code=x</c>,
/// for one or several resource types at once.
/// </summary>
internal sealed partial class CriterionParser(SearchParameterRegistry registry, SearchOptions options, ValueParser values)
{
    /// <summary>Reads a parameter.</summary>
    /// <param name="types">Resource types that the criterion is about; the parameter must be one of each.</param>
    /// <param name="name">Name as written.</param>
    /// <param name="value">Value as written.</param>
    /// <param name="depth">Links of the chain so far.</param>
    /// <returns>The criterion; null in a value without content; a fault of code <see cref="SearchIssueCode.NotSupported"/> for an unknown parameter.</returns>
    public Parsed<Criterion> Parse(IReadOnlyList<string> types, string name, string value, int depth)
    {
        if (depth > options.MaxChainDepth)
        {
            return new SearchFault(SearchIssueCode.TooCostly, $"has a chain of more than {options.MaxChainDepth} links");
        }

        if (name.StartsWith("_has:", StringComparison.Ordinal))
        {
            return ParseHas(types, name, value, depth);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return ParseChain(types, name[..dot], name[(dot + 1)..], value, depth);
        }

        var (code, modifier) = TakeModifier(name);
        switch (code)
        {
            case "_id":
                return ParseId(types, modifier, value, depth);
            case "_lastUpdated":
                return ParseLastUpdated(types, modifier, value, depth);
        }

        if (FindParameters(types, code, out var parameters) is { } fault)
        {
            return fault;
        }

        if (modifier == "missing")
        {
            return OfTypes(ParseMissing(parameters, value), types, depth);
        }

        // One code may be of different types in different resource types: each kind is a criterion of its own.
        var alternatives = new List<Criterion>();
        foreach (var kind in parameters.GroupBy(parameter => parameter.Type))
        {
            var parsed = ParseValues([.. kind], modifier, value);
            if (parsed.Fault is not null)
            {
                return parsed;
            }

            alternatives.Add(parsed.Value!);
        }

        return OfTypes(alternatives.Count == 1 ? alternatives[0] : new AnyCriterion(alternatives), types, depth);
    }

    /// <summary>Inside a chain nothing but the criterion tells the type, and a negative one does not: then the types are added.</summary>
    private static Parsed<Criterion> OfTypes(Parsed<Criterion> parsed, IReadOnlyList<string> types, int depth) =>
        depth > 0 && parsed.Value is MissingCriterion { Missing: true } or ValueCriterion { Negated: true } or EverythingCriterion
            ? new AllCriterion([new TypeCriterion(types), parsed.Value])
            : parsed;

    private static (string Code, string? Modifier) TakeModifier(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
    }

    private SearchFault? FindParameters(IReadOnlyList<string> types, string code, out List<ResourceSearchParameter> parameters)
    {
        parameters = [];
        foreach (var type in types)
        {
            if (!registry.TryGet(type, code, out var parameter))
            {
                return new SearchFault(SearchIssueCode.NotSupported, types.Count == 1 ? $"is not a search parameter of {type}" : $"is not a search parameter of every type searched ({type} lacks it)");
            }

            if (parameter.UnsupportedReason is { } reason)
            {
                return new SearchFault(SearchIssueCode.NotSupported, $"is not supported: {reason}");
            }

            parameters.AddRange(parameter.Parts);
        }

        return null;
    }

    private SearchFault? SplitValues(string value, out List<string> parts)
    {
        parts = SearchText.Split(value, ',');
        parts.RemoveAll(string.IsNullOrWhiteSpace);
        if (parts.Count == 0)
        {
            return new SearchFault(SearchIssueCode.Invalid, "has no value");
        }

        return parts.Count > options.MaxValues
            ? new SearchFault(SearchIssueCode.TooCostly, $"has more than {options.MaxValues} values")
            : null;
    }

    private Parsed<Criterion> ParseId(IReadOnlyList<string> types, string? modifier, string value, int depth)
    {
        if (modifier == "missing")
        {
            return Missing(value, out var missing) is { } fault ? fault : missing ? new NothingCriterion() : new EverythingCriterion();
        }

        if (modifier is not (null or "not" or "exact"))
        {
            return BadModifier(modifier, "token");
        }

        if (SplitValues(value, out var parts) is { } bad)
        {
            return bad;
        }

        var ids = new IdCriterion([.. parts.Select(SearchText.Unescape)], depth == 0 || modifier == "not" ? [] : types, modifier == "not");
        return depth > 0 && ids.Negated ? new AllCriterion([new TypeCriterion(types), ids]) : ids;
    }

    private Parsed<Criterion> ParseLastUpdated(IReadOnlyList<string> types, string? modifier, string value, int depth)
    {
        if (modifier == "missing")
        {
            return Missing(value, out var missing) is { } fault ? fault : missing ? new NothingCriterion() : new EverythingCriterion();
        }

        if (modifier is not null)
        {
            return BadModifier(modifier, "date");
        }

        if (SplitValues(value, out var parts) is { } bad)
        {
            return bad;
        }

        var dates = new List<DateValue>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var date = values.Date(parts[i]);
            if (date.Fault is { } fault)
            {
                return At(fault, i, parts.Count);
            }

            dates.Add(date.Value!);
        }

        return new LastUpdatedCriterion(dates, depth == 0 ? [] : types);
    }

    private static Parsed<Criterion> ParseMissing(List<ResourceSearchParameter> parameters, string value)
    {
        if (Missing(value, out var missing) is { } fault)
        {
            return fault;
        }

        var parts = new List<(IndexTable, IReadOnlyList<int>)>();
        foreach (var kind in parameters.GroupBy(TableOf))
        {
            parts.Add((kind.Key, [.. kind.Select(parameter => parameter.Components is [var first, ..] ? first.Number : parameter.Number)]));

            // A logical reference has an identifier only: it is not missing.
            if (kind.Key == IndexTable.Reference)
            {
                parts.Add((IndexTable.Token, [.. kind.Select(parameter => parameter.IdentifierNumber)]));
            }
            else if (kind.Key == IndexTable.Token)
            {
                // A concept of text alone has no code, but is there.
                parts.Add((IndexTable.String, [.. kind.Where(parameter => parameter.TextNumber > 0).Select(parameter => parameter.TextNumber)]));
            }
        }

        return new MissingCriterion([.. parts.Where(part => part.Item2.Count > 0)], missing);
    }

    private static SearchFault? Missing(string value, out bool missing)
    {
        missing = value == "true";
        return value is "true" or "false" ? null : new SearchFault(SearchIssueCode.Value, "with :missing must be true or false");
    }

    private static IndexTable TableOf(ResourceSearchParameter parameter) =>
        TableOf(parameter.Components is [var first, ..] ? first.Type : parameter.Type);

    private static IndexTable TableOf(SearchParameterType type) => type switch
    {
        SearchParameterType.Token => IndexTable.Token,
        SearchParameterType.String => IndexTable.String,
        SearchParameterType.Date => IndexTable.Date,
        SearchParameterType.Number or SearchParameterType.Special => IndexTable.Number,
        SearchParameterType.Quantity => IndexTable.Quantity,
        SearchParameterType.Uri => IndexTable.Uri,
        _ => IndexTable.Reference,
    };

    private static SearchFault At(SearchFault fault, int position, int count) =>
        count == 1 ? fault : fault with { Message = $"{fault.Message} (value {position + 1} of {count})" };

    private static SearchFault BadModifier(string modifier, string kind) =>
        new(SearchIssueCode.NotSupported, $"has the modifier :{SearchText.Shown(modifier)}, which a {kind} parameter does not have or which is not supported", Refuses: true);
}

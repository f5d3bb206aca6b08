using FhirPsychAcute.Storage.Searching;

namespace FhirPsychAcute.Storage;

/// <summary>Turns the parameters of a search URL into a checked <see cref="SearchRequest"/> (R4 search 3.1.1). Immutable, safe for any number of threads.</summary>
public sealed class SearchRequestParser
{
    /// <summary>Name of the parameter that carries <see cref="SearchPage.NextCursor"/> in a next link.</summary>
    public const string CursorParameter = "_cursor";

    private readonly SearchParameterRegistry registry;
    private readonly SearchOptions options;
    private readonly ResourceIndexer indexer;
    private readonly CriterionParser criteria;
    private readonly ResultParameterParser results;
    private readonly Dictionary<string, List<CompartmentMembership>> compartments;
    private readonly IReadOnlyList<string> allTypes;

    /// <summary>Makes a parser.</summary>
    /// <param name="registry">Parameters and their numbers, of the store that will be searched.</param>
    /// <param name="options">How values are read, and limits; the same as for indexing.</param>
    /// <param name="compartments">Members of the compartments that can be searched.</param>
    public SearchRequestParser(SearchParameterRegistry registry, SearchOptions? options = null, IReadOnlyList<CompartmentMembership>? compartments = null)
    {
        this.registry = registry;
        this.options = options ?? new SearchOptions();
        this.compartments = (compartments ?? []).GroupBy(member => member.Compartment, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        indexer = new ResourceIndexer(registry, this.options);
        criteria = new CriterionParser(registry, this.options, new ValueParser(registry, this.options));
        results = new ResultParameterParser(registry, this.options, criteria);
        allTypes = [.. registry.Schema.ResourceTypes.Select(type => type.Name)];
    }

    /// <summary>Parses a search.</summary>
    /// <param name="type">Resource type of the URL, one of R4's; null for a search over several types (<c>[base]?_type=...</c>) or all.</param>
    /// <param name="parameters">Names and values, percent-decoded, in order.</param>
    /// <param name="handling">Whether unknown and unsupported parameters are errors.</param>
    /// <param name="compartment">Type and id of the compartment searched (<c>Patient/x/Observation</c>; with a null <paramref name="type"/>, <c>Patient/x/*</c>).</param>
    public SearchParseResult Parse(
        string? type,
        IEnumerable<KeyValuePair<string, string>> parameters,
        SearchHandling handling = SearchHandling.Lenient,
        (string Type, string Id)? compartment = null)
    {
        var draft = new SearchDraft(handling);
        var given = Collect(parameters, draft);
        var types = TypesOf(type, given, draft);
        if (compartment is { } place)
        {
            AddCompartment(place.Type, place.Id, types, type is null, draft);
        }

        foreach (var (name, value) in given)
        {
            Add(type, types, name, value, draft);
        }

        if (draft.Errors.Count > 0)
        {
            return new SearchParseResult(null, draft.Errors, draft.Warnings);
        }

        var request = new SearchRequest(type, types.Count == allTypes.Count ? [] : types)
        {
            Criteria = draft.Criteria,
            Sort = draft.Sort,
            Inclusions = draft.Inclusions,
            Count = draft.Count ?? options.DefaultCount,
            Total = draft.Total,
            Summary = draft.Summary,
            Elements = draft.Elements,
            Place = compartment is { } searched ? $"{searched.Type}/{searched.Id}" : "",
            Warnings = draft.Warnings,
            Understood = draft.Understood,
            Indexer = indexer,
            Options = options,
        };
        if (draft.Cursor is null)
        {
            return new SearchParseResult(request, [], draft.Warnings);
        }

        if (!SearchCursor.TryRead(draft.Cursor, request, out var cursor))
        {
            draft.Error(SearchIssueCode.Invalid, CursorParameter, $"Parameter '{CursorParameter}' was not made by this server for this search: follow next links as they are, or begin the search again.");
            return new SearchParseResult(null, draft.Errors, draft.Warnings);
        }

        return new SearchParseResult(request.At(cursor), [], draft.Warnings);
    }

    private List<(string Name, string Value)> Collect(IEnumerable<KeyValuePair<string, string>> parameters, SearchDraft draft)
    {
        var given = new List<(string, string)>();
        var values = 0;
        foreach (var (name, raw) in parameters)
        {
            if (given.Count == options.MaxParameters)
            {
                draft.Error(SearchIssueCode.TooCostly, name, $"A search may have {options.MaxParameters} parameters at most.");
                break;
            }

            if (raw.Length > options.MaxValueLength)
            {
                draft.Error(SearchIssueCode.TooCostly, name, $"The value of parameter '{SearchText.Shown(name)}' is longer than {options.MaxValueLength} characters.");
                continue;
            }

            var value = raw;
            if (SealedValue.IsSealed(raw) && !options.TryOpen(name, raw, out value))
            {
                draft.Error(SearchIssueCode.Invalid, name, $"The sealed value of parameter '{SearchText.Shown(name)}' was not made by this server or is too old: begin the search again.");
                continue;
            }

            if (value.Contains('\0', StringComparison.Ordinal))
            {
                draft.Error(SearchIssueCode.Invalid, name, $"The value of parameter '{SearchText.Shown(name)}' holds a NUL character.");
                continue;
            }

            values += 1 + value.AsSpan().Count(',');
            given.Add((name, value));
        }

        if (values > options.MaxTotalValues)
        {
            draft.Error(SearchIssueCode.TooCostly, given[^1].Item1, $"A search may have {options.MaxTotalValues} values at most, all its parameters together.");
        }

        return given;
    }

    private IReadOnlyList<string> TypesOf(string? type, List<(string Name, string Value)> given, SearchDraft draft)
    {
        if (type is not null)
        {
            return [type];
        }

        var types = new List<string>();
        foreach (var (name, value) in given)
        {
            if (name != "_type")
            {
                continue;
            }

            foreach (var part in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!registry.Schema.TryGetResourceType(part, out _))
                {
                    draft.Error(SearchIssueCode.Value, name, "Parameter '_type' names something that is not a resource type of R4.");
                }
                else if (!types.Contains(part, StringComparer.Ordinal))
                {
                    types.Add(part);
                }
            }
        }

        return types.Count == 0 ? allTypes : types;
    }

    private void AddCompartment(string compartment, string id, IReadOnlyList<string> types, bool wildcard, SearchDraft draft)
    {
        if (!compartments.TryGetValue(compartment, out var members))
        {
            draft.Error(SearchIssueCode.NotSupported, compartment, $"There is no compartment of type {SearchText.Shown(compartment)}.");
            return;
        }

        var columns = new List<int>();
        var withItself = false;
        foreach (var member in members)
        {
            if (!types.Contains(member.ResourceType, StringComparer.Ordinal))
            {
                continue;
            }

            foreach (var code in member.Parameters)
            {
                if (code == "{def}")
                {
                    withItself = true;
                }
                else if (registry.TryGet(member.ResourceType, code, out var parameter) && parameter is { IsSupported: true, Type: Model.SearchParameterType.Reference })
                {
                    columns.AddRange(parameter.Parts.Select(static part => part.Number));
                }
            }
        }

        if (columns.Count == 0 && !withItself)
        {
            draft.Error(SearchIssueCode.NotSupported, compartment, $"Resources of type {types[0]} are not members of the {compartment} compartment.");
            return;
        }

        withItself |= wildcard || types.Contains(compartment, StringComparer.Ordinal);
        draft.Criteria.Add(new CompartmentCriterion(columns, compartment, id, withItself));
    }

    private void Add(string? type, IReadOnlyList<string> types, string name, string value, SearchDraft draft)
    {
        if (name.Length == 0 || string.IsNullOrWhiteSpace(value))
        {
            draft.LeaveOut(SearchIssueCode.Invalid, name, $"Parameter '{SearchText.Shown(name)}' has no value.");
            return;
        }

        switch (name)
        {
            case "_format" or "_pretty":
                return;
            case "_type" when type is null:
                draft.Understood.Add((name, value));
                return;
            case CursorParameter:
                draft.Cursor = value;
                return;
        }

        if (results.TryParse(types, name, value, draft))
        {
            return;
        }

        var parsed = criteria.Parse(types, name, value, 0);
        if (parsed.Fault is { } fault)
        {
            var message = $"Parameter '{SearchText.Shown(name)}' {fault.Message}.";
            if (fault is { Code: SearchIssueCode.NotSupported, Refuses: false })
            {
                draft.LeaveOut(fault.Code, name, message);
            }
            else
            {
                draft.Error(fault.Code, name, message);
            }

            return;
        }

        draft.Criteria.Add(parsed.Value!);
        draft.Understood.Add((name, value));
    }
}

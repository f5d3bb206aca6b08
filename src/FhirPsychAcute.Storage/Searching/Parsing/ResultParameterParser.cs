using System.Globalization;
using FhirPsychAcute.Model;

using FhirPsychAcute.Storage.Database;
namespace FhirPsychAcute.Storage.Searching;

/// <summary>Reads the parameters that shape the result (R4 search 3.1.1.5): _sort, _count, _total, _summary, _elements, _contained, _include, _revinclude.</summary>
internal sealed class ResultParameterParser(SearchParameterRegistry registry, SearchOptions options, CriterionParser criteria)
{
    /// <summary>Reads the parameter when it is one of these; faults go into the draft.</summary>
    public bool TryParse(IReadOnlyList<string> types, string name, string value, SearchDraft draft)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (bare, modifier) = colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
        if (modifier is not null && bare is not ("_include" or "_revinclude"))
        {
            return false;
        }

        var fault = bare switch
        {
            "_sort" => Sort(types, value, draft),
            "_count" => Count(value, draft),
            "_total" => Total(value, draft),
            "_summary" => Summary(value, draft),
            "_elements" => Elements(value, draft),
            "_contained" => value == "false" ? null : new SearchFault(SearchIssueCode.NotSupported, "can only be false: contained resources are not searched"),
            "_containedType" => new SearchFault(SearchIssueCode.NotSupported, "is not supported: contained resources are not searched"),
            "_score" => new SearchFault(SearchIssueCode.NotSupported, "is not supported"),
            "_include" => Include(types, false, modifier, value, draft),
            "_revinclude" => Include(types, true, modifier, value, draft),
            _ => NotOne,
        };
        if (ReferenceEquals(fault, NotOne))
        {
            return false;
        }

        if (fault is null)
        {
            draft.Understood.Add((name, value));
        }
        else if (fault.Code == SearchIssueCode.NotSupported)
        {
            draft.LeaveOut(fault.Code, name, $"Parameter '{SearchText.Shown(name)}' {fault.Message}.");
        }
        else
        {
            draft.Error(fault.Code, name, $"Parameter '{SearchText.Shown(name)}' {fault.Message}.");
        }

        return true;
    }

    private static readonly SearchFault NotOne = new(SearchIssueCode.Invalid, "");

    private SearchFault? Sort(IReadOnlyList<string> types, string value, SearchDraft draft)
    {
        if (draft.Sort.Count > 0)
        {
            return new SearchFault(SearchIssueCode.Invalid, "may stand once only");
        }

        var keys = new List<SortKey>();
        foreach (var part in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var descending = part[0] == '-';
            var code = descending ? part[1..] : part;
            if (code is "_id" or "_lastUpdated")
            {
                keys.Add(new SortKey(code, null, [], descending));
                continue;
            }

            if (SortColumns(types, code, out var table, out var columns) is { } fault)
            {
                return fault;
            }

            keys.Add(new SortKey(code, table, columns, descending));
        }

        if (keys.Count == 0)
        {
            return new SearchFault(SearchIssueCode.Value, "names no parameter");
        }

        if (keys.Count > options.MaxSortKeys)
        {
            return new SearchFault(SearchIssueCode.TooCostly, $"has more than {options.MaxSortKeys} keys");
        }

        draft.Sort.AddRange(keys);
        return null;
    }

    private SearchFault? SortColumns(IReadOnlyList<string> types, string code, out IndexTable table, out List<int> columns)
    {
        table = default;
        columns = [];
        foreach (var type in types)
        {
            if (!registry.TryGet(type, code, out var parameter) || !parameter.IsSupported)
            {
                return new SearchFault(SearchIssueCode.NotSupported, $"sorts by {SearchText.Shown(code)}, which is not a supported search parameter of {type}");
            }

            if (parameter.Type is SearchParameterType.Composite or SearchParameterType.Reference or SearchParameterType.Special)
            {
                return new SearchFault(SearchIssueCode.NotSupported, $"sorts by {SearchText.Shown(code)}, which has no order");
            }

            var ofType = parameter.Type switch
            {
                SearchParameterType.Token => IndexTable.Token,
                SearchParameterType.String => IndexTable.String,
                SearchParameterType.Date => IndexTable.Date,
                SearchParameterType.Number => IndexTable.Number,
                SearchParameterType.Quantity => IndexTable.Quantity,
                _ => IndexTable.Uri,
            };
            if (columns.Count > 0 && ofType != table)
            {
                return new SearchFault(SearchIssueCode.NotSupported, $"sorts by {SearchText.Shown(code)}, which is of different types in the types searched");
            }

            table = ofType;
            columns.AddRange(parameter.Parts.Select(static part => part.Number));
        }

        return null;
    }

    private SearchFault? Count(string value, SearchDraft draft)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return new SearchFault(SearchIssueCode.Value, "must be a number of 0 or more");
        }

        draft.Count = Math.Min(count, options.MaxCount);
        return null;
    }

    private static SearchFault? Total(string value, SearchDraft draft)
    {
        SearchTotal? total = value switch
        {
            "none" => SearchTotal.None,
            "estimate" or "accurate" => SearchTotal.Accurate,
            _ => null,
        };
        if (total is null)
        {
            return new SearchFault(SearchIssueCode.Value, "must be none, estimate or accurate");
        }

        draft.Total = total.Value;
        return null;
    }

    private static SearchFault? Summary(string value, SearchDraft draft)
    {
        SearchSummary? summary = value switch
        {
            "true" => SearchSummary.True,
            "text" => SearchSummary.Text,
            "data" => SearchSummary.Data,
            "count" => SearchSummary.Count,
            "false" => SearchSummary.None,
            _ => null,
        };
        if (summary is null)
        {
            return new SearchFault(SearchIssueCode.Value, "must be true, text, data, count or false");
        }

        draft.Summary = summary.Value;
        return null;
    }

    private static SearchFault? Elements(string value, SearchDraft draft)
    {
        foreach (var part in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var c in part)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '.')
                {
                    return new SearchFault(SearchIssueCode.Value, "must be a list of element names");
                }
            }

            draft.Elements.Add(part);
        }

        return draft.Elements.Count == 0 ? new SearchFault(SearchIssueCode.Value, "names no element") : null;
    }

    private SearchFault? Include(IReadOnlyList<string> types, bool reverse, string? modifier, string value, SearchDraft draft)
    {
        if (modifier is not (null or "iterate" or "recurse"))
        {
            return new SearchFault(SearchIssueCode.NotSupported, "has a modifier other than :iterate");
        }

        var iterate = modifier is not null;
        if (value == "*")
        {
            draft.Inclusions.Add(new Inclusion(reverse, reverse ? ReferencesTo(iterate ? null : types) : [], [], [], [], iterate));
            return null;
        }

        var parts = value.Split(':');
        if (parts.Length is < 2 or > 3)
        {
            return new SearchFault(SearchIssueCode.Value, "must be Type:parameter, Type:parameter:target, Type:* or *");
        }

        if (!registry.Schema.TryGetResourceType(parts[0], out var source))
        {
            return new SearchFault(SearchIssueCode.Value, "does not begin with a resource type of R4");
        }

        if (parts.Length == 3 && !registry.Schema.TryGetResourceType(parts[2], out _))
        {
            return new SearchFault(SearchIssueCode.Value, "ends with something that is not a resource type of R4");
        }

        IReadOnlyList<string> targets = parts.Length == 3 ? [parts[2]] : [];
        if (parts[1] == "*")
        {
            int[] all = [.. registry.ForType(source.Name).Where(parameter => parameter is { Type: SearchParameterType.Reference, IsSupported: true }).Select(parameter => parameter.Number).Order()];
            draft.Inclusions.Add(new Inclusion(reverse, all, [source.Name], targets, [], iterate));
            return null;
        }

        if (!registry.TryGet(source.Name, parts[1], out var parameter) || !parameter.IsSupported)
        {
            return new SearchFault(SearchIssueCode.Value, $"names a parameter that {source.Name} does not have or that is not supported");
        }

        if (parameter.Type != SearchParameterType.Reference)
        {
            return new SearchFault(SearchIssueCode.Value, $"names {source.Name}.{parameter.Code}, which is not a reference");
        }

        draft.Inclusions.Add(new Inclusion(reverse, [.. parameter.Parts.Select(static part => part.Number)], [source.Name], targets, criteria.CanonicalColumns(targets.Count > 0 ? targets : parameter.Targets), iterate));
        return null;
    }

    // All reference parameters of any type that may point at one of the types; null: at anything.
    private List<int> ReferencesTo(IReadOnlyList<string>? types)
    {
        var columns = new List<int>();
        foreach (var type in registry.Schema.ResourceTypes)
        {
            foreach (var parameter in registry.ForType(type.Name))
            {
                if (parameter is { Type: SearchParameterType.Reference, IsSupported: true } && (types is null || parameter.Targets.Intersect(types, StringComparer.Ordinal).Any()))
                {
                    columns.Add(parameter.Number);
                }
            }
        }

        columns.Sort();
        return columns;
    }
}

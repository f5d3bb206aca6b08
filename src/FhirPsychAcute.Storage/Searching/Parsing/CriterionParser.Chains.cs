using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Searching;

/// <content>Chains and reverse chains (R4 search 3.1.1.4.15 and 3.1.1.4.16).</content>
internal sealed partial class CriterionParser
{
    private Parsed<Criterion> ParseChain(IReadOnlyList<string> types, string link, string rest, string value, int depth)
    {
        var (code, stated) = TakeModifier(link);
        if (FindParameters(types, code, out var parameters) is { } unknown)
        {
            return unknown;
        }

        if (parameters.Exists(parameter => parameter.Type != SearchParameterType.Reference))
        {
            return new SearchFault(SearchIssueCode.Invalid, $"chains through {SearchText.Shown(code)}, which is not a reference");
        }

        List<string> targets = [.. parameters.SelectMany(parameter => parameter.Targets).Distinct(StringComparer.Ordinal)];
        if (stated is not null)
        {
            if (!targets.Contains(stated, StringComparer.Ordinal))
            {
                return new SearchFault(SearchIssueCode.Invalid, $"chains to {SearchText.Shown(stated)}, which {SearchText.Shown(code)} cannot point at");
            }

            targets = [stated];
        }

        var inner = ParseForTargets(targets, rest, value, depth + 1);
        return inner.Fault is { } fault
            ? fault
            : new ChainCriterion([.. parameters.Select(parameter => parameter.Number)], inner.Value!, CanonicalColumns(targets));
    }

    /// <summary>
    /// Reads the rest of a chain for all targets that know its first parameter (R4: "the chained parameter is resolved for each possible type");
    /// targets whose parameters of that name are of one kind share a criterion.
    /// </summary>
    private Parsed<Criterion> ParseForTargets(List<string> targets, string rest, string value, int depth)
    {
        if (rest.StartsWith("_has:", StringComparison.Ordinal))
        {
            return Parse(targets, rest, value, depth);
        }

        var first = TakeModifier(rest.Split('.')[0]).Code;
        var able = targets.FindAll(type => registry.TryGet(type, first, out var parameter) && parameter.IsSupported);
        if (able.Count == 0)
        {
            return new SearchFault(SearchIssueCode.NotSupported, $"chains to {SearchText.Shown(first)}, which is not a search parameter of {(targets.Count <= 4 ? string.Join(", ", targets) : "any type it may point at")}");
        }

        return Parse(able, rest, value, depth);
    }

    private Parsed<Criterion> ParseHas(IReadOnlyList<string> types, string name, string value, int depth)
    {
        // _has:Observation:patient:code, and nested _has:Observation:patient:_has:AuditEvent:entity:agent.
        var parts = name.Split(':', 4);
        if (parts.Length != 4 || parts[3].Length == 0)
        {
            return new SearchFault(SearchIssueCode.Invalid, "is not of the form _has:Type:reference:parameter");
        }

        var (source, link, rest) = (parts[1], parts[2], parts[3]);
        if (!registry.Schema.TryGetResourceType(source, out _))
        {
            return new SearchFault(SearchIssueCode.Invalid, $"names {SearchText.Shown(source)}, which is not a resource type");
        }

        if (FindParameters([source], link, out var parameters) is { } unknown)
        {
            return unknown with { Message = $"names {SearchText.Shown(link)}, which {unknown.Message}" };
        }

        if (parameters[0].Type != SearchParameterType.Reference || !parameters.SelectMany(static parameter => parameter.Targets).Intersect(types, StringComparer.Ordinal).Any())
        {
            return new SearchFault(SearchIssueCode.Invalid, $"names {source}.{SearchText.Shown(link)}, which cannot point at {string.Join(", ", types.Take(4))}");
        }

        var inner = Parse([source], rest, value, depth + 1);
        return inner.Fault is { } fault ? fault : new HasCriterion([.. parameters.Select(static parameter => parameter.Number)], inner.Value!);
    }

    /// <summary>Columns of the canonical urls of those types that have one: types with url and version (a Device has a url too, which is no canonical).</summary>
    internal List<int> CanonicalColumns(IReadOnlyList<string> types)
    {
        var columns = new List<int>();
        foreach (var type in types)
        {
            if (registry.TryGet(type, "url", out var url) && url is { Type: SearchParameterType.Uri, IsSupported: true } && registry.TryGet(type, "version", out _))
            {
                columns.Add(url.Number);
            }
        }

        return columns;
    }
}

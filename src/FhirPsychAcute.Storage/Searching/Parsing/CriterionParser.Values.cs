using FhirPsychAcute.Model;

using FhirPsychAcute.Storage.Database;
namespace FhirPsychAcute.Storage.Searching;

/// <content>Values and modifiers by parameter type.</content>
internal sealed partial class CriterionParser
{
    private Parsed<Criterion> ParseValues(List<ResourceSearchParameter> parameters, string? modifier, string value)
    {
        if (SplitValues(value, out var parts) is { } bad)
        {
            return bad;
        }

        int[] columns = [.. parameters.Select(parameter => parameter.Number)];
        switch (parameters[0].Type)
        {
            case SearchParameterType.Token:
                return ParseToken(parameters, columns, modifier, parts);
            case SearchParameterType.String:
                StringMatch? match = modifier switch { null => StringMatch.StartsWith, "exact" => StringMatch.Exact, "contains" => StringMatch.Contains, _ => null };
                return match is null
                    ? BadModifier(modifier!, "string")
                    : Make(IndexTable.String, columns, parts, part => ValueParser.String(part, match.Value), false, match == StringMatch.Contains ? 8 : match == StringMatch.Exact ? 3 : 4);
            case SearchParameterType.Date:
                return modifier is not null ? BadModifier(modifier, "date") : Make(IndexTable.Date, columns, parts, values.Date, false, 7);
            case SearchParameterType.Number:
                return modifier is not null ? BadModifier(modifier, "number") : Make(IndexTable.Number, columns, parts, ValueParser.Number, false, 7);
            case SearchParameterType.Quantity:
                return modifier is not null ? BadModifier(modifier, "quantity") : Make(IndexTable.Quantity, columns, parts, ValueParser.Quantity, false, 7);
            case SearchParameterType.Uri:
                UriMatch? compare = modifier switch { null => UriMatch.Equal, "below" => UriMatch.Below, "above" => UriMatch.Above, _ => null };
                return compare is null
                    ? BadModifier(modifier!, "uri")
                    : Make(IndexTable.Uri, columns, parts, part => ValueParser.Uri(part, compare.Value), false, 3);
            case SearchParameterType.Reference:
                return ParseReference(parameters, columns, modifier, parts);
            case SearchParameterType.Composite:
                return modifier is not null ? BadModifier(modifier, "composite") : ParseComposite(parameters, parts);
            default:
                return modifier is not null ? BadModifier(modifier, "special") : ParseNear(parameters[0], parts);
        }
    }

    private Parsed<Criterion> ParseToken(List<ResourceSearchParameter> parameters, int[] columns, string? modifier, List<string> parts)
    {
        switch (modifier)
        {
            case null or "not":
                // Identifiers name one resource; a code from a required value set, such as a status, leaves many.
                var selectivity = parameters[0].Code == "identifier" ? 1 : parameters[0].Code is "status" or "active" or "gender" or "category" or "class" or "intent" or "_tag" or "_security" ? 9 : 5;
                return Make(IndexTable.Token, columns, parts, ValueParser.Token, modifier is not null, selectivity);
            case "text":
                return Make(IndexTable.String, [.. parameters.Select(parameter => parameter.TextNumber)], parts, static part => ValueParser.String(part, StringMatch.StartsWith), false, 4);
            case "of-type":
                return Make(IndexTable.Token, [.. parameters.Select(parameter => parameter.OfTypeNumber)], parts, ValueParser.OfType, false, 1);
            case "in" or "not-in" or "above" or "below":
                return ParseExpanded(columns, modifier, parts);
            default:
                return BadModifier(modifier, "token");
        }
    }

    private Parsed<Criterion> ParseReference(List<ResourceSearchParameter> parameters, int[] columns, string? modifier, List<string> parts)
    {
        if (modifier == "identifier")
        {
            return Make(IndexTable.Token, [.. parameters.Select(parameter => parameter.IdentifierNumber)], parts, ValueParser.Token, false, 1);
        }

        if (modifier is not null && !registry.Schema.TryGetResourceType(modifier, out _))
        {
            return BadModifier(modifier, "reference");
        }

        IReadOnlyList<string> targets = [.. parameters.SelectMany(parameter => parameter.Targets).Distinct(StringComparer.Ordinal)];
        if (modifier is not null && !targets.Contains(modifier, StringComparer.Ordinal))
        {
            return new SearchFault(SearchIssueCode.Invalid, $"cannot point at a {modifier}");
        }

        return Make(IndexTable.Reference, columns, parts, part => values.Reference(part, targets, modifier), false, 2);
    }

    private static Parsed<Criterion> ParseNear(ResourceSearchParameter parameter, List<string> parts)
    {
        var places = new List<NearValue>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var place = ValueParser.Near(parts[i]);
            if (place.Fault is { } fault)
            {
                return At(fault, i, parts.Count);
            }

            places.Add(place.Value!);
        }

        return new NearCriterion(parameter.Number, parameter.LongitudeNumber, places);
    }

    private Parsed<Criterion> ParseComposite(List<ResourceSearchParameter> parameters, List<string> parts)
    {
        var shape = parameters[0].Components;
        var alternatives = new List<IReadOnlyList<ValueCriterion>>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var pieces = SearchText.Split(parts[i], '$');
            if (pieces.Count != shape.Count)
            {
                return At(new SearchFault(SearchIssueCode.Value, $"must have {shape.Count} parts separated by $"), i, parts.Count);
            }

            var all = new List<ValueCriterion>(pieces.Count);
            for (var c = 0; c < pieces.Count; c++)
            {
                var parsed = ParseComponent([.. parameters.Where(parameter => parameter.Components.Count > c).Select(parameter => parameter.Components[c])], pieces[c]);
                if (parsed.Fault is { } fault)
                {
                    return At(fault with { Message = $"in part {c + 1} {fault.Message}" }, i, parts.Count);
                }

                all.Add((ValueCriterion)parsed.Value!);
            }

            alternatives.Add(all);
        }

        return new CompositeCriterion(alternatives);
    }

    private Parsed<Criterion> ParseComponent(List<SearchComponent> components, string part)
    {
        int[] columns = [.. components.Select(component => component.Number)];
        List<string> one = [part];
        return components[0].Type switch
        {
            SearchParameterType.Token => Make(IndexTable.Token, columns, one, ValueParser.Token, false, 5),
            SearchParameterType.String => Make(IndexTable.String, columns, one, static text => ValueParser.String(text, StringMatch.StartsWith), false, 4),
            SearchParameterType.Date => Make(IndexTable.Date, columns, one, values.Date, false, 7),
            SearchParameterType.Number => Make(IndexTable.Number, columns, one, ValueParser.Number, false, 7),
            SearchParameterType.Quantity => Make(IndexTable.Quantity, columns, one, ValueParser.Quantity, false, 7),
            SearchParameterType.Uri => Make(IndexTable.Uri, columns, one, static text => ValueParser.Uri(text, UriMatch.Equal), false, 3),
            _ => Make(IndexTable.Reference, columns, one, text => values.Reference(text, components[0].Targets, null), false, 2),
        };
    }

    private static Parsed<Criterion> Make<T>(IndexTable table, int[] columns, List<string> parts, Func<string, Parsed<T>> parse, bool negated, int selectivity)
        where T : SearchValue
    {
        var parsed = new List<SearchValue>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var value = parse(parts[i]);
            if (value.Fault is { } fault)
            {
                return At(fault, i, parts.Count);
            }

            parsed.Add(value.Value!);
        }

        return new ValueCriterion(table, columns, parsed, negated, selectivity);
    }
}

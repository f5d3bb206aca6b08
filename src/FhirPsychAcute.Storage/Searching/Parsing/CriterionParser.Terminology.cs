using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <content>Token modifiers that need terminology: <c>:in :not-in :above :below</c> (R4 search 3.1.1.4.10).</content>
internal sealed partial class CriterionParser
{
    private Parsed<Criterion> ParseExpanded(int[] columns, string modifier, List<string> parts)
    {
        if (options.Terminology is not { } terminology)
        {
            return new SearchFault(SearchIssueCode.NotSupported, $"has the modifier :{modifier}, which needs terminology that searching does not have here", Refuses: true);
        }

        var tokens = new List<SearchValue>();
        for (var i = 0; i < parts.Count; i++)
        {
            var expansion = Expand(terminology, modifier, parts[i], options.MaxExpandedCodes - tokens.Count);
            if (expansion.Fault is { } fault)
            {
                return At(fault, i, parts.Count);
            }

            foreach (var (system, code) in expansion.Value!.Codes)
            {
                tokens.Add(new TokenValue(system, code));
            }
        }

        var isNegated = modifier == "not-in";
        if (tokens.Count == 0)
        {
            return isNegated ? new EverythingCriterion() : new NothingCriterion();
        }

        return new ValueCriterion(IndexTable.Token, columns, tokens, isNegated, tokens.Count <= 10 ? 5 : 8);
    }

    private static Parsed<TokenExpansion> Expand(ITerminologyExpander terminology, string modifier, string part, int limit)
    {
        TokenExpansion expansion;
        if (modifier is "in" or "not-in")
        {
            expansion = terminology.ValueSet(SearchText.Unescape(part), limit);
        }
        else
        {
            var token = ValueParser.Token(part);
            if (token.Fault is { } fault)
            {
                return fault;
            }

            if (token.Value is not { System.Length: > 0, Code: not null })
            {
                return new SearchFault(SearchIssueCode.Value, $"is not of the form system|code that :{modifier} asks for");
            }

            expansion = modifier == "below"
                ? terminology.Below(token.Value.System, token.Value.Code, limit)
                : terminology.Above(token.Value.System, token.Value.Code, limit);
        }

        var what = modifier is "in" or "not-in" ? "a value set" : "a code system";
        return expansion.Fault switch
        {
            ExpansionFault.None => expansion,
            ExpansionFault.Unknown => new SearchFault(SearchIssueCode.Value, $"names {what} that is not known here"),
            ExpansionFault.NotComputable => new SearchFault(
                SearchIssueCode.NotSupported, $"names {what} that cannot be worked out here, because its concepts or those of its code systems are elsewhere", Refuses: true),
            _ => new SearchFault(SearchIssueCode.TooCostly, $"names more codes than a search may have ({limit})"),
        };
    }
}

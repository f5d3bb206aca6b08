using System.Collections.Frozen;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>A function: how many arguments it takes and what it does. Null body: the compiler has a node of its own for it.</summary>
internal sealed record FunctionDefinition(int Least, int Most, FunctionBody? Body);

/// <summary>All functions by name (N1 section 5, R4 2.1.9.1.5).</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionDefinition> Known = new Dictionary<string, FunctionDefinition>(StringComparer.Ordinal)
    {
        // Existence
        ["empty"] = new(0, 0, null),
        ["exists"] = new(0, 1, null),
        ["all"] = new(1, 1, null),
        ["not"] = new(0, 0, null),
        ["count"] = new(0, 0, null),
        ["allTrue"] = new(0, 0, Existence.AllTrue),
        ["anyTrue"] = new(0, 0, Existence.AnyTrue),
        ["allFalse"] = new(0, 0, Existence.AllFalse),
        ["anyFalse"] = new(0, 0, Existence.AnyFalse),
        ["subsetOf"] = new(1, 1, Existence.SubsetOf),
        ["supersetOf"] = new(1, 1, Existence.SupersetOf),
        ["distinct"] = new(0, 0, Existence.Distinct),
        ["isDistinct"] = new(0, 0, Existence.IsDistinct),

        // Filtering and projection
        ["where"] = new(1, 1, null),
        ["select"] = new(1, 1, null),
        ["repeat"] = new(1, 1, Repetition.Repeat),
        ["ofType"] = new(1, 1, null),
        ["is"] = new(1, 1, null),
        ["as"] = new(1, 1, null),
        ["iif"] = new(2, 3, null),

        // Subsetting and combining
        ["first"] = new(0, 0, null),
        ["single"] = new(0, 0, Subsetting.Single),
        ["last"] = new(0, 0, Subsetting.Last),
        ["tail"] = new(0, 0, Subsetting.Tail),
        ["skip"] = new(1, 1, Subsetting.Skip),
        ["take"] = new(1, 1, Subsetting.Take),
        ["intersect"] = new(1, 1, Subsetting.Intersect),
        ["exclude"] = new(1, 1, Subsetting.Exclude),
        ["union"] = new(1, 1, Subsetting.Union),
        ["combine"] = new(1, 1, Subsetting.Combine),

        // Conversion
        ["toBoolean"] = new(0, 0, Conversion.To(Conversion.ToBoolean)),
        ["convertsToBoolean"] = new(0, 0, Conversion.Converts(Conversion.ToBoolean)),
        ["toInteger"] = new(0, 0, Conversion.To(Conversion.ToInteger)),
        ["convertsToInteger"] = new(0, 0, Conversion.Converts(Conversion.ToInteger)),
        ["toLong"] = new(0, 0, Conversion.To(Conversion.ToLong)),
        ["convertsToLong"] = new(0, 0, Conversion.Converts(Conversion.ToLong)),
        ["toDecimal"] = new(0, 0, Conversion.To(Conversion.ToDecimal)),
        ["convertsToDecimal"] = new(0, 0, Conversion.Converts(Conversion.ToDecimal)),
        ["toDate"] = new(0, 0, Conversion.To(Conversion.ToDate)),
        ["convertsToDate"] = new(0, 0, Conversion.Converts(Conversion.ToDate)),
        ["toDateTime"] = new(0, 0, Conversion.To(Conversion.ToDateTime)),
        ["convertsToDateTime"] = new(0, 0, Conversion.Converts(Conversion.ToDateTime)),
        ["toTime"] = new(0, 0, Conversion.To(Conversion.ToTime)),
        ["convertsToTime"] = new(0, 0, Conversion.Converts(Conversion.ToTime)),
        ["toString"] = new(0, 0, Conversion.To(Conversion.ToText)),
        ["convertsToString"] = new(0, 0, Conversion.Converts(Conversion.ToText)),
        ["toQuantity"] = new(0, 1, Conversion.ToQuantityIn),
        ["convertsToQuantity"] = new(0, 1, Conversion.ConvertsToQuantityIn),

        // Strings
        ["indexOf"] = new(1, 1, Strings.IndexOf),
        ["lastIndexOf"] = new(1, 1, Strings.LastIndexOf),
        ["substring"] = new(1, 2, Strings.Substring),
        ["startsWith"] = new(1, 1, Strings.StartsWith),
        ["endsWith"] = new(1, 1, Strings.EndsWith),
        ["contains"] = new(1, 1, Strings.Contains),
        ["upper"] = new(0, 0, Strings.Upper),
        ["lower"] = new(0, 0, Strings.Lower),
        ["replace"] = new(2, 2, Strings.Replace),
        ["matches"] = new(1, 1, Patterns.Matches),
        ["matchesFull"] = new(1, 1, Patterns.MatchesFull),
        ["replaceMatches"] = new(2, 2, Patterns.ReplaceMatches),
        ["length"] = new(0, 0, Strings.Length),
        ["toChars"] = new(0, 0, Strings.ToChars),
        ["trim"] = new(0, 0, Strings.Trim),
        ["split"] = new(1, 1, Strings.Split),
        ["join"] = new(0, 1, Strings.Join),
        ["encode"] = new(1, 1, Strings.Encode),
        ["decode"] = new(1, 1, Strings.Decode),
        ["escape"] = new(1, 1, Strings.Escape),
        ["unescape"] = new(1, 1, Strings.Unescape),

        // Mathematics
        ["abs"] = new(0, 0, Mathematics.Abs),
        ["ceiling"] = new(0, 0, Mathematics.Ceiling),
        ["exp"] = new(0, 0, Mathematics.Exp),
        ["floor"] = new(0, 0, Mathematics.Floor),
        ["ln"] = new(0, 0, Mathematics.Ln),
        ["log"] = new(1, 1, Mathematics.Log),
        ["power"] = new(1, 1, Mathematics.Power),
        ["round"] = new(0, 1, Mathematics.Round),
        ["sqrt"] = new(0, 0, Mathematics.Sqrt),
        ["truncate"] = new(0, 0, Mathematics.Truncate),
        ["lowBoundary"] = new(0, 1, Boundaries.Low),
        ["highBoundary"] = new(0, 1, Boundaries.High),
        ["precision"] = new(0, 0, Boundaries.Precision),
        ["comparable"] = new(1, 1, Boundaries.Comparable),

        // Navigation and utility
        ["children"] = new(0, 0, null),
        ["descendants"] = new(0, 0, null),
        ["trace"] = new(1, 2, Utility.Trace),
        ["now"] = new(0, 0, Utility.Now),
        ["today"] = new(0, 0, Utility.Today),
        ["timeOfDay"] = new(0, 0, Utility.TimeOfDay),
        ["aggregate"] = new(1, 2, Utility.Aggregate),
        ["sort"] = new(0, 16, Utility.Sort),
        ["defineVariable"] = new(1, 2, null),
        ["type"] = new(0, 0, FhirFunctions.Type),

        // FHIR
        ["extension"] = new(1, 1, null),
        ["hasExtension"] = new(1, 1, null),
        ["hasValue"] = new(0, 0, null),
        ["getValue"] = new(0, 0, FhirFunctions.GetValue),
        ["resolve"] = new(0, 0, null),
        ["memberOf"] = new(1, 1, FhirFunctions.MemberOf),
        ["subsumes"] = new(1, 1, FhirFunctions.Subsumes),
        ["subsumedBy"] = new(1, 1, FhirFunctions.SubsumedBy),
        ["conformsTo"] = new(1, 1, FhirFunctions.ConformsTo),
        ["htmlChecks"] = new(0, 0, Narrative.HtmlChecks),
        ["checkModifiers"] = new(0, 64, FhirFunctions.CheckModifiers),
        ["elementDefinition"] = new(0, 0, FhirFunctions.ElementDefinition),
        ["slice"] = new(2, 2, FhirFunctions.Slice),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FunctionDefinition? Find(string name) => Known.GetValueOrDefault(name);
}

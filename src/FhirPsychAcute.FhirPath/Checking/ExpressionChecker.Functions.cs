using System.Collections.Frozen;
using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Checking;

/// <summary>What functions take and give.</summary>
internal sealed partial class ExpressionChecker
{
    /// <summary>More rounds than any type nests in itself; what has not settled by then stays as it is.</summary>
    private const int MaxRepeatRounds = 8;

    private static readonly FrozenSet<string> Same = new[]
    {
        "where", "distinct", "single", "trace", "exclude", "intersect", "abs", "lowBoundary", "highBoundary", "sort", "defineVariable", "checkModifiers",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NeedOrder = new[] { "first", "last", "tail", "skip", "take" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NeedText = new[]
    {
        "indexOf", "lastIndexOf", "substring", "startsWith", "endsWith", "contains", "upper", "lower", "replace", "matches", "matchesFull", "replaceMatches", "length", "toChars", "trim",
        "split", "encode", "decode", "escape", "unescape",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FhirPathKind> Gives = new Dictionary<string, FhirPathKind>(StringComparer.Ordinal)
    {
        ["empty"] = FhirPathKind.Boolean, ["exists"] = FhirPathKind.Boolean, ["all"] = FhirPathKind.Boolean, ["not"] = FhirPathKind.Boolean, ["allTrue"] = FhirPathKind.Boolean,
        ["anyTrue"] = FhirPathKind.Boolean, ["allFalse"] = FhirPathKind.Boolean, ["anyFalse"] = FhirPathKind.Boolean, ["subsetOf"] = FhirPathKind.Boolean, ["supersetOf"] = FhirPathKind.Boolean,
        ["isDistinct"] = FhirPathKind.Boolean, ["is"] = FhirPathKind.Boolean, ["startsWith"] = FhirPathKind.Boolean, ["endsWith"] = FhirPathKind.Boolean, ["contains"] = FhirPathKind.Boolean,
        ["matches"] = FhirPathKind.Boolean, ["matchesFull"] = FhirPathKind.Boolean, ["hasValue"] = FhirPathKind.Boolean, ["hasExtension"] = FhirPathKind.Boolean, ["memberOf"] = FhirPathKind.Boolean,
        ["subsumes"] = FhirPathKind.Boolean, ["subsumedBy"] = FhirPathKind.Boolean, ["conformsTo"] = FhirPathKind.Boolean, ["htmlChecks"] = FhirPathKind.Boolean, ["comparable"] = FhirPathKind.Boolean,
        ["count"] = FhirPathKind.Integer, ["length"] = FhirPathKind.Integer, ["indexOf"] = FhirPathKind.Integer, ["lastIndexOf"] = FhirPathKind.Integer, ["precision"] = FhirPathKind.Integer,
        ["substring"] = FhirPathKind.String, ["upper"] = FhirPathKind.String, ["lower"] = FhirPathKind.String, ["replace"] = FhirPathKind.String, ["replaceMatches"] = FhirPathKind.String,
        ["toChars"] = FhirPathKind.String, ["trim"] = FhirPathKind.String, ["split"] = FhirPathKind.String, ["join"] = FhirPathKind.String, ["encode"] = FhirPathKind.String,
        ["decode"] = FhirPathKind.String, ["escape"] = FhirPathKind.String, ["unescape"] = FhirPathKind.String, ["toString"] = FhirPathKind.String,
        ["toBoolean"] = FhirPathKind.Boolean, ["toInteger"] = FhirPathKind.Integer, ["toLong"] = FhirPathKind.Long, ["toDecimal"] = FhirPathKind.Decimal, ["toDate"] = FhirPathKind.Date,
        ["toDateTime"] = FhirPathKind.DateTime, ["toTime"] = FhirPathKind.Time, ["toQuantity"] = FhirPathKind.Quantity, ["now"] = FhirPathKind.DateTime, ["today"] = FhirPathKind.Date,
        ["timeOfDay"] = FhirPathKind.Time, ["type"] = FhirPathKind.TypeInfo, ["round"] = FhirPathKind.Decimal, ["sqrt"] = FhirPathKind.Decimal, ["exp"] = FhirPathKind.Decimal,
        ["ln"] = FhirPathKind.Decimal, ["log"] = FhirPathKind.Decimal, ["ceiling"] = FhirPathKind.Integer, ["floor"] = FhirPathKind.Integer, ["truncate"] = FhirPathKind.Integer,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private StaticType TypeOf(FunctionSyntax call, StaticType focus)
    {
        var source = call.Source is null ? focus : TypeOf(call.Source, focus);
        if (NeedText.Contains(call.Name) && !source.IsEmpty && !source.MayBeText())
        {
            throw Error($"{call.Name}() wants a String, not {source}", call);
        }

        if (NeedOrder.Contains(call.Name))
        {
            CheckArguments(call, focus);
            return Ordered(source, call, call.Name + "()");
        }

        switch (call.Name)
        {
            case "is":
                return StaticType.Of(FhirPathKind.Boolean);
            case "as" or "ofType":
                return call.Arguments is [MemberSyntax { Source: null } name] ? Narrowed(source, new TypeSpecifierSyntax(name.Position, null, name.Name), isAs: true) : StaticType.Any;
            case "children" or "descendants":
                return source.IsEmpty ? source : StaticType.Any.Unordered();
            case "select":
                return TypeOf(call.Arguments[0], source);
            case "repeat":
                return Repeated(call, source);
            case "iif":
                return Chosen(call, source);
            case "union" or "combine":
                return source.Or(TypeOf(call.Arguments[0], focus));
            case "extension":
                CheckArguments(call, focus);
                return source.IsEmpty ? source : schema.TryGetType("Extension", out var extension) ? StaticType.Of(extension) : StaticType.Any;
            case "where" or "exists" or "all" or "trace":
                CheckArguments(call, source);
                return call.Name is "where" or "trace" ? source : StaticType.Of(FhirPathKind.Boolean);
            case "sort" or "aggregate" or "defineVariable":
                CheckArguments(call, source);
                return call.Name == "aggregate" ? StaticType.Any : source;
            default:
                CheckArguments(call, focus);
                return Same.Contains(call.Name) ? source : Gives.TryGetValue(call.Name, out var kind) ? StaticType.Of(kind) : StaticType.Any;
        }
    }

    private void CheckArguments(FunctionSyntax call, StaticType focus)
    {
        foreach (var argument in call.Arguments)
        {
            TypeOf(argument, focus);
        }
    }

    private StaticType Repeated(FunctionSyntax call, StaticType source)
    {
        var result = StaticType.None;
        var next = TypeOf(call.Arguments[0], source);
        for (var round = 0; round < MaxRepeatRounds && !next.IsEmpty && !next.Fhir.All(result.Fhir.Contains); round++)
        {
            result = result.Or(next);

            // A projection may name an element that only some of the types on the way have.
            next = next with { IsOpen = true };
            next = TypeOf(call.Arguments[0], next) with { IsOpen = false };
        }

        return result.Or(next);
    }

    private StaticType Chosen(FunctionSyntax call, StaticType source)
    {
        TypeOf(call.Arguments[0], source);
        var then = TypeOf(call.Arguments[1], source);
        return call.Arguments.Count > 2 ? then.Or(TypeOf(call.Arguments[2], source)) : then;
    }
}

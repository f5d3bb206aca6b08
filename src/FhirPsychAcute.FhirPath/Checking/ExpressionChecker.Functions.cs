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

    /// <summary>Functions whose result always has one System type.</summary>
    private static readonly FrozenDictionary<string, FhirPathKind> Gives = new (FhirPathKind Kind, string Functions)[]
    {
        (FhirPathKind.Boolean, "empty exists all not allTrue anyTrue allFalse anyFalse subsetOf supersetOf isDistinct is startsWith endsWith"),
        (FhirPathKind.Boolean, "contains matches matchesFull hasValue hasExtension memberOf subsumes subsumedBy conformsTo htmlChecks"),
        (FhirPathKind.Boolean, "comparable toBoolean"),
        (FhirPathKind.Integer, "count length indexOf lastIndexOf precision toInteger ceiling floor truncate"),
        (FhirPathKind.String, "substring upper lower replace replaceMatches toChars trim split join encode decode escape unescape toString"),
        (FhirPathKind.Long, "toLong"),
        (FhirPathKind.Decimal, "toDecimal round sqrt exp ln log"),
        (FhirPathKind.Date, "toDate today"),
        (FhirPathKind.DateTime, "toDateTime now"),
        (FhirPathKind.Time, "toTime timeOfDay"),
        (FhirPathKind.Quantity, "toQuantity"),
        (FhirPathKind.TypeInfo, "type"),
    }.SelectMany(row => row.Functions.Split(' ').Select(name => KeyValuePair.Create(name, row.Kind))).ToFrozenDictionary(StringComparer.Ordinal);

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

using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.FhirPath.Tests.Syntax;

/// <summary>Whatever the text, it is an expression or a <see cref="FhirPathException"/>; whatever the expression, it ends with results or one.</summary>
public sealed class ArbitraryTextTests
{
    private static readonly string[] Words =
    [
        "Patient", "name", "given", "birthDate", "telecom", "value", "contained", "$this", "$index", "$total", "%resource", "%context", "%x", ".", ".", ".", "(", ")", "[", "]", "{}", ",", "|",
        "+", "-", "*", "/", "div", "mod", "&", "=", "!=", "~", "!~", "<", "<=", ">", ">=", "and", "or", "xor", "implies", "in", "contains", "is", "as", "Quantity", "System.String", "code",
        "1", "0", "-1", "2147483647", "1.50", "28", "'a'", "'[a-z]+'", "'(a+)+$'", "'kg'", "4 days", "1 'mg'", "@2015", "@2015-02-04T14:34:28+09:00", "@T10:30", "true", "false",
        "where(", "select(", "exists(", "all(", "repeat(", "iif(", "aggregate(", "sort(", "first()", "last()", "tail()", "count()", "children()", "descendants()", "distinct()", "not()",
        "substring(", "matches(", "replaceMatches(", "replace(", "split(", "join(", "toString()", "toInteger()", "toDecimal()", "toQuantity()", "toDateTime()", "toDate()", "toTime()", "abs()",
        "power(", "round(", "log(", "exp()", "sqrt()", "lowBoundary(", "highBoundary(", "precision()", "type()", "resolve()", "extension(", "hasValue()", "getValue()", "ofType(", "now()", "today()",
        "encode(", "decode(", "'hex'", "escape(", "unescape(", "'json'", "union(", "combine(", "intersect(", "exclude(", "subsetOf(", "skip(", "take(", "single()", "trace(", "defineVariable(",
        "conformsTo(", "memberOf(", "htmlChecks()", "checkModifiers(", "comparable(", "toChars()", "trim()", "length()", "upper()", "indexOf(", "allTrue()", "isDistinct()",
    ];

    [Fact]
    public void Any_text_is_an_expression_or_an_error() =>
        Prop.ForAll<string>(text => IsAnExpressionOrAnError(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_words_in_any_order_end_with_results_or_an_error()
    {
        var expressions = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(expressions, IsAnExpressionOrAnError));
    }

    [Fact]
    public void Any_chain_of_calls_ends_with_results_or_an_error()
    {
        var closed = Words.Select(word => word.EndsWith('(') ? word + "'a', 1)" : word).Concat(Words.Where(word => word.EndsWith('(')).Select(word => word + "$this)"))
            .Concat(Words.Where(word => word.EndsWith('(')).Select(word => word + "2)")).Where(word => word.EndsWith(')')).ToArray();
        var starts = new[] { "Patient", "name", "birthDate", "1", "'a1'", "1.25", "1 'mg'", "@2015-02", "@T10:30", "telecom.value", "{}", "descendants()" };
        var expressions = Gen.Elements(starts)
            .SelectMany(start => Gen.Elements(closed).ListOf().Select(calls => string.Join('.', calls.Prepend(start))))
            .ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(expressions, IsAnExpressionOrAnError));
    }

    private static bool IsAnExpressionOrAnError(string text)
    {
        try
        {
            var results = new FhirPathResults();
            var context = new EvaluationContext { MaxSteps = 50_000, ResolveToTypeOnly = true };
            CompiledExpression.Compile(text, R4.Schema).Evaluate(Patient, results, context);
            CompiledExpression.Compile(text, R4.Schema, CompileOptions.R4Definitions with { ContextType = Patient.Type }).Evaluate(Patient, results, context);
        }
        catch (FhirPathException)
        {
            // The only exception there may be.
        }

        return true;
    }

    private static Element Patient { get; } = R4.Resource(
        """
        {'resourceType':'Patient','id':'a','active':true,'contained':[{'resourceType':'Organization','id':'o','name':'O'}],
         'name':[{'family':'B','given':['C','D']},{'given':['C'],'_family':{'extension':[{'url':'http://example.org/x','valueQuantity':{'value':1.0,'unit':'x'}}]}}],
         'telecom':[{'system':'phone','value':'+45 12'}],'birthDate':'1970-01','managingOrganization':{'reference':'#o'},'multipleBirthInteger':2}
        """);
}

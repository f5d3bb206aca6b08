using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Nodes;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>
/// matches(), matchesFull() and replaceMatches() (N1 5.6.9, 5.6.10). Patterns run without backtracking where .NET can, otherwise under a time limit,
/// so that a hostile pattern ends in an error. The dot matches line breaks; case counts.
/// </summary>
internal static class Patterns
{
    private const int MaxCached = 256;
    private const int MaxPatternLength = 4000;

    private static readonly ConcurrentDictionary<(string Pattern, bool Full, TimeSpan Timeout), Regex> Known = new();

    public static void Matches(FunctionNode call, Run run, in Scope scope) => Match(call, run, scope, full: false);

    public static void MatchesFull(FunctionNode call, Run run, in Scope scope) => Match(call, run, scope, full: true);

    public static void ReplaceMatches(FunctionNode call, Run run, in Scope scope)
    {
        if (!call.TryText(run, scope, out var text) || !call.TryTextArgument(run, scope, 0, out var pattern) || !call.TryTextArgument(run, scope, 1, out var substitution))
        {
            return;
        }

        if (pattern.Length == 0)
        {
            run.Push(FhirPathValue.Of(text));
            return;
        }

        try
        {
            run.PushText(Replace(run, Pattern(call, run, pattern, full: false), text, substitution));
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw TooLong(call, fault);
        }
    }

    /// <summary>Checks a constant pattern while compiling, and makes it ready.</summary>
    /// <exception cref="FhirPathException">It is not a regular expression.</exception>
    public static void Check(string name, Evaluator[] arguments)
    {
        if (arguments.Length > 0 && arguments[0] is LiteralNode { Value: { Kind: FhirPathKind.String } pattern })
        {
            Get(name, pattern.AsString, full: string.Equals(name, "matchesFull()", StringComparison.Ordinal), EvaluationContext.Default.RegexTimeout);
        }
    }

    private static void Match(FunctionNode call, Run run, in Scope scope, bool full)
    {
        if (!call.TryText(run, scope, out var text) || !call.TryTextArgument(run, scope, 0, out var pattern))
        {
            return;
        }

        try
        {
            run.Push(Pattern(call, run, pattern, full).IsMatch(text));
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw TooLong(call, fault);
        }
    }

    /// <summary>As Regex.Replace, with the length of the result watched.</summary>
    private static string Replace(Run run, Regex regex, string text, string substitution)
    {
        var length = (long)text.Length;
        return regex.Replace(text, match =>
        {
            run.Step();
            var replacement = match.Result(substitution);
            length += replacement.Length;
            Run.CheckLength(length);
            return replacement;
        });
    }

    private static Regex Pattern(FunctionNode call, Run run, string pattern, bool full) => Get(call.Name, pattern, full, run.Context.RegexTimeout);

    private static Regex Get(string name, string pattern, bool full, TimeSpan timeout)
    {
        var key = (pattern, full, timeout);
        if (Known.TryGetValue(key, out var regex))
        {
            return regex;
        }

        regex = Build(name, pattern, full, timeout);
        if (Known.Count < MaxCached)
        {
            Known.TryAdd(key, regex);
        }

        return regex;
    }

    private static Regex Build(string name, string pattern, bool full, TimeSpan timeout)
    {
        if (pattern.Length > MaxPatternLength)
        {
            throw new FhirPathException($"the pattern of {name} is longer than {MaxPatternLength} characters");
        }

        const RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.Singleline;
        var whole = full ? $"^(?:{pattern})$" : pattern;
        try
        {
            return new Regex(whole, options | RegexOptions.NonBacktracking, timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, options, timeout);
        }
        catch (ArgumentException fault)
        {
            throw new FhirPathException($"the pattern of {name} is not a regular expression", fault);
        }
    }

    private static FhirPathException TooLong(FunctionNode call, Exception fault) => new($"the pattern of {call.Name} took longer than allowed", fault);
}

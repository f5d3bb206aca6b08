using FhirPsychAcute.FhirPath.Checking;
using FhirPsychAcute.FhirPath.Compilation;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>A FHIRPath expression ready to run (http://hl7.org/fhirpath/N1, with what R4 adds). Immutable and safe for any number of threads.</summary>
public sealed class CompiledExpression
{
    private readonly Evaluator root;
    private readonly int keptCount;

    [ThreadStatic]
    private static FhirPathResults? idle;

    private CompiledExpression(string text, Evaluator root, int keptCount)
    {
        Text = text;
        this.root = root;
        this.keptCount = keptCount;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Parses and compiles standard FHIRPath. Names are resolved against the schema while running, by name number.</summary>
    /// <exception cref="FhirPathException">The expression is not FHIRPath; the message names position and reason.</exception>
    public static CompiledExpression Compile(string expression, SchemaCatalog schema) => Compile(expression, schema, CompileOptions.Default);

    /// <summary>Parses and compiles; for SearchParameters and invariants of R4 use <see cref="CompileOptions.R4Definitions"/>.</summary>
    /// <exception cref="FhirPathException">The expression is not FHIRPath, or fails the checks asked for; the message names position and reason.</exception>
    public static CompiledExpression Compile(string expression, SchemaCatalog schema, CompileOptions options)
    {
        var syntax = Parser.Parse(expression);
        if (options is { Strict: true, ContextType: { } contextType })
        {
            ExpressionChecker.Check(expression, syntax, schema, contextType);
        }

        var (root, keptCount) = Compiler.Compile(expression, syntax, schema, options);
        return new CompiledExpression(expression, root, keptCount);
    }

    /// <summary>Checks an expression that starts from any of several types, without making it ready to run: syntax, names, types (as <see cref="CompileOptions.Strict"/>).</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="schema">The definitions.</param>
    /// <param name="contextTypes">Types of the focus, one or more: a name is right when any of them has it.</param>
    /// <exception cref="FhirPathException">The first fault found.</exception>
    public static void Check(string expression, SchemaCatalog schema, IReadOnlyList<TypeSchema> contextTypes) =>
        ExpressionChecker.Check(expression, Parser.Parse(expression), schema, contextTypes);

    /// <summary>Runs the expression on one element; the results stand in <paramref name="results"/> until its next use. Allocates nothing for plain paths.</summary>
    /// <exception cref="FhirPathException">An evaluation error as the specification defines them (several items where one is needed ...), or a limit exceeded.</exception>
    public void Evaluate(Element focus, FhirPathResults results, EvaluationContext? context = null) =>
        Evaluate(new FhirPathValue(focus), results, context);

    /// <summary>Runs the expression on one item, which may be a System value.</summary>
    /// <exception cref="FhirPathException">An evaluation error, or a limit exceeded.</exception>
    public void Evaluate(FhirPathValue focus, FhirPathResults results, EvaluationContext? context = null)
    {
        var run = results.Begin(focus, context ?? EvaluationContext.Default, keptCount);
        root.Evaluate(run, Scope(focus));
    }

    /// <summary>Runs the expression on one element and appends what it yields to <paramref name="results"/>.</summary>
    /// <exception cref="FhirPathException">An evaluation error, or a limit exceeded.</exception>
    public void Evaluate(Element focus, List<FhirPathValue> results, EvaluationContext? context = null)
    {
        var buffer = Borrow();
        try
        {
            Evaluate(new FhirPathValue(focus), buffer, context);
            results.AddRange(buffer.Items);
        }
        finally
        {
            buffer.Settle();
            idle = buffer;
        }
    }

    /// <summary>
    /// Runs the expression and reads the result as an invariant does: empty is <paramref name="whenEmpty"/>, a single item that is not a boolean is true.
    /// </summary>
    /// <exception cref="FhirPathException">An evaluation error, or a limit exceeded.</exception>
    public bool IsTrue(Element focus, EvaluationContext? context = null, bool whenEmpty = false)
    {
        var buffer = Borrow();
        try
        {
            var value = new FhirPathValue(focus);
            var run = buffer.Begin(value, context ?? EvaluationContext.Default, keptCount);
            return root.Test(run, Scope(value)) switch
            {
                Truth.True => true,
                Truth.False => false,
                _ => whenEmpty,
            };
        }
        finally
        {
            buffer.Settle();
            idle = buffer;
        }
    }

    /// <summary>The text of the expression.</summary>
    public override string ToString() => Text;

    private static Scope Scope(in FhirPathValue focus) => new(0, focus.Kind == FhirPathKind.None ? 0 : 1);

    /// <summary>One buffer a thread; a hook that evaluates in the midst of an evaluation gets a new one.</summary>
    private static FhirPathResults Borrow()
    {
        var buffer = idle ?? new FhirPathResults();
        idle = null;
        return buffer;
    }
}

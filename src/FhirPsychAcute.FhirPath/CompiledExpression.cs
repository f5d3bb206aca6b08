using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>A FHIRPath expression ready to run. Immutable and safe for any number of threads.</summary>
public sealed class CompiledExpression
{
    internal CompiledExpression(string text) => Text = text;

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Parses and compiles. Names are resolved against the schema while running, by name number.</summary>
    /// <exception cref="FhirPathException">The expression is not FHIRPath; the message names position and reason.</exception>
    public static CompiledExpression Compile(string expression, SchemaCatalog schema) => throw new NotSupportedException();

    /// <summary>Runs the expression on one element and appends what it yields to <paramref name="results"/>.</summary>
    /// <exception cref="FhirPathException">An evaluation error as the specification defines them (several items where one is needed ...), or a limit exceeded.</exception>
    public void Evaluate(Element focus, List<FhirPathValue> results, EvaluationContext? context = null) => throw new NotSupportedException();

    /// <summary>Runs the expression and reads the result as an invariant does: empty is true for <paramref name="whenEmpty"/>, a single item that is not a boolean is true.</summary>
    public bool IsTrue(Element focus, EvaluationContext? context = null, bool whenEmpty = false) => throw new NotSupportedException();
}

/// <summary>What the caller gives an evaluation: the way to resolve references, the clock, external constants, limits.</summary>
public sealed class EvaluationContext
{
    /// <summary>Finds the resource that a reference, uri or canonical points at, for <c>resolve()</c>; no element when it is unknown. Null: only contained and bundled resources are found.</summary>
    public Func<string, Element>? Resolve { get; init; }

    /// <summary>
    /// Whether <c>resolve()</c> that finds nothing may answer with a stand-in that knows just the type of the target, read from the reference,
    /// so that <c>resolve() is Patient</c> can be decided as search indexing needs it.
    /// </summary>
    public bool ResolveToTypeOnly { get; init; }

    /// <summary>The clock for now(), today() and timeOfDay(); the same instant during one evaluation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>An expression that cannot be compiled, or a run that ended in an error.</summary>
public sealed class FhirPathException : Exception
{
    /// <summary>An error without text.</summary>
    public FhirPathException()
    {
    }

    /// <summary>An error; the message holds no values of the resource.</summary>
    public FhirPathException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public FhirPathException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

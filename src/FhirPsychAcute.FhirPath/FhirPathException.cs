namespace FhirPsychAcute.FhirPath;

/// <summary>An expression that cannot be compiled, or a run that ended in an error. The message holds no values of the resource.</summary>
public sealed class FhirPathException : Exception
{
    /// <summary>An error without text.</summary>
    public FhirPathException()
    {
    }

    /// <summary>An error without a place in the expression.</summary>
    public FhirPathException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public FhirPathException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error at a place in the expression; line and column are put in front of the message.</summary>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="expression">The expression as written.</param>
    /// <param name="offset">UTF-16 offset from 0 at which the fault stands.</param>
    public FhirPathException(string message, string expression, int offset)
        : this(message, LineOf(expression, offset), ColumnOf(expression, offset), offset)
    {
    }

    private FhirPathException(string message, int line, int column, int offset, Exception? innerException = null)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}, column {column}: {message}"), innerException)
    {
        Line = line;
        Column = column;
        Offset = offset;
    }

    /// <summary>Line of the fault in the expression, from 1; 0 when the error has no place.</summary>
    public int Line { get; }

    /// <summary>Column of the fault in UTF-16 units, from 1; 0 when the error has no place.</summary>
    public int Column { get; }

    /// <summary>Offset of the fault in UTF-16 units, from 0; -1 when the error has no place.</summary>
    public int Offset { get; } = -1;

    /// <summary>The same error with a place.</summary>
    internal static FhirPathException At(FhirPathException fault, string expression, int offset) =>
        new(fault.Message, LineOf(expression, offset), ColumnOf(expression, offset), offset, fault);

    private static int LineOf(string expression, int offset) => 1 + expression.AsSpan(0, Math.Clamp(offset, 0, expression.Length)).Count('\n');

    private static int ColumnOf(string expression, int offset)
    {
        var before = expression.AsSpan(0, Math.Clamp(offset, 0, expression.Length));
        return before.Length - (before.LastIndexOf('\n') + 1) + 1;
    }
}

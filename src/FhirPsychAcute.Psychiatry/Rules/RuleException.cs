namespace FhirPsychAcute.Psychiatry.Rules;

/// <summary>A table of rules cannot be used; the message names the table and the line.</summary>
public sealed class RuleException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    public RuleException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="RuleException(string)"/>
    public RuleException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

namespace FhirPsychAcute.FhirPath;

/// <summary>An expression as text, looked at without being parsed.</summary>
public static class ExpressionText
{
    /// <summary>
    /// Where a separator stands next outside of parentheses and strings, from <paramref name="start"/> on; -1 when it does not.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="isClosed">Whether every parenthesis and string that was opened on the way is closed again.</param>
    public static int IndexOf(string expression, char separator, int start, out bool isClosed)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var depth = 0;
        var quoted = false;
        for (var at = start; at < expression.Length; at++)
        {
            var character = expression[at];
            if (character == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && character == '(')
            {
                depth++;
            }
            else if (!quoted && character == ')')
            {
                depth--;
            }
            else if (!quoted && depth == 0 && character == separator)
            {
                isClosed = true;
                return at;
            }
        }

        isClosed = depth == 0 && !quoted;
        return -1;
    }
}

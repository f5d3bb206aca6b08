using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Takes the expression of a search parameter apart: the alternatives of its union, and which of them apply to a resource type.</summary>
internal static class ExpressionParts
{
    /// <summary>The alternatives whose first name is the resource type or one that it specialises; those that begin with no type at all are relative and apply too.</summary>
    public static List<string> ForType(IReadOnlyList<(string Text, TypeSchema? Start)> parts, string resourceType, SchemaCatalog schema)
    {
        var own = schema.Type(resourceType);
        var applying = new List<string>(1);
        foreach (var (text, start) in parts)
        {
            if (start is null || own.IsOrSpecialises(start))
            {
                applying.Add(text);
            }
        }

        return applying;
    }

    /// <summary>The alternatives of an expression, each with the resource type that it begins with, if any.</summary>
    public static IReadOnlyList<(string Text, TypeSchema? Start)> Read(string expression, SchemaCatalog schema)
    {
        var parts = new List<(string, TypeSchema?)>();
        foreach (var part in Split(expression))
        {
            parts.Add((part, schema.TryGetType(FirstName(part), out var type) && type.IsResource ? type : null));
        }

        return parts;
    }

    /// <summary>Splits at the union bars outside parentheses and strings.</summary>
    public static List<string> Split(string expression)
    {
        var parts = new List<string>();
        var start = 0;
        while (ExpressionText.IndexOf(expression, '|', start, out _) is >= 0 and var bar)
        {
            parts.Add(expression[start..bar].Trim());
            start = bar + 1;
        }

        parts.Add(expression[start..].Trim());
        return parts;
    }

    private static string FirstName(string part)
    {
        var text = part.AsSpan().TrimStart("( ");
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return text[..end].ToString();
    }
}

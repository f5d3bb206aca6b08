using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>
/// Texts have no blanks at their ends, no control characters (R4 datatypes, string) and nothing that a careless page would take for markup
/// (R4 security 6.1.0.6: an error under the option SecurityChecks).
/// </summary>
internal sealed class TextRule(bool isMarkdown) : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#string";
    private const string Security = "http://hl7.org/fhir/R4/security.html#6.1.0.6";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var value = element.RawValue;
        if (value.IsEmpty)
        {
            return;
        }

        if (!isMarkdown && (value[0] == (byte)' ' || value[^1] == (byte)' '))
        {
            run.Report(IssueSeverity.Warning, IssueCode.Value, element, "primitive.blank-at-end", Source);
        }

        if (element.IsEscaped)
        {
            CheckEscaped(element, run);
        }
        else if (value.Contains((byte)'<'))
        {
            CheckMarkup(element, value, run);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => isMarkdown ? "markdown" : "text";

    private void CheckEscaped(Element element, ValidationRun run)
    {
        var text = element.Value!;
        foreach (var letter in text)
        {
            if (letter < ' ' && letter is not ('\t' or '\r' or '\n'))
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "primitive.control-character", Source);
                break;
            }
        }

        if (text.Contains('<', StringComparison.Ordinal))
        {
            CheckMarkup(element, Encoding.UTF8.GetBytes(text), run);
        }
    }

    private void CheckMarkup(Element element, ReadOnlySpan<byte> text, ValidationRun run)
    {
        while (text.IndexOf((byte)'<') is >= 0 and var open)
        {
            text = text[(open + 1)..];
            if (StartsTag(text, out var isClosed) && (isClosed || isMarkdown))
            {
                var severity = run.Options.SecurityChecks && !isMarkdown ? IssueSeverity.Error : IssueSeverity.Warning;
                run.Report(severity, IssueCode.Invalid, element, isMarkdown ? "primitive.markup-in-markdown" : "primitive.markup-in-text", Security);
                return;
            }
        }
    }

    // A name after the bracket, and before the next bracket that opens one that closes: "x < y" and "a<b" are arithmetic.
    private static bool StartsTag(ReadOnlySpan<byte> text, out bool isClosed)
    {
        text = text.StartsWith("/"u8) ? text[1..] : text;
        var end = text.IndexOfAny((byte)'<', (byte)'>');
        isClosed = end > 0 && text[end] == (byte)'>';
        return !text.IsEmpty && char.IsAsciiLetter((char)text[0]);
    }
}

using System.Buffers;
using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>htmlChecks() on narratives, read in a pooled buffer.</summary>
internal static class Narrative
{
    public static void HtmlChecks(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var valid = true;
        var any = run.Top > mark;
        for (var at = mark; at < run.Top; at++)
        {
            valid &= IsValid(run, run.Stack[at]);
        }

        run.Pop(mark);
        if (any)
        {
            run.Push(valid);
        }
    }

    private static bool IsValid(Run run, in FhirPathValue value)
    {
        if (value.Kind == FhirPathKind.String)
        {
            run.Charge(value.AsString.Length);
            return NarrativeRules.AreMet(value.AsString);
        }

        if (value.Kind != FhirPathKind.Element || value.Element is not { HasValue: true } element)
        {
            return false;
        }

        run.Charge(element.RawValue.Length);
        var raw = element.RawValue;
        if (element.IsEscaped && raw.IndexOf("\\u"u8) >= 0)
        {
            return NarrativeRules.AreMet(element.Value);
        }

        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = Encoding.UTF8.GetChars(raw, buffer);
        var text = buffer.AsSpan(0, length);
        var valid = NarrativeRules.AreMet(element.IsEscaped ? Unescape(text) : text);
        ArrayPool<char>.Shared.Return(buffer);
        return valid;
    }

    /// <summary>Takes JSON's short escapes out in place; line breaks and tabs become spaces, which is the same to the rules.</summary>
    private static Span<char> Unescape(Span<char> text)
    {
        var written = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\\' && at + 1 < text.Length)
            {
                character = text[++at] is var escaped and ('"' or '\\' or '/') ? escaped : ' ';
            }

            text[written++] = character;
        }

        return text[..written];
    }
}

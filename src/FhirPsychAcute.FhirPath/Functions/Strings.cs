using System.Net;
using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>String functions (N1 5.6). Empty input or a needed argument that is empty gives empty.</summary>
internal static class Strings
{
    public static void IndexOf(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var part))
        {
            run.Push(FhirPathValue.Of(text.IndexOf(part, StringComparison.Ordinal)));
        }
    }

    public static void LastIndexOf(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var part))
        {
            run.Push(FhirPathValue.Of(text.LastIndexOf(part, StringComparison.Ordinal)));
        }
    }

    public static void Substring(FunctionNode call, Run run, in Scope scope)
    {
        if (!call.TryText(run, scope, out var text) || !run.TryInteger(call.Arguments[0], scope, call.Name, out var start) || start < 0 || start >= text.Length)
        {
            return;
        }

        var length = text.Length - start;
        if (call.Arguments.Length > 1 && run.TryInteger(call.Arguments[1], scope, call.Name, out var wanted))
        {
            length = Math.Clamp(wanted, 0, length);
        }

        run.PushText(text.Substring(start, length));
    }

    public static void StartsWith(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var part))
        {
            run.Push(text.StartsWith(part, StringComparison.Ordinal));
        }
    }

    public static void EndsWith(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var part))
        {
            run.Push(text.EndsWith(part, StringComparison.Ordinal));
        }
    }

    public static void Contains(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var part))
        {
            run.Push(text.Contains(part, StringComparison.Ordinal));
        }
    }

    public static void Upper(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, static text => text.ToUpperInvariant());

    public static void Lower(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, static text => text.ToLowerInvariant());

    public static void Trim(FunctionNode call, Run run, in Scope scope) => Map(call, run, scope, static text => text.Trim());

    public static void Length(FunctionNode call, Run run, in Scope scope)
    {
        if (call.TryText(run, scope, out var text))
        {
            run.Push(FhirPathValue.Of(text.Length));
        }
    }

    public static void Replace(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryTwo(call, run, scope, out var text, out var pattern) || !call.TryTextArgument(run, scope, 1, out var substitution))
        {
            return;
        }

        var count = pattern.Length == 0 ? text.Length + 1 : text.AsSpan().Count(pattern);
        Run.CheckLength(text.Length + ((long)count * substitution.Length));

        // An empty pattern stands before, between and behind all characters.
        run.PushText(pattern.Length == 0
            ? substitution + string.Concat(text.Select(character => character + substitution))
            : text.Replace(pattern, substitution, StringComparison.Ordinal));
    }

    public static void ToChars(FunctionNode call, Run run, in Scope scope)
    {
        if (call.TryText(run, scope, out var text))
        {
            foreach (var character in text)
            {
                run.Push(FhirPathValue.Of(character.ToString()));
            }
        }
    }

    public static void Split(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var separator))
        {
            foreach (var part in text.Split(separator))
            {
                run.Push(FhirPathValue.Of(part));
            }
        }
    }

    public static void Join(FunctionNode call, Run run, in Scope scope)
    {
        var separator = "";
        if (call.Arguments.Length > 0)
        {
            call.TryTextArgument(run, scope, 0, out separator);
        }

        var mark = call.PushSource(run, scope);
        if (run.Top == mark)
        {
            return;
        }

        var joined = new StringBuilder();
        for (var at = mark; at < run.Top; at++)
        {
            var value = run.Stack[at].ToSystem();
            if (value.Kind != FhirPathKind.String)
            {
                throw Run.WrongType(call.Name, "Strings only", value);
            }

            joined.Append(at > mark ? separator : "").Append(value.AsString);
            Run.CheckLength(joined.Length);
        }

        run.Pop(mark);
        run.PushText(joined.ToString());
    }

    public static void Encode(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryTwo(call, run, scope, out var text, out var format))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        run.PushText(format switch
        {
            "base64" => Convert.ToBase64String(bytes),
            "urlbase64" => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'),
            "hex" => Convert.ToHexStringLower(bytes),
            _ => throw UnknownFormat(call, "hex, base64 and urlbase64"),
        });
    }

    public static void Decode(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryTwo(call, run, scope, out var text, out var format))
        {
            return;
        }

        try
        {
            var bytes = format switch
            {
                "base64" => Convert.FromBase64String(text),
                "urlbase64" => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/')),
                "hex" => Convert.FromHexString(text),
                _ => throw UnknownFormat(call, "hex, base64 and urlbase64"),
            };
            run.PushText(Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException fault)
        {
            throw new FhirPathException($"the input of {call.Name} is not {format}", fault);
        }
    }

    public static void Escape(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var target))
        {
            run.PushText(target switch
            {
                "html" => WebUtility.HtmlEncode(text),
                "json" => EscapeJson(text),
                _ => throw UnknownFormat(call, "html and json"),
            });
        }
    }

    public static void Unescape(FunctionNode call, Run run, in Scope scope)
    {
        if (TryTwo(call, run, scope, out var text, out var target))
        {
            run.PushText(target switch
            {
                "html" => WebUtility.HtmlDecode(text),
                "json" => UnescapeJson(call, text),
                _ => throw UnknownFormat(call, "html and json"),
            });
        }
    }

    private static bool TryTwo(FunctionNode call, Run run, in Scope scope, out string text, out string argument)
    {
        argument = "";
        return call.TryText(run, scope, out text) && call.TryTextArgument(run, scope, 0, out argument);
    }

    private static void Map(FunctionNode call, Run run, in Scope scope, Func<string, string> map)
    {
        if (call.TryText(run, scope, out var text))
        {
            run.PushText(map(text));
        }
    }

    private static FhirPathException UnknownFormat(FunctionNode call, string known) => new($"{call.Name} knows {known}");

    private static string EscapeJson(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string UnescapeJson(FunctionNode call, string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            return System.Text.Json.JsonDocument.Parse($"\"{text}\"").RootElement.GetString()!;
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw new FhirPathException($"the input of {call.Name} is not JSON text", fault);
        }
    }
}

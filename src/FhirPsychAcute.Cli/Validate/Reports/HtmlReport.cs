using System.Globalization;
using System.Net;
using System.Text;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// One page that needs nothing but itself: each resource with findings, its source with the lines marked, the findings below their lines. CPR numbers in the sources
/// are masked. Of long sources only the lines around findings are shown.
/// </summary>
internal sealed class HtmlReport(Texts texts) : IReport
{
    // Beyond so many lines only those near a finding are shown.
    private const int WholeLines = 400;
    private const int Around = 3;

    // A resource on one long line: what is around the place.
    private const int LongestLine = 400;

    /// <inheritdoc/>
    public void Begin(TextWriter output) => output.Write($$"""
        <!DOCTYPE html>
        <html lang="{{texts.Culture.TwoLetterISOLanguageName}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(texts["HtmlTitle"])}}</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
        h2 { font-size: 1.1rem; margin: 2rem 0 .3rem; overflow-wrap: anywhere }
        table { border-collapse: collapse; width: 100%; font: .85rem/1.45 ui-monospace, monospace; border: 1px solid #bbb }
        td { padding: 0 .6rem; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere }
        td:first-child { text-align: right; color: #595959; width: 3.5rem; user-select: none; border-right: 1px solid #ddd }
        tr.at td { background: #fff3c4 }
        tr.finding td { font: .9rem/1.45 system-ui, sans-serif; padding: .2rem .6rem; border-left: .4rem solid }
        tr.error td { border-color: #b3261e; background: #fdecea }
        tr.warning td { border-color: #9a6700; background: #fff8e6 }
        tr.information td { border-color: #0b5cad; background: #eef5fc }
        tr.gap td { color: #595959; text-align: center }
        small { color: #595959 }
        </style>
        </head>
        <body>
        <h1>{{Encode(texts["HtmlTitle"])}}</h1>
        <p><a href="#total">{{Encode(texts["HtmlTotal"])}}</a></p>

        """);

    /// <inheritdoc/>
    public string Render(CheckedSource source)
    {
        if (source.Findings.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder();
        html.Append("<section>\n<h2>").Append(Encode(source.Source.Location.ToString())).Append("</h2>\n<table>\n");
        var first = (int)Math.Min(source.Source.Location.Line ?? 1, int.MaxValue);
        var lines = LinesOf(source.Source.Bytes);
        var byLine = source.Findings.GroupBy(finding => Math.Clamp(finding.Position.Line - first, 0, lines.Length - 1)).ToDictionary(group => group.Key, group => group.ToList());
        var shownUntil = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var here = byLine.GetValueOrDefault(i);
            if (here is null && lines.Length > WholeLines && !IsNear(byLine, i))
            {
                continue;
            }

            if (i > shownUntil + 1)
            {
                html.Append("<tr class=\"gap\"><td></td><td>⋯</td></tr>\n");
            }

            shownUntil = i;
            html.Append(here is null ? "<tr><td>" : "<tr class=\"at\"><td>").Append(CultureInfo.InvariantCulture, $"{first + i}</td><td>")
                .Append(Encode(Shown(lines[i], here?[0].Position.Column ?? 1))).Append("</td></tr>\n");
            foreach (var finding in here ?? [])
            {
                WriteFinding(html, finding);
            }
        }

        return html.Append("</table>\n</section>\n").ToString();
    }

    /// <inheritdoc/>
    public void Write(TextWriter output, CheckedSource source, string piece) => output.Write(piece);

    /// <inheritdoc/>
    public void End(TextWriter output, ValidateTotals totals) =>
        output.Write($"<p id=\"total\">{Encode(totals.Line(texts))}</p>\n</body>\n</html>\n");

    private void WriteFinding(StringBuilder html, ValidationIssue finding)
    {
        var severity = TextReport.SeverityName(finding.Severity);
        html.Append("<tr class=\"finding ").Append(severity["Severity".Length..].ToLowerInvariant()).Append("\"><td></td><td><strong>").Append(Encode(texts[severity])).Append("</strong> <code>")
            .Append(Encode(finding.Expression)).Append("</code> ").Append(Encode(finding.Text(texts.Language))).Append("<br><small>").Append(Encode(finding.MessageId));
        if (finding.Source.Length > 0)
        {
            html.Append(" · ").Append(Encode(finding.Source));
        }

        html.Append("</small></td></tr>\n");
    }

    private static string[] LinesOf(ReadOnlyMemory<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static bool IsNear(Dictionary<int, List<ValidationIssue>> byLine, int line)
    {
        for (var other = line - Around; other <= line + Around; other++)
        {
            if (byLine.ContainsKey(other))
            {
                return true;
            }
        }

        return false;
    }

    // Masked before it is cut, so that no part of a number is left.
    private static string Shown(string line, int column)
    {
        var masked = CprMask.Apply(line);
        if (masked.Length <= LongestLine)
        {
            return masked;
        }

        var start = Math.Clamp(column - (LongestLine / 2), 0, masked.Length - LongestLine);
        return $"{(start > 0 ? "…" : "")}{masked.Substring(start, LongestLine)}{(start + LongestLine < masked.Length ? "…" : "")}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(CprMask.Apply(text));
}

using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>One line a finding, <c>file:line:column: severity: path: text [message id]</c>, as compilers write, so that editors can jump to the place.</summary>
internal sealed class TextReport(Texts texts) : IReport
{
    /// <inheritdoc/>
    public void Begin(TextWriter output)
    {
    }

    /// <inheritdoc/>
    public string Render(CheckedSource source)
    {
        if (source.Findings.Count == 0)
        {
            return "";
        }

        var lines = new StringBuilder();
        foreach (var finding in source.Findings)
        {
            var path = finding.Expression.Length == 0 ? "" : finding.Expression + ": ";
            lines.Append(CultureInfo.InvariantCulture, $"{source.Source.Location.File}:{finding.Position.Line}:{finding.Position.Column}: ")
                .Append(texts[SeverityName(finding.Severity)]).Append(": ")
                .Append(CprMask.Apply(path)).Append(finding.Text(texts.Language).ReplaceLineEndings(" ")).Append(" [").Append(finding.MessageId).Append(']').AppendLine();
        }

        return CprMask.Apply(lines.ToString());
    }

    /// <inheritdoc/>
    public void Write(TextWriter output, CheckedSource source, string piece) => output.Write(piece);

    /// <inheritdoc/>
    public void End(TextWriter output, ValidateTotals totals)
    {
    }

    /// <summary>Name of the text for a severity.</summary>
    public static string SeverityName(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Fatal or IssueSeverity.Error => "SeverityError",
        IssueSeverity.Warning => "SeverityWarning",
        _ => "SeverityInformation",
    };
}

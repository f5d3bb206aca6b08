using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>maxLength: a text's greatest length in characters.</summary>
internal sealed class MaxLengthRule(int length, string source) : ElementRule
{
    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        // No character is longer than a byte short of its own bytes, so that short texts need no count.
        if (element.RawValue.Length <= length)
        {
            return;
        }

        var actual = element.IsEscaped ? element.Value!.Length : Encoding.UTF8.GetCharCount(element.RawValue);
        if (actual > length)
        {
            run.Report(IssueSeverity.Error, IssueCode.TooLong, element, "value.too-long", source, length, actual);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at most {length} characters");
}

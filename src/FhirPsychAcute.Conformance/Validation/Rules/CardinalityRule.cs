using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>How many occurrences of an element there may be (R4 elementdefinition min, max). A finding stands at the element around them.</summary>
/// <param name="path">The element as its definition names it: <c>Patient.contact.name</c>, of a slice with its name.</param>
/// <param name="min">At least.</param>
/// <param name="max">At most; <see cref="int.MaxValue"/> for any number.</param>
/// <param name="source">The rule's source.</param>
internal sealed class CardinalityRule(string path, int min, int max, string source)
{
    /// <summary>At least.</summary>
    public int Min => min;

    /// <summary>At most.</summary>
    public int Max => max;

    /// <summary>Checks the number of occurrences in one parent.</summary>
    public void Check(Element parent, int count, ValidationRun run)
    {
        if (count < min)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, parent, "cardinality.too-few", source, path, min, count);
        }
        else if (count > max)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, parent, max == 0 ? "cardinality.not-allowed" : "cardinality.too-many", source, path, max, count);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{min}..{(max == int.MaxValue ? "*" : max)}");
}

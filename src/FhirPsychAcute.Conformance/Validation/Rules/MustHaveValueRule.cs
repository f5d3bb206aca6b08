using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>mustHaveValue: a primitive must have a value; extensions that say why there is none are not enough.</summary>
internal sealed class MustHaveValueRule(string source) : ElementRule
{
    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.Type.IsPrimitive && !element.HasValue)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, element, "value.must-have", source);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "must have a value";
}

using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>What FHIRPath asks while invariants and discriminators run.</content>
internal sealed partial class ValidationRun : ITerminologyQuestions
{
    private EvaluationContext? evaluation;

    /// <summary>The surroundings of every expression of this validation.</summary>
    public EvaluationContext Evaluation => evaluation ??= new EvaluationContext
    {
        Resolve = Request.Resolve,
        ConformsTo = ConformsTo,
        Terminology = this,
        MaxDuration = Options.MaxDuration < TimeSpan.FromSeconds(5) ? Options.MaxDuration : TimeSpan.FromSeconds(5),
    };

    /// <inheritdoc/>
    bool? ITerminologyQuestions.IsMember(FhirPathValue coded, string valueSet) => null;

    /// <inheritdoc/>
    bool? ITerminologyQuestions.Subsumes(FhirPathValue general, FhirPathValue special) => null;

    private bool? ConformsTo(Element element, string canonical) => ValidateAgainst(element, canonical, Scope, report: false);
}

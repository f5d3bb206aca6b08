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
        ElementDefinition = ElementDefinitionOf,
        IsInSlice = IsInSlice,
        MaxDuration = Options.MaxDuration < TimeSpan.FromSeconds(5) ? Options.MaxDuration : TimeSpan.FromSeconds(5),
    };

    /// <summary>The same with one more constant.</summary>
    public EvaluationContext EvaluationWith(string name, Element value) => new()
    {
        Resolve = Evaluation.Resolve,
        ConformsTo = Evaluation.ConformsTo,
        Terminology = this,
        ElementDefinition = ElementDefinitionOf,
        IsInSlice = IsInSlice,
        MaxDuration = Evaluation.MaxDuration,
        Variables = new Dictionary<string, IReadOnlyList<FhirPathValue>>(StringComparer.Ordinal) { [name] = [new FhirPathValue(value)] },
    };

    /// <inheritdoc/>
    bool? ITerminologyQuestions.IsMember(FhirPathValue coded, string valueSet) => Terminology.QuestionsFrom(Scope).IsMember(coded, valueSet);

    /// <inheritdoc/>
    bool? ITerminologyQuestions.Subsumes(FhirPathValue general, FhirPathValue special) => Terminology.QuestionsFrom(Scope).Subsumes(general, special);

    // The definition of a type is asked for everything that it demands, as it is of every element of the document.
    private bool? ConformsTo(Element element, string canonical) => Profiles.BaseTypeOf(canonical) is { } type
        ? element.Type.IsOrSpecialises(type) && Try(element, type, null, static (element, _, run) => BaseCheck.Check(element, run))
        : ValidateAgainst(element, canonical, Scope, report: false);
}

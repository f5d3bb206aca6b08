using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>One validation at work: what the rules share and where they report. Used by one thread.</summary>
internal sealed class ValidationRun(Validator validator, ResourceDocument document, ValidationRequest request)
{
    private List<ValidationIssue>? issues;

    /// <summary>The document under validation.</summary>
    public ResourceDocument Document { get; } = document;

    /// <summary>What was asked.</summary>
    public ValidationRequest Request { get; } = request;

    /// <summary>The switches.</summary>
    public ValidatorOptions Options => validator.Options;

    /// <summary>From where the resource's canonicals are resolved.</summary>
    public DefinitionScope Scope => Request.Scope ?? validator.Library.Root;

    /// <summary>Codes and value sets.</summary>
    public TerminologyService Terminology => validator.Terminology;

    /// <summary>The findings so far.</summary>
    public IReadOnlyList<ValidationIssue> Issues => issues ?? [];

    /// <summary>Reports a finding about an element.</summary>
    public void Report(IssueSeverity severity, string code, Element at, string messageId, string source, params object[] arguments) =>
        Add(new ValidationIssue(severity, code, messageId, arguments, at.Path, at.Position, source));

    /// <summary>Adds a finding.</summary>
    public void Add(ValidationIssue issue) => (issues ??= []).Add(issue);
}

using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// Checks resources against R4 and profiles (http://hl7.org/fhir/R4/validation.html). Profiles are compiled when first needed and kept.
/// Safe for any number of threads.
/// </summary>
public sealed class Validator
{
    /// <summary>A validator over the packages of a library.</summary>
    public Validator(DefinitionLibrary library, ValidatorOptions? options = null, TerminologyService? terminology = null)
    {
        Library = library;
        Options = options ?? ValidatorOptions.Default;
        Terminology = terminology ?? new TerminologyService(library);
    }

    /// <summary>The packages.</summary>
    public DefinitionLibrary Library { get; }

    /// <summary>The switches.</summary>
    public ValidatorOptions Options { get; }

    /// <summary>Codes and value sets.</summary>
    public TerminologyService Terminology { get; }

    /// <summary>Checks a resource whose structure is right.</summary>
    public ValidationResult Validate(ResourceDocument document, ValidationRequest? request = null)
    {
        var run = new ValidationRun(this, document, request ?? ValidationRequest.Default);
        BaseCheck.Check(run);
        return run.Result();
    }

    /// <summary>Checks a resource as it was read: faults of its structure first, then what can be said of the rest.</summary>
    public ValidationResult Validate(ParseResult parsed, ValidationRequest? request = null)
    {
        if (parsed.IsValid)
        {
            return Validate(parsed.Document, request);
        }

        var issues = new List<ValidationIssue>();
        foreach (var fault in parsed.Issues)
        {
            issues.Add(StructureIssues.From(fault));
        }

        if (parsed.Document is { } readable)
        {
            // What a structural fault has spoilt is not judged once more by the rules for its content.
            var faulty = parsed.Issues.Select(fault => fault.Path).ToHashSet(StringComparer.Ordinal);
            var present = parsed.Issues.Where(fault => fault.Code != StructureIssueCode.Required).Select(fault => fault.Path).ToHashSet(StringComparer.Ordinal);
            issues.AddRange(Validate(readable, request).Issues.Where(issue => !IsSpoilt(issue, faulty, present)));
        }

        return new ValidationResult(issues);
    }

    // An element whose only content is faulty has, to the rules, none: ele-1 would say so once more, and the count of its occurrences, unless it is empty indeed.
    private static bool IsSpoilt(ValidationIssue issue, HashSet<string> faulty, HashSet<string> present) => issue switch
    {
        { MessageId: "invariant.failed", Arguments: ["ele-1", ..] } => faulty.Contains(issue.Expression) || IsWithin(issue.Expression, faulty),
        { MessageId: "invariant.failed" } => faulty.Contains(issue.Expression),
        { MessageId: "cardinality.too-few", Arguments: [string element, ..] } =>
            $"{issue.Expression}{element[element.LastIndexOf('.')..]}" is var missing && (present.Contains(missing) || IsWithin(missing, present)),
        _ => false,
    };

    private static bool IsWithin(string expression, HashSet<string> faulty) => faulty.Any(path => path.StartsWith(expression + ".", StringComparison.Ordinal));
}

using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Checks resources against R4 and the profiles of the packages that are loaded: for <c>$validate</c>, for writes and for pages. The validator is made when first
/// needed. Safe for any number of threads.
/// </summary>
internal sealed class ValidationService(DefinitionLibrary library, BodyReader bodies, TerminologyService terminology)
{
    // Type/id on a server is what it says (R4 http 3.1.0.1.2): a reference to a type that is not allowed is an error, whether its target is here or not.
    private readonly Lazy<Validator> validator =
        new(() => new Validator(library, ValidatorOptions.Default with { AssumeValidRestReferences = true }, terminology));

    /// <summary>The packages.</summary>
    public DefinitionLibrary Library => library;

    /// <summary>The validator, with its terminology.</summary>
    public Validator Validator => validator.Value;

    /// <summary>Checks a text: whether it is a resource at all, its structure, and what the profiles ask.</summary>
    /// <param name="body">The text in UTF-8 (XML: or the encoding that it declares).</param>
    /// <param name="format">JSON or XML.</param>
    /// <param name="profiles">Canonicals of profiles to check against beside those that the resource claims.</param>
    /// <returns>The findings; with none the resource is right.</returns>
    public IReadOnlyList<ValidationIssue> Check(ReadOnlyMemory<byte> body, ContentFormat format, IReadOnlyList<string> profiles) =>
        Check(bodies.Parse(body, format), profiles);

    /// <summary>Checks a resource as it was read, structural faults included.</summary>
    public IReadOnlyList<ValidationIssue> Check(ParseResult parsed, IReadOnlyList<string> profiles) =>
        Validator.Validate(parsed, Request(profiles)).Issues;

    /// <summary>Checks a resource whose structure is right.</summary>
    public IReadOnlyList<ValidationIssue> Check(ResourceDocument document, IReadOnlyList<string> profiles) =>
        Validator.Validate(document, Request(profiles)).Issues;

    private static ValidationRequest Request(IReadOnlyList<string> profiles) =>
        profiles.Count == 0 ? ValidationRequest.Default : new ValidationRequest { Profiles = profiles };
}

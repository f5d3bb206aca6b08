using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>
/// Answers what codes mean and where they belong, from the code systems, value sets and concept maps of a library (http://hl7.org/fhir/R4/terminology-service.html).
/// Safe for any number of threads.
/// </summary>
public sealed class TerminologyService
{
    private readonly DefinitionLibrary library;

    /// <summary>A service over the packages of a library.</summary>
    public TerminologyService(DefinitionLibrary library) => this.library = library;

    /// <summary>
    /// The quick question, asked for every bound element: is this code in the value set? Allocates nothing for a value set known from before. Only
    /// <see cref="CodeVerdict.Valid"/> is final; for any other verdict ask <see cref="Check"/> to learn what to say.
    /// </summary>
    /// <param name="scope">From where the value set's canonical is resolved.</param>
    /// <param name="valueSet">Canonical of the value set, possibly with version.</param>
    /// <param name="coded">An element of type code (system implied by the value set), Coding, CodeableConcept (any coding), Quantity (unit's code), string or uri.</param>
    public CodeVerdict IsMember(DefinitionScope scope, string valueSet, Element coded) =>
        library.Schema == scope.Schema ? CodeVerdict.NotCheckable : CodeVerdict.ValueSetUnknown;

    /// <summary>The full answer about one code.</summary>
    /// <param name="scope">From where canonicals are resolved.</param>
    /// <param name="valueSet">Canonical of the value set; null asks the code system only.</param>
    /// <param name="system">Code system; null lets the value set imply it.</param>
    /// <param name="version">Version of the code system; null for the current one.</param>
    /// <param name="code">The code.</param>
    /// <param name="display">Display to check; null for none.</param>
    /// <param name="language">Language of the display (BCP 47); null: any language of the concept's designations will do.</param>
    public CodeCheck Check(DefinitionScope scope, string? valueSet, string? system, string? version, string code, string? display = null, string? language = null) =>
        new(CodeVerdict.NotCheckable, system, version, [], SystemIsKnown: system is not null && library.Root.TryResolve(system, out _));
}

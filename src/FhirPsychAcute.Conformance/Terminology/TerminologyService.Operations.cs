using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.Operations;

namespace FhirPsychAcute.Conformance.Terminology;

/// <content>FHIR's operations, resource in and resource out.</content>
public sealed partial class TerminologyService
{
    /// <summary><c>CodeSystem/$lookup</c> (http://hl7.org/fhir/R4/codesystem-operation-lookup.html): what is known of a code, as Parameters.</summary>
    public OperationAnswer Lookup(DefinitionScope? scope, OperationInput input) => LookupOperation.Run(ViewOf(scope), input);

    /// <summary><c>CodeSystem/$validate-code</c> (http://hl7.org/fhir/R4/codesystem-operation-validate-code.html), as Parameters.</summary>
    public OperationAnswer ValidateCodeInSystem(DefinitionScope? scope, OperationInput input, Language language) =>
        ValidateCodeOperation.OfCodeSystem(ViewOf(scope), input, language, remote);

    /// <summary><c>ValueSet/$validate-code</c> (http://hl7.org/fhir/R4/valueset-operation-validate-code.html), as Parameters.</summary>
    public OperationAnswer ValidateCodeInValueSet(DefinitionScope? scope, OperationInput input, Language language) =>
        ValidateCodeOperation.OfValueSet(ViewOf(scope), input, language, remote);

    /// <summary><c>ValueSet/$expand</c> (http://hl7.org/fhir/R4/valueset-operation-expand.html), as a ValueSet.</summary>
    public OperationAnswer Expand(DefinitionScope? scope, OperationInput input) => ExpandOperation.Run(ViewOf(scope), input);

    /// <summary><c>CodeSystem/$subsumes</c> (http://hl7.org/fhir/R4/codesystem-operation-subsumes.html), as Parameters.</summary>
    public OperationAnswer Subsumes(DefinitionScope? scope, OperationInput input) => SubsumesOperation.Run(ViewOf(scope), input);

    /// <summary><c>ConceptMap/$translate</c> (http://hl7.org/fhir/R4/conceptmap-operation-translate.html), as Parameters.</summary>
    public OperationAnswer Translate(DefinitionScope? scope, OperationInput input, Language language) => TranslateOperation.Run(ViewOf(scope), input, language);
}

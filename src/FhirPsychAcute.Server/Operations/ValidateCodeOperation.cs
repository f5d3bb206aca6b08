namespace FhirPsychAcute.Server;

/// <summary>
/// <c>$validate-code</c> of code systems and value sets (http://hl7.org/fhir/R4/codesystem-operation-validate-code.html,
/// http://hl7.org/fhir/R4/valueset-operation-validate-code.html).
/// </summary>
internal static class ValidateCodeOperation
{
    public static ValueTask<Answer> OfCodeSystemAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, (terminology, scope, input) => terminology.ValidateCodeInSystem(scope, input, request.Language), cancellationToken);

    public static ValueTask<Answer> OfValueSetAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, (terminology, scope, input) => terminology.ValidateCodeInValueSet(scope, input, request.Language), cancellationToken);
}

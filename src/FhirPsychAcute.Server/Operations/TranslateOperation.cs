namespace FhirPsychAcute.Server;

/// <summary><c>ConceptMap/$translate</c>: what a code is called elsewhere (http://hl7.org/fhir/R4/conceptmap-operation-translate.html).</summary>
internal static class TranslateOperation
{
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, (terminology, scope, input) => terminology.Translate(scope, input, request.Language), cancellationToken);
}

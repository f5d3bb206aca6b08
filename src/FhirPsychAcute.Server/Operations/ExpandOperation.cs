namespace FhirPsychAcute.Server;

/// <summary><c>ValueSet/$expand</c>: the codes of a value set, in pages (http://hl7.org/fhir/R4/valueset-operation-expand.html).</summary>
internal static class ExpandOperation
{
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, static (terminology, scope, input) => terminology.Expand(scope, input), cancellationToken);
}

namespace FhirPsychAcute.Server;

/// <summary><c>CodeSystem/$subsumes</c>: which of two codes stands above the other (http://hl7.org/fhir/R4/codesystem-operation-subsumes.html).</summary>
internal static class SubsumesOperation
{
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, static (terminology, scope, input) => terminology.Subsumes(scope, input), cancellationToken);
}

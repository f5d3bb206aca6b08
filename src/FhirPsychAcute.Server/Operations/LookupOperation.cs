namespace FhirPsychAcute.Server;

/// <summary><c>CodeSystem/$lookup</c>: what is known of a code (http://hl7.org/fhir/R4/codesystem-operation-lookup.html).</summary>
internal static class LookupOperation
{
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        service.Terminology.RunAsync(request, static (terminology, scope, input) => terminology.Lookup(scope, input), cancellationToken);
}

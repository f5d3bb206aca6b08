namespace FhirPsychAcute.Server;

/// <summary>search (http://hl7.org/fhir/R4/http.html#search).</summary>
internal static class Search
{
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}

using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>A transaction that the server makes itself, run as if a caller had sent it: validated, atomic, with identities and links settled.</summary>
internal static class OwnTransaction
{
    /// <summary>Runs it.</summary>
    /// <returns>Null when everything is stored; otherwise why nothing is.</returns>
    public static async ValueTask<FhirError?> RunAsync(FhirService service, FhirRequest request, ResourceDocument transaction, CancellationToken cancellationToken)
    {
        var bundle = BundleReader.Read(transaction.Bytes, service.Schema, service.Bodies.Limits);
        if (!bundle.IsSuccess)
        {
            return bundle.Error;
        }

        var inner = new FhirRequest { Verb = HttpVerb.Post, Route = new FhirRoute(RouteKind.Base), Base = request.Base, Language = request.Language };
        using var answer = await Transaction.RunAsync(service, inner, bundle.Value, cancellationToken);
        return answer.IsSuccess ? null : new FhirError(answer.Status, answer.Issues ?? []);
    }
}

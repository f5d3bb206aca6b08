namespace FhirPsychAcute.Server;

/// <summary>Which interaction a method and path stand for: the table of http://hl7.org/fhir/R4/http.html#summary.</summary>
internal static class Dispatch
{
    /// <summary>Runs the interaction.</summary>
    public static ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        (request.Route.Kind, request.Verb) switch
        {
            (RouteKind.Instance, HttpVerb.Get or HttpVerb.Head) => Read.RunAsync(service, request, cancellationToken),
            (RouteKind.Type, HttpVerb.Get or HttpVerb.Head) => Search.RunAsync(service, request, cancellationToken),
            (RouteKind.Type, HttpVerb.Post) => Create.RunAsync(service, request, cancellationToken),
            (RouteKind.Instance, HttpVerb.Put) => Update.RunAsync(service, request, cancellationToken),
            (RouteKind.Base, HttpVerb.Post) => Batch.RunAsync(service, request, cancellationToken),
            (RouteKind.Instance, HttpVerb.Delete) => Delete.RunAsync(service, request, cancellationToken),
            (RouteKind.Version, HttpVerb.Get or HttpVerb.Head) => VRead.RunAsync(service, request, cancellationToken),
            (RouteKind.TypeSearch or RouteKind.SystemSearch or RouteKind.CompartmentSearch, HttpVerb.Post) => Search.RunAsync(service, request, cancellationToken),
            (RouteKind.Base or RouteKind.Compartment, HttpVerb.Get or HttpVerb.Head) => Search.RunAsync(service, request, cancellationToken),
            (RouteKind.InstanceHistory or RouteKind.TypeHistory or RouteKind.SystemHistory, HttpVerb.Get or HttpVerb.Head) =>
                History.RunAsync(service, request, cancellationToken),
            (RouteKind.Type, HttpVerb.Put) => ConditionalUpdate.RunAsync(service, request, cancellationToken),
            (RouteKind.Type, HttpVerb.Delete) => ConditionalDelete.RunAsync(service, request, cancellationToken),
            (RouteKind.Metadata, HttpVerb.Get or HttpVerb.Head) => ValueTask.FromResult(Capabilities.Run(service, request)),
            (RouteKind.Operation, HttpVerb.Get or HttpVerb.Head or HttpVerb.Post) => request.Route.Operation!.Run(service, request, cancellationToken),
            _ => ValueTask.FromResult(NotAllowed(request.Route, request.Verb)),
        };

    /// <summary>405 with the methods that are allowed here; patch is known but not offered.</summary>
    public static Answer NotAllowed(FhirRoute route, HttpVerb verb) => Answer.MethodNotAllowed(
        route.Allowed,
        FhirError.Of(
            StatusCodes.Status405MethodNotAllowed, IssueCode.NotSupported, verb == HttpVerb.Patch ? "patch-not-supported" : "method-not-allowed",
            HttpVerbs.Allow(route.Allowed)));
}

using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Server;

/// <summary>Stores an alert as a conditional create by its identifier, on the way that every other create goes.</summary>
internal sealed class AlertWriting(FhirService service, ILogger logger)
{
    /// <summary>Stores the alert unless one with its identifier is there.</summary>
    /// <returns>Whether it is there now.</returns>
    public async Task<bool> StoreAsync(string watch, WatchAlert alert, CancellationToken cancellationToken)
    {
        var request = new FhirRequest
        {
            Verb = HttpVerb.Post,
            Route = new FhirRoute(RouteKind.Type, alert.Type),
            Base = "",
            Body = alert.Resource,
            IfNoneExist = QueryParameters.Empty.With("identifier", Gathering.Token(alert.System, alert.Value)).ToQuery(),
        };
        using var answer = await Create.RunAsync(service, request, cancellationToken);
        if (answer.IsSuccess)
        {
            if (answer.Status == StatusCodes.Status201Created)
            {
                WatchLog.Raised(logger, watch, alert.Type);
            }

            return true;
        }

        // Two alerts with one identifier are one too many, but the person was told.
        if (answer.Status == StatusCodes.Status412PreconditionFailed)
        {
            return true;
        }

        var issue = answer.Issues![0];
        WatchLog.Refused(logger, watch, alert.Type, answer.Status, issue.Expression ?? "", issue.Code);
        return false;
    }
}

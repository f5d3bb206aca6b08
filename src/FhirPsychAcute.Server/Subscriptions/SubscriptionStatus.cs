using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Writes what the server has to say of a Subscription into the resource itself: status and error (R4 subscription 2.46.5), where everybody who searches can see it.</summary>
internal sealed class SubscriptionStatus(FhirService service, ILogger logger)
{
    private const int MaxAttempts = 5;

    /// <summary>Sets status and error.</summary>
    /// <param name="id">Logical id of the Subscription.</param>
    /// <param name="status">New status; null to leave it.</param>
    /// <param name="error">What went wrong; null for nothing (any longer).</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="only">Only where the status is one of these; empty: whatever it is.</param>
    public async Task SetAsync(string id, string? status, string? error, CancellationToken cancellationToken, params IReadOnlyList<string> only)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var current = await service.Store.ReadAsync("Subscription", id, cancellationToken);
            if (current is null or { IsDeleted: true })
            {
                return;
            }

            var document = service.Gather.Parse(current);
            var (statusNow, errorNow) = (document.Root.ChildValue("status"), document.Root.ChildValue("error"));
            if ((only.Count > 0 && !only.Contains(statusNow, StringComparer.Ordinal)) || (statusNow == (status ?? statusNow) && errorNow == error))
            {
                return;
            }

            var request = new FhirRequest
            {
                Verb = HttpVerb.Put,
                Route = new FhirRoute(RouteKind.Instance, "Subscription", id),
                Base = "",
                Body = Edited(document, status, error),
                IfMatch = EntityTag.Of(current.Version),
            };
            using var answer = await Update.RunAsync(service, request, cancellationToken);
            if (answer.IsSuccess)
            {
                return;
            }

            if (answer.Status is not (StatusCodes.Status412PreconditionFailed or StatusCodes.Status409Conflict))
            {
                SubscriptionLog.NotWritten(logger, id, status ?? "", answer.Issues![0].Code);
                return;
            }
        }
    }

    private static byte[] Edited(ResourceDocument document, string? status, string? error)
    {
        var editor = new ResourceEditor(document);
        if (status is not null)
        {
            editor.SetValue(document.Root.Child("status"), status);
        }

        var told = document.Root.Child("error");
        if (error is null)
        {
            return (told.Exists ? editor.Remove(told) : editor).ToBytes();
        }

        return (told.Exists ? editor.Replace(told, JsonSerializer.SerializeToUtf8Bytes(error)) : editor.Add(document.Root, "error", JsonSerializer.SerializeToUtf8Bytes(error))).ToBytes();
    }
}

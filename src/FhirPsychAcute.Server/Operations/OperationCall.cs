using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What an operation is called with: the instance that its path names, and its parameters, of the body first, then of the URL.</summary>
internal static class OperationCall
{
    // Nothing is stored about earlier or later days; what is computed around a time must not leave the calendar.
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(8999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads it.</summary>
    /// <param name="service">The server.</param>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="readsInstance">False where the operation knows the instance of that id without the store.</param>
    /// <returns>The parameters; the refusal when the instance is not there, or the body is no Parameters resource.</returns>
    public static async ValueTask<Result<OperationInput>> ReadAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken, bool readsInstance = true)
    {
        ResourceDocument? instance = null;
        if (readsInstance && request.Route.Id is { } id)
        {
            var version = await service.Store.ReadAsync(request.Type, id, cancellationToken);
            if (version is null or { IsDeleted: true })
            {
                return Read.Missing(request, version);
            }

            instance = ResourceDocument.Parse(version.Content, service.Schema).Document;
        }

        var input = new OperationInput { Instance = instance };
        if (!request.Body.IsEmpty)
        {
            var parsed = service.Bodies.Parse(request.Body, request.BodyFormat);
            if (!parsed.IsValid)
            {
                return FhirError.FromStructure(parsed.Issues);
            }

            if (parsed.Document.Type.Name != "Parameters")
            {
                return FhirError.Of(StatusCodes.Status400BadRequest, IssueCode.Invalid, "type-mismatch", parsed.Document.Type.Name, "Parameters");
            }

            input.Add(parsed.Document);
        }

        foreach (var (name, value) in request.Query.Items)
        {
            if (name is not ['_', ..])
            {
                input.Add(name, value);
            }
        }

        return input;
    }

    /// <summary>Reads it, and the time as of which is asked.</summary>
    public static async ValueTask<Result<(OperationInput Input, DateTimeOffset At)>> ReadAtAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return call.Error;
        }

        var at = At(service, call.Value);
        return at.IsSuccess ? (call.Value, at.Value) : at.Error;
    }

    /// <summary>The time as of which is asked: parameter <c>at</c>, a date (its end, in Denmark) or dateTime; now where it is not given.</summary>
    /// <returns>The time; 400 where it is none.</returns>
    private static Result<DateTimeOffset> At(FhirService service, OperationInput input)
    {
        if (input.Text("at") is not { } text)
        {
            return service.Clock.GetUtcNow();
        }

        if (!DateRange.TryParse(text, DanishTime.Zone, out var range))
        {
            return FhirError.At("at", StatusCodes.Status400BadRequest, IssueCode.Value, "time-malformed", text);
        }

        var time = range.To - range.From <= TimeSpan.FromMinutes(1) ? range.From : range.To.AddSeconds(-1);
        return time < Earliest ? Earliest : time > Latest ? Latest : time;
    }
}

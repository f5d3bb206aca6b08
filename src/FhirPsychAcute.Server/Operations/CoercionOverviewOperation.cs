using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Coercion;

namespace FhirPsychAcute.Server;

/// <summary><c>Procedure/$coercion-overview</c>: what goes on in a ward, a region or everywhere, what is overdue and what is due next (OperationDefinition psychacute-coercion-overview).</summary>
internal static class CoercionOverviewOperation
{
    // Some twenty resources belong to a measure; the country has a thousand measures in a month.
    private const int Most = 60_000;
    private const int DefaultDays = 31;
    private const int MostDays = 366;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAtAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var (input, at) = call.Value;
        if (!input.TryGetNumber("days", out var days) || days > MostDays)
        {
            return Answer.Refusal(FhirError.At("days", StatusCodes.Status400BadRequest, IssueCode.Value, "days-malformed", MostDays));
        }

        var ward = input.Text("ward") ?? (input.Value("ward") is { Exists: true } reference ? WardOf(reference) : null);
        if (ward is not null && !IsWard(ward))
        {
            return Answer.Refusal(FhirError.At("ward", StatusCodes.Status400BadRequest, IssueCode.Value, "ward-malformed"));
        }

        var gathered = await service.Gather.SetAsync(Most, cancellationToken, CoercionGathering.OfWard(at, days ?? DefaultDays, ward));
        return gathered.IsSuccess
            ? Answer.Unstored(OverviewAnswer.Write(CoercionOverview.Of(gathered.Value, at, ward, input.Text("region"), service.Coercion), request.Language), null)
            : Answer.Refusal(gathered.Error);
    }

    // A Reference, by its address or its identifier.
    private static string? WardOf(Element reference) => reference.ChildValue("reference")
        ?? (reference.Child("identifier") is { Exists: true } identifier ? $"{identifier.ChildValue("system")}|{identifier.ChildValue("value")}" : null);

    private static bool IsWard(string ward) => ward.Contains('|', StringComparison.Ordinal)
        ? ward[^1] != '|'
        : ward.StartsWith("Location/", StringComparison.Ordinal) && ward.Length > "Location/".Length && !ward.AsSpan("Location/".Length).ContainsAny(",$|/ ");
}

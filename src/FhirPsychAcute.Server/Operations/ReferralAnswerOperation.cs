using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Writing;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Task/[id]/$referral-answer</c>: the next version of a referral's task in one call, made from what the receiver says (OperationDefinition psychacute-referral-answer).
/// It goes the way of every update: profiles, table of steps, Provenance, alerts. If-Match is honoured; without it an answer that comes second is held against what the
/// first has made of the referral.
/// </summary>
internal static class ReferralAnswerOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var call = await OperationCall.ReadAsync(service, request, cancellationToken);
            if (!call.IsSuccess)
            {
                return Answer.Refusal(call.Error);
            }

            var task = call.Value.Instance!;
            if (!task.Claims(Guide.Structure("referral-task")))
            {
                return Refuse(StatusCodes.Status422UnprocessableEntity, IssueCode.BusinessRule, "referral.answer-no-referral", "Task.meta.profile");
            }

            var current = await service.Store.ReadAsync("Task", request.Id, cancellationToken);
            if (Conflict.CheckIfMatch(request.IfMatch, current, "If-Match") is { } stale)
            {
                return current is null ? Answer.Refusal(stale) : Answer.Refusal(stale, current);
            }

            var input = ReferralAnswerInput.Read(service, request, call.Value);
            if (!input.IsSuccess)
            {
                return Answer.Refusal(input.Error);
            }

            var (said, along) = (input.Value.Answer, (IReadOnlyList<Companion>)[]);
            if (input.Value.Slot is { } slot)
            {
                var taken = await TakeAsync(service, task, slot, cancellationToken);
                if (!taken.IsSuccess)
                {
                    return Answer.Refusal(taken.Error);
                }

                along = taken.Value;
                said = said with { Led = [.. said.Led, ("appointment", along[0].Resource.Address()!)] };
            }

            var answer = await StoreAsync(service, request, said.Apply(task), task.VersionId!, input.Value.Told, along, cancellationToken);
            if (answer.Status != StatusCodes.Status412PreconditionFailed || request.IfMatch is not null)
            {
                return answer;
            }
        }

        return Answer.Refusal(Conflict.Busy());
    }

    private static async ValueTask<Answer> StoreAsync(
        FhirService service, FhirRequest request, ResourceDocument next, string version, ResourceDocument? told, IReadOnlyList<Companion> along, CancellationToken cancellationToken)
    {
        var update = new FhirRequest
        {
            Verb = HttpVerb.Put,
            Route = new FhirRoute(RouteKind.Instance, "Task", request.Id),
            Base = request.Base,
            Body = next.Bytes,
            Document = next,
            Prefer = request.Prefer,
            Language = request.Language,
            IfMatch = $"W/\"{version}\"",
            Provenance = told,
            Along = along,
        };
        return await Update.RunAsync(service, update, cancellationToken);
    }

    private static async ValueTask<Result<IReadOnlyList<Companion>>> TakeAsync(FhirService service, ResourceDocument task, string slot, CancellationToken cancellationToken)
    {
        var known = await service.Gather.SetAsync(10, cancellationToken, ReferralBooking.Slot(slot["Slot/".Length..]));
        if (!known.IsSuccess)
        {
            return known.Error;
        }

        return ReferralBooking.Take(task, known.Value, slot, service.Writes.NewId()) is { } companions
            ? new Result<IReadOnlyList<Companion>>(companions)
            : new FhirError(StatusCodes.Status409Conflict, PsychiatryMessages.Error(IssueCode.Conflict, "referral.answer-slot", slot) with { Expression = "slot" });
    }

    private static Answer Refuse(int status, string code, string text, string expression) =>
        Answer.Refusal(new FhirError(status, PsychiatryMessages.Error(code, text) with { Expression = expression }));
}

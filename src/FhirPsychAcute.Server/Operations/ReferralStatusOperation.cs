using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;

namespace FhirPsychAcute.Server;

/// <summary><c>ServiceRequest/[id]/$referral-status</c>: where a referral stands and what became of it (OperationDefinition psychacute-referral-status).</summary>
internal static class ReferralStatusOperation
{
    private const int Most = 5_000;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAtAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var (_, at) = call.Value;
        var known = await service.Gather.SetAsync(Most, cancellationToken, ReferralQuestion.About(request.Id));
        if (known.IsSuccess && ReferralQuestion.Assessments(known.Value) is { } more)
        {
            var assessments = await service.Gather.SetAsync(Most, cancellationToken, more);
            known = assessments.IsSuccess ? new ResourceSet([.. known.Value.All, .. assessments.Value.All]) : assessments;
        }

        if (!known.IsSuccess)
        {
            return Answer.Refusal(known.Error);
        }

        return ReferralStatus.Of(known.Value, $"ServiceRequest/{request.Id}", service.Referrals, at) is { } status
            ? Answer.Unstored(ReferralStatusAnswer.Write(status, service.Referrals, request.Language), null)
            : Answer.Refusal(new FhirError(
                StatusCodes.Status422UnprocessableEntity, Psychiatry.PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.no-task") with { Expression = "ServiceRequest" }));
    }
}

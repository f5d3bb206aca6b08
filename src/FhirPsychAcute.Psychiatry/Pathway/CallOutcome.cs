using FhirPsychAcute.Psychiatry.Pathway.Steps;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>
/// Which calls led nowhere: unanswered, and no call followed it that was answered; or answered, and everything that it led to was refused or lost, or it led to nothing at all.
/// Help given in the call is somewhere. Decision of this guide over the dispositions that Danske Regioner list (S1:5619-5642).
/// </summary>
internal static class CallOutcome
{
    // Where these are recorded, the person got help or was taken over without a referral of ours.
    private static readonly string[] Help =
    [
        "ambulance", "police", "akutlaegebil", "udrykningstjeneste", "admission", "pam", "somatic", "ended-with-guidance", "general-practice", "civil-line",
        "virtual-consultation", "transferred",
    ];

    /// <summary>Adds the remark to the steps that it is true of.</summary>
    public static void Mark(List<PathwayStep> steps)
    {
        var byAddress = steps.ToDictionary(static step => step.Address, StringComparer.Ordinal);
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index] is { Kind: StepKind.Call, IsOpen: false } call && LedNowhere(call, byAddress))
            {
                steps[index] = call with { Remarks = [.. call.Remarks, StepRemark.LedNowhere] };
            }
        }
    }

    private static bool LedNowhere(PathwayStep call, Dictionary<string, PathwayStep> steps)
    {
        var next = call.LedTo.Select(address => steps[address]).ToList();
        if (next.Exists(static step => step is { Kind: StepKind.Call } && !step.Has(StepRemark.Unanswered)))
        {
            return false;
        }

        if (call.Has(StepRemark.Unanswered))
        {
            return true;
        }

        if (ContactSteps.Dispositions(call.Resource.Root).Any(static code => Help.Contains(code, StringComparer.Ordinal))
            || next.Exists(static step => step.Kind is StepKind.Dispatch or StepKind.Admission or StepKind.Stay or StepKind.Visit or StepKind.Appointment or StepKind.FollowUp))
        {
            return false;
        }

        var referrals = next.Where(static step => step.Kind == StepKind.Referral).ToList();
        return referrals.Count > 0
            ? referrals.TrueForAll(static referral => referral.Remarks.Any(static remark => StepRemark.IsLost(remark) || remark is StepRemark.Declined or StepRemark.Returned))
            : !ContactSteps.Dispositions(call.Resource.Root).Any();
    }
}

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>Codes of <c>psychacute-pathway-kind</c>: what a step of a path is.</summary>
internal static class StepKind
{
    public const string Call = "call";
    public const string Admission = "admission";
    public const string Stay = "stay";
    public const string Visit = "visit";
    public const string AdviserVisit = "adviser-visit";
    public const string Contact = "contact";
    public const string Urgency = "urgency";
    public const string Assessment = "assessment";
    public const string Summary = "summary";
    public const string Referral = "referral";
    public const string Dispatch = "dispatch";
    public const string Appointment = "appointment";
    public const string Detention = "detention";
    public const string Measure = "measure";
    public const string Review = "review";
    public const string Right = "right";
    public const string Complaint = "complaint";
    public const string AfterTalk = "after-talk";
    public const string Plan = "plan";
    public const string Consent = "consent";
    public const string Message = "message";
    public const string Alert = "alert";
    public const string FollowUp = "follow-up";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Call, Admission, Stay, Visit, AdviserVisit, Contact, Urgency, Assessment, Summary, Referral, Dispatch, Appointment, Detention, Measure, Review, Right, Complaint,
        AfterTalk, Plan, Consent, Message, Alert, FollowUp,
    ];
}

/// <summary>Codes of <c>psychacute-pathway-remark</c>: what stands out in a step.</summary>
internal static class StepRemark
{
    public const string Unanswered = "unanswered";
    public const string LedNowhere = "led-nowhere";
    public const string Declined = "declined";
    public const string NoAnswer = "no-answer";
    public const string Overdue = "overdue";
    public const string NoShow = "no-show";
    public const string Returned = "returned";
    public const string Cancelled = "cancelled";
    public const string SetAside = "set-aside";

    /// <summary>Whether a referral with one of these was lost: nobody answered in time, or the person never came.</summary>
    public static bool IsLost(string remark) => remark is NoAnswer or Overdue or NoShow;
}

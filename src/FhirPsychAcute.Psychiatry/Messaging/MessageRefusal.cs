using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>One reason why a message is not accepted, as the sender is told.</summary>
/// <param name="Code">MedCom's error code (<see cref="MedCom.Errors"/>).</param>
/// <param name="Issue">The reason, and the element at fault.</param>
public sealed record MessageRefusal(string Code, OutcomeIssue Issue)
{
    /// <summary>The receiver is not known here.</summary>
    public const string ReceiverUnknown = "MSG_Receiver_Identifier_UNKNOWN";

    /// <summary>The message names no receiver by SOR or GLN.</summary>
    public const string ReceiverMissing = "MSG_Receiver_Identifier_MISSING";

    /// <summary>Messages of this kind, or with this content, are not taken here.</summary>
    public const string NotTaken = "MSG_RECEIVER_UNABLE_TO_RECEIVE_MSG_TYPE";

    /// <summary>A code is not in the value set.</summary>
    public const string ValueUnknown = "MSG_VALUESET_VALUE_UNKNOWN";

    /// <summary>An element is too long.</summary>
    public const string TooLong = "MSG_Element_To_Long";

    /// <summary>The content is not as the profile asks; the nearest that MedCom's list has.</summary>
    public const string ContentWrong = "MSG_Datatype_Wrong";

    /// <summary>It may succeed later.</summary>
    public const string OutOfOperation = "MSG_Mailbox_Out_Of_Operation";

    /// <summary>A finding of validation as a reason.</summary>
    public static MessageRefusal Of(OutcomeIssue finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(
            finding.Code switch
            {
                IssueCode.CodeInvalid => ValueUnknown,
                IssueCode.TooLong => TooLong,
                IssueCode.Transient or IssueCode.Conflict => OutOfOperation,
                _ => ContentWrong,
            },
            finding);
    }

    /// <summary>A reason with one of the room's texts.</summary>
    internal static MessageRefusal Of(string code, string issueCode, string expression, string text, params object[] arguments) =>
        new(code, PsychiatryMessages.Error(issueCode, text, arguments) with { Expression = expression });
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Messaging;

/// <summary>What to do with a message that may have been seen before.</summary>
public enum DuplicateAction
{
    /// <summary>It is new: it is processed.</summary>
    Process,
    /// <summary>It is the same again: the original answer is sent again, and nothing is stored twice.</summary>
    ResendResponse,
    /// <summary>Its ids stand for something else already: it is refused.</summary>
    Refuse,
}

/// <summary>MedCom's rules for receivers of duplicates (profiles/rules/message-duplicates.csv; MedCom governance 043).</summary>
public sealed class Duplicates(RuleFolder rules)
{
    private readonly IReadOnlyList<RuleRow> rows = rules.Read("message-duplicates");

    /// <summary>The action, and the row that says so.</summary>
    /// <param name="message">The message received.</param>
    /// <param name="storedBundle">What is stored under its Bundle.id; null for nothing.</param>
    /// <param name="storedHeader">What is stored under its MessageHeader.id; null for nothing.</param>
    /// <param name="storedEnvelope">The Bundle that brought the stored header; null where it is not known.</param>
    /// <exception cref="RuleException">The table lacks the case, or names an action that there is not.</exception>
    public (DuplicateAction Action, RuleRow Rule) Decide(Message message, ResourceDocument? storedBundle, ResourceDocument? storedHeader, ResourceDocument? storedEnvelope)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (bundle, header) = (storedBundle is null ? "new" : "known", storedHeader is null ? "new" : "known");
        var content = (storedBundle ?? storedEnvelope) is not { } stored ? "any" : HasSameContent(message.Bundle, stored) ? "same" : "other";
        foreach (var row in rows)
        {
            if (row.Text("bundle_id") == bundle && row.Text("message_header_id") == header && row.Text("content") is var asked && (asked == "any" || asked == content))
            {
                return (
                    row.Text("action") switch
                    {
                        "process" => DuplicateAction.Process,
                        "resend-response" => DuplicateAction.ResendResponse,
                        "refuse" => DuplicateAction.Refuse,
                        var other => throw row.Fault($"there is no action '{other}'"),
                    },
                    row);
            }
        }

        throw new RuleException($"message-duplicates.csv says nothing of a {bundle} Bundle with a {header} header and {content} content.");
    }

    /// <summary>Whether two envelopes carry the same: entry by entry, whatever the ids of the envelopes and when they were sealed.</summary>
    public static bool HasSameContent(ResourceDocument left, ResourceDocument right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return JsonEquality.Difference(left.Bytes, right.Bytes, EnvelopeFields) is null;
    }

    private static readonly string[] EnvelopeFields = ["id", "meta", "identifier", "timestamp"];
}

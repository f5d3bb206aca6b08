using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>What the answer says as a whole: 112 first, why nothing fits, how many offers each condition left out.</summary>
internal static class OfferNotes
{
    private static readonly (Condition Condition, string Id)[] InOrder =
    [
        (Condition.Open, "removed-closed"), (Condition.Room, "removed-full"), (Condition.Overnight, "removed-overnight"), (Condition.Urgency, "removed-urgency"),
        (Condition.Mode, "removed-mode"), (Condition.Age, "removed-age"), (Condition.Type, "removed-type"), (Condition.Area, "removed-area"),
    ];

    /// <summary>The notes, most important first.</summary>
    public static List<OutcomeIssue> Of(OfferAnswer answer)
    {
        var query = answer.Query;
        var notes = new List<OutcomeIssue>();
        if (query.Urgency == "livstruende")
        {
            notes.Add(Note(IssueSeverity.Warning, IssueCode.BusinessRule, "call-112-first"));
        }

        if (answer.Found.Count == 0)
        {
            notes.Add(Note(IssueSeverity.Warning, IssueCode.NotFound, "nothing-fits"));
        }

        if (query.Area is { Municipality: { } municipality, Region: null })
        {
            notes.Add(Note(IssueSeverity.Information, IssueCode.Incomplete, "region-not-known", municipality.Name));
        }

        foreach (var (condition, id) in InOrder)
        {
            // Offers elsewhere in the country are news only when there is nothing here.
            if (answer.RemovedBy.TryGetValue(condition, out var removed) && (condition != Condition.Area || answer.Found.Count == 0))
            {
                notes.Add(Removed(query, condition, id, removed));
            }
        }

        return notes;
    }

    private static OutcomeIssue Removed(OfferQuery query, Condition condition, string id, Removed removed)
    {
        id += removed.Count == 1 ? "-one" : "";
        return condition switch
        {
            Condition.Open when removed.FirstOpens is { } opens =>
                Note(IssueSeverity.Information, IssueCode.Informational, id + "-first", Number(removed), SpokenTime.Of(query.At, query.At), SpokenTime.Of(opens, query.At), removed.FirstName!),
            Condition.Open => Note(IssueSeverity.Information, IssueCode.Informational, id, Number(removed), SpokenTime.Of(query.At, query.At)),
            Condition.Urgency => Note(IssueSeverity.Information, IssueCode.Informational, id, Number(removed), DirectoryMessages.Word("urgency-" + query.Urgency)),
            Condition.Age => Note(IssueSeverity.Information, IssueCode.Informational, id, Number(removed), DirectoryMessages.Word("age-" + query.AgeGroup)),
            Condition.Mode => Note(IssueSeverity.Information, IssueCode.Informational, id, Number(removed), DirectoryMessages.Word("mode-" + query.Mode)),
            _ => Note(IssueSeverity.Information, IssueCode.Informational, id, Number(removed)),
        };
    }

    private static string Number(Removed removed) => removed.Count.ToString(CultureInfo.InvariantCulture);

    private static OutcomeIssue Note(IssueSeverity severity, string code, string id, params object[] arguments) =>
        PsychiatryMessages.Issue(severity, code, "directory." + id, arguments);
}

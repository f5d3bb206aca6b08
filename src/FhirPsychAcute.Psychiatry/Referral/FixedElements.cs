using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>
/// What makes a task the task of this referral, and stays as it was sent: what is asked for, for whom, by whom, of whom, and when. Who is to have another receiver gets another task:
/// the first is declined or returned, so that its sender sees it.
/// </summary>
internal static class FixedElements
{
    private static readonly string[] References = ["focus", "for", "requester", "owner"];

    private static readonly string[] Values = ["authoredOn", "intent", "code"];

    /// <summary>An error for each that is another than before.</summary>
    public static IEnumerable<OutcomeIssue> Changed(ResourceDocument before, ResourceDocument after)
    {
        foreach (var name in References)
        {
            // A display may be put right.
            if (Target(before, name) != Target(after, name))
            {
                yield return Changed(name);
            }
        }

        foreach (var name in Values)
        {
            if (!before.Root.Child(name).RawJsonOrEmpty().Span.SequenceEqual(after.Root.Child(name).RawJsonOrEmpty().Span) && Meaning(before, name) != Meaning(after, name))
            {
                yield return Changed(name);
            }
        }

        if (!after.Claims(Guide.Structure("referral-task")))
        {
            yield return PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.profile-dropped") with { Expression = "Task.meta.profile", Source = Guide.Structure("referral-task") };
        }
    }

    private static OutcomeIssue Changed(string name) =>
        PsychiatryMessages.Error(IssueCode.BusinessRule, "referral.fixed-element", $"Task.{name}") with { Expression = $"Task.{name}", Source = Guide.Structure("referral-task") };

    private static string? Target(ResourceDocument task, string name) =>
        task.Root.ReferenceIn(name)
        ?? (task.Root.Child(name) is { Exists: true } reference && reference.Child("identifier") is { Exists: true } identifier
            ? $"{identifier.ChildValue("system")}|{identifier.ChildValue("value")}"
            : null);

    // Written otherwise, but the same: another offset of the same moment, a display more.
    private static string Meaning(ResourceDocument task, string name) => name switch
    {
        "authoredOn" => task.Root.RangeIn(name)?.ToString() ?? "",
        "code" => string.Join(' ', task.Root.ChildrenNamed(name).ToList().SelectMany(static code => code.ChildrenNamed("coding").ToList()).Select(static coding => $"{coding.ChildValue("system")}|{coding.ChildValue("code")}")),
        _ => task.Root.ChildValue(name) ?? "",
    };

    private static ReadOnlyMemory<byte> RawJsonOrEmpty(this Element element) => element.Exists ? element.RawJson : default;
}

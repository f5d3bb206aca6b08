using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>An answer to a referral in a few words, from which the next version of its task is made: what a municipality's night worker has to say, without knowing Task.</summary>
public sealed record ReferralAnswer
{
    private static readonly string Outputs = Guide.Codes("task-output");
    private static readonly string Reasons = Guide.Codes("task-reason");

    /// <summary>Where the referral comes to stand.</summary>
    public required ReferralState State { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether whoever answers told the time; otherwise it is the server's, whose clock may be behind the sender's.</summary>
    public bool IsTimeTold { get; init; }

    /// <summary>Code of <c>psychacute-task-reason</c>; null for none.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why, in words; null for none.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Why, as a whole CodeableConcept; no element for none.</summary>
    public Element Reason { get; init; }

    /// <summary>A note to the sender; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>What it led to: kind (<c>stay</c>, <c>appointment</c>, <c>message</c>) and reference.</summary>
    public IReadOnlyList<(string Kind, string Reference)> Led { get; init; } = [];

    /// <summary>The next version of the task.</summary>
    /// <param name="task">The version that is answered.</param>
    public ResourceDocument Apply(ResourceDocument task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!IsTimeTold && Latest(task) is { } latest && latest > Time)
        {
            return (this with { Time = latest }).Apply(task);
        }

        var said = Compose(task);
        var root = task.Root;
        var editor = new ResourceEditor(task).SetValue(root.Child("status"), State.TaskStatus());
        if (State != ReferralState.EnteredInError)
        {
            Put(editor, root, said, "businessStatus");
        }

        Put(editor, root, said, "statusReason");
        Put(editor, root, said, "lastModified");
        Put(editor, root, said, "executionPeriod");
        foreach (var name in (ReadOnlySpan<string>)["note", "output"])
        {
            foreach (var item in said.Root.ChildrenNamed(name))
            {
                editor.Add(root, name, item.RawJson.Span);
            }
        }

        return editor.ToDocument();
    }

    // An answer follows what it answers, whatever the clocks say (Task inv-1).
    private static DateTimeOffset? Latest(ResourceDocument task) =>
        task.Root.TimeIn("lastModified") is { } changed && !(task.Root.TimeIn("authoredOn") > changed) ? changed : task.Root.TimeIn("authoredOn");

    // Everything that is said, as a task of its own, whose elements go into the one that is answered.
    private ResourceDocument Compose(ResourceDocument task)
    {
        using var composer = new ResourceComposer();
        composer.Begin("Task").Text("status", State.TaskStatus()).Text("intent", "order").Concept("businessStatus", ReferralStates.System, State.Code(), State.Display()).Time("lastModified", Time);
        if (Reason.Exists)
        {
            composer.Copy("statusReason", Reason);
        }
        else if (ReasonCode is { } code)
        {
            composer.Concept("statusReason", Reasons, code, GuideCodes.Text(Reasons, code)?.Text, ReasonText);
        }
        else if (ReasonText is { } text)
        {
            composer.Open("statusReason").Text("text", text).Close();
        }

        Execution(composer, task);
        if (Note is { } note)
        {
            composer.OpenList("note").OpenItem().Time("time", Time).Text("text", note).Close().CloseList();
        }

        var led = Led.Where(output => !ReferralCase.OutputsOf(task, output.Kind).Contains(output.Reference, StringComparer.Ordinal)).ToList();
        if (led.Count > 0)
        {
            composer.OpenList("output");
            foreach (var (kind, reference) in led)
            {
                composer.OpenItem().Concept("type", Outputs, kind, GuideCodes.Text(Outputs, kind)?.Text).Reference("valueReference", reference).Close();
            }

            composer.CloseList();
        }

        return composer.ToDocument(task.Schema);
    }

    // R4 Task.executionPeriod: from when the help began to when it ended.
    private void Execution(ResourceComposer composer, ResourceDocument task)
    {
        var (start, end) = task.Root.PeriodIn("executionPeriod");
        if (State is ReferralState.Arrived or ReferralState.InProgress && start is null)
        {
            composer.Period("executionPeriod", Time, null);
        }
        else if (State is ReferralState.Completed or ReferralState.Returned && start is { } began && end is null && began <= Time)
        {
            composer.Period("executionPeriod", began, Time);
        }
    }

    private static void Put(ResourceEditor editor, Element root, ResourceDocument said, string name)
    {
        if (said.Root.Child(name) is not { Exists: true } value)
        {
            return;
        }

        if (root.Child(name) is { Exists: true } existing)
        {
            editor.Replace(existing, value.RawJson.Span);
        }
        else
        {
            editor.Add(root, name, value.RawJson.Span);
        }
    }
}

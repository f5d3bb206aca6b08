using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>One rule of psykiatriloven or of national counting, a row of <c>coercion.csv</c>, read once. Immutable.</summary>
public sealed class CoercionRule
{
    private static readonly FrozenDictionary<string, RuleKind> Kinds = new Dictionary<string, RuleKind>(StringComparer.Ordinal)
    {
        ["review"] = RuleKind.Review,
        ["external-review"] = RuleKind.ExternalReview,
        ["reply"] = RuleKind.Reply,
        ["note"] = RuleKind.Note,
        ["plan"] = RuleKind.Plan,
        ["notification"] = RuleKind.Notification,
        ["adviser"] = RuleKind.Adviser,
        ["adviser-visit"] = RuleKind.AdviserVisit,
        ["after-talk"] = RuleKind.AfterTalk,
        ["complaint"] = RuleKind.Complaint,
        ["appeal"] = RuleKind.Appeal,
        ["limit"] = RuleKind.Limit,
        ["effect"] = RuleKind.Effect,
        ["age"] = RuleKind.Age,
        ["counting"] = RuleKind.Counting,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RuleStart> StartNames = new Dictionary<string, RuleStart>(StringComparer.Ordinal)
    {
        ["start"] = RuleStart.Start,
        ["end"] = RuleStart.End,
        ["examined"] = RuleStart.Examined,
        ["decision"] = RuleStart.Decision,
        ["last-review"] = RuleStart.LastReview,
        ["last-visit"] = RuleStart.LastVisit,
        ["adviser-appointed"] = RuleStart.AdviserAppointed,
        ["complaint"] = RuleStart.Complaint,
        ["decision-pkn"] = RuleStart.DecisionPkn,
        ["discharge-wish"] = RuleStart.DischargeWish,
        ["discharge"] = RuleStart.Discharge,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly RuleRow row;
    private readonly FrozenSet<string> measures;

    internal CoercionRule(RuleRow row)
    {
        this.row = row;
        Kind = Kinds.TryGetValue(row.Text("kind"), out var kind) ? kind : throw row.Fault($"'{row.Text("kind")}' in column 'kind' is no kind of rule");
        Starts = StartNames.TryGetValue(row.Text("starts"), out var start) ? start : throw row.Fault($"'{row.Text("starts")}' in column 'starts' starts no clock");
        measures = row.List("measures").ToFrozenSet(StringComparer.Ordinal);
        Applies = row.List("applies").ToFrozenSet(StringComparer.Ordinal);
        MetBy = row.List("met_by").ToFrozenSet(StringComparer.Ordinal);
        Replaces = row.List("replaces");
        Severity = row.Text("severity") switch
        {
            "error" => IssueSeverity.Error,
            "warning" => IssueSeverity.Warning,
            "information" => IssueSeverity.Information,
            var other => throw row.Fault($"'{other}' in column 'severity' is no severity"),
        };
        Count = row.Text("calendar") switch
        {
            "clock" or "" => TimeCount.Clock,
            "calendar-days" => TimeCount.CalendarDays,
            "working-days" => TimeCount.WorkingDays,
            var other => throw row.Fault($"'{other}' in column 'calendar' is no way to count time"),
        };

        // Shares are no times: the target's 30 %.
        if (row.Number("at") is { } at && row.Text("unit") is not "%")
        {
            At = TimeSpanOfLaw.Of(at, row.Text("unit")) ?? throw row.Fault($"'{row.Text("at")} {row.Text("unit")}' is no length of time");
        }

        if (row.Text("repeat") is { Length: > 0 } repeat)
        {
            Repeat = TimeSpanOfLaw.Parse(repeat) ?? throw row.Fault($"'{repeat}' in column 'repeat' is no length of time");
        }
    }

    /// <summary>The rule's code in psychacute-clock, where it has a clock.</summary>
    public string Code => row.Text("rule");

    /// <summary>What it asks.</summary>
    public RuleKind Kind { get; }

    /// <summary>What starts its clock.</summary>
    public RuleStart Starts { get; }

    /// <summary>What has to be the case for it to apply: <c>minor</c>, <c>suspensive</c>, <c>otherwise</c> and others (profiles/rules/README.md); empty for always.</summary>
    public IReadOnlySet<string> Applies { get; }

    /// <summary>Codes of what meets it: of psychacute-observation, for appeals of psychacute-complaint-instance.</summary>
    public IReadOnlySet<string> MetBy { get; }

    /// <summary>Codes of the rules in whose place it stands when an operator turns it on.</summary>
    public IReadOnlyList<string> Replaces { get; }

    /// <summary>After how long it is due; null where no source names a time.</summary>
    public TimeSpanOfLaw? At { get; }

    /// <summary>How often it comes again after that; null for once.</summary>
    public TimeSpanOfLaw? Repeat { get; }

    /// <summary>How time is counted.</summary>
    public TimeCount Count { get; }

    /// <summary>How bad it is when it is passed.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>Column <c>use</c>: current, alternative, superseded, proposal.</summary>
    public string Use => row.Text("use");

    /// <summary>Section, document and line, or page.</summary>
    public string Source => row.Source;

    /// <summary>Whether a text that was read says so.</summary>
    public bool IsVerified => row.IsVerified;

    /// <summary>The rule in one sentence.</summary>
    public TranslatedText Sentence => row.Sentence;

    /// <summary>Whether it is about a measure.</summary>
    /// <param name="measure">Code of psychacute-coercion-measure.</param>
    public bool IsAbout(string measure) => measures.Contains(measure);

    /// <summary>Whether it holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => row.IsValidOn(day);
}

using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>
/// Looks at every measure while it lasts and at the duties it leaves: when a clock runs out for which somebody has to act, a psychacute-clock-finding is stored. What has no time limit in
/// any source raises nothing; the overview shows it.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="clock">What time it is: what ended long ago is left alone, so that loading years of closed measures costs nothing.</param>
public sealed class CoercionWatch(CoercionRules rules, TimeProvider clock) : IWatch
{
    // The adviser's first visit is the last thing with a time limit that a measure leaves, complaints apart.
    private const int DaysAfter = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private static readonly byte[] MeasureExtension = Encoding.UTF8.GetBytes(CoercionCodes.MeasureExtension);

    /// <inheritdoc/>
    public string Name => "coercion";

    /// <inheritdoc/>
    public Gathering Open => CoercionGathering.Recent(clock.GetUtcNow(), DaysAfter);

    /// <inheritdoc/>
    public IReadOnlyList<string> Follows { get; } = ["Procedure", "Observation", "CareTeam", "Encounter", "MedicationAdministration"];

    /// <inheritdoc/>
    public bool MayConcern(string type, ReadOnlySpan<byte> json) => type switch
    {
        "Observation" or "MedicationAdministration" => json.IndexOf("\"partOf\""u8) >= 0,
        "CareTeam" or "Encounter" => json.IndexOf(MeasureExtension) >= 0,
        _ => true,
    };

    /// <inheritdoc/>
    public IEnumerable<string> FocusesOf(ResourceDocument resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var root = resource.Root;
        switch (resource.Type.Name)
        {
            case "Procedure":
                if (CaseReader.IsMeasure(resource) && resource.Address() is { } address && IsRecent(EndOf(root)))
                {
                    yield return address;
                }

                break;
            case "Observation" or "MedicationAdministration" when IsRecent(TimeOf(root, "effective")):
                foreach (var whole in root.ReferencesIn("partOf").Where(IsProcedure))
                {
                    yield return whole;
                }

                break;
            case "CareTeam" or "Encounter" when root.ExtensionOf(CoercionCodes.MeasureExtension).Exists && (resource.Type.Name == "CareTeam" || IsRecent(root.PeriodIn("period").Start)):
                foreach (var extension in root.ChildrenNamed("extension").ToList().Where(static extension => extension.ChildValue("url") == CoercionCodes.MeasureExtension))
                {
                    if (extension.ReferenceIn("value") is { } measure && IsProcedure(measure))
                    {
                        yield return measure;
                    }
                }

                break;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Gathering> Needs(string focus) => CoercionGathering.OfMeasure(IdOf(focus));

    /// <inheritdoc/>
    public WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now) => Look(resources, focus, now, rules, static clock => clock.Rule.Kind is not (RuleKind.Complaint or RuleKind.Appeal));

    internal static string IdOf(string focus) => focus[(focus.IndexOf('/', StringComparison.Ordinal) + 1)..];

    internal static WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now, CoercionRules rules, Func<Clock, bool> watched)
    {
        ArgumentNullException.ThrowIfNull(resources);
        if (new CaseReader(resources, now).Of(focus) is not { } episode || episode.Patient is null)
        {
            return WatchResult.Nothing;
        }

        var status = CoercionStatus.Of(episode, rules);
        var clocks = status.Clocks.Where(watched).ToList();
        var due = clocks.Where(static clock => clock is { State: ClockState.Running, Due: not null }).Select(static clock => clock.Due!.Value.ChangesAt).Append(status.Count.From ?? DateTimeOffset.MaxValue).Min();
        var alerts = clocks.Where(clock => clock.NeedsActor && ClockFinding.IsDue(episode, clock)).Select(clock => ClockFinding.Alert(episode, clock)).ToList();

        // An appointment need not name the measure, so that nothing tells of it here: as long as none is known and a visit would be due, it is looked for.
        if (clocks.Exists(static clock => clock is { State: ClockState.Waiting, Rule.Starts: RuleStart.AdviserAppointed }) && (episode.End is not { } end || now - end < TimeSpan.FromDays(DaysAfter)) && now + Patience < due)
        {
            due = now + Patience;
        }

        return new WatchResult(due == DateTimeOffset.MaxValue ? null : due, alerts);
    }

    private static bool IsProcedure(string reference) => reference.StartsWith("Procedure/", StringComparison.Ordinal);

    private bool IsRecent(DateTimeOffset? time) => time is not { } known || known > clock.GetUtcNow().AddDays(-DaysAfter);

    private static DateTimeOffset? EndOf(Element root) => root.Child("performed") is not { Exists: true } performed ? null : performed.HasValue ? root.TimeIn("performed") : performed.TimeIn("end");

    private static DateTimeOffset? TimeOf(Element root, string name) => root.Child(name) is not { Exists: true } time ? null : time.HasValue ? root.TimeIn(name) : time.TimeIn("end");
}

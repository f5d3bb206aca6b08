using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Reads cases of coercion from gathered resources, each resource once however many cases there are. Holds no state beyond its indexes; not for use while the set changes.</summary>
public sealed class CaseReader
{
    // What is said to happen later than this is a slip of the pen; deadlines after it would leave the calendar.
    private static readonly DateTimeOffset LastDay = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ResourceSet set;
    private readonly DateTimeOffset at;
    private readonly ILookup<string, ResourceDocument> partOf;
    private readonly ILookup<string, ResourceDocument> focused;
    private readonly ILookup<string, ResourceDocument> about;
    private readonly ILookup<string, ResourceDocument> supported;
    private readonly ILookup<string, ResourceDocument> ofPatient;

    /// <summary>Indexes the set.</summary>
    /// <param name="set">What was gathered.</param>
    /// <param name="at">As of when.</param>
    public CaseReader(ResourceSet set, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(set);
        (this.set, this.at) = (set, at < LastDay ? at : LastDay);
        partOf = Index("partOf", "Observation", "Procedure", "MedicationAdministration");
        focused = Index("focus", "Task");
        about = Index("about", "Communication");
        supported = Index("supportingInfo", "CarePlan");
        ofPatient = Index("subject", "CareTeam", "Encounter");
    }

    /// <summary>Every measure of the set, in its order.</summary>
    public IEnumerable<CoercionCase> All() =>
        set.OfType("Procedure").Where(static procedure => IsMeasure(procedure)).Select(Read);

    /// <summary>The case of a measure.</summary>
    /// <param name="address">Address of the Procedure in the set.</param>
    /// <returns>Null when it is not in the set.</returns>
    public CoercionCase? Of(string address) => set.Find(address) is { Type.Name: "Procedure" } procedure ? Read(procedure) : null;

    /// <summary>Whether a Procedure is a measure of coercion, or registered as one.</summary>
    public static bool IsMeasure(ResourceDocument procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var root = procedure.Root;
        return root.HasCode("category", CoercionCodes.Category, CoercionCodes.Coercion)
            || root.CodeIn("code", CoercionCodes.Measure) is not null || root.CodeIn("code", CoercionCodes.Proposal) is not null;
    }

    private CoercionCase Read(ResourceDocument procedure)
    {
        var root = procedure.Root;
        var address = set.AddressOf(procedure);
        var point = PointIn(root);
        var (start, end) = point is not null ? (point, point) : (root.PeriodIn("performed").Start, root.Child("performed") is { Exists: true, HasValue: false } period ? LatestIn(period, "end") : null);
        var patient = root.ReferenceIn("subject");
        var admission = root.ReferenceIn("encounter");
        var stay = set.Find(admission);
        var consent = root.ExtensionOf(CoercionCodes.ChildConsentExtension);
        var reflection = root.ExtensionValue(CoercionCodes.ReflectionExtension);
        var parts = partOf[address].ToList();
        return new CoercionCase(procedure, address, at)
        {
            Measure = root.CodeIn("code", CoercionCodes.Measure),
            IsProposal = root.CodeIn("code", CoercionCodes.Measure) is null && root.CodeIn("code", CoercionCodes.Proposal) is not null,
            Status = root.ChildValue("status") ?? "unknown",
            Start = start,
            End = Before(end),
            IsPoint = point is not null,
            IsEndMissing = end is null && root.ChildValue("status") is ("completed" or "stopped"),
            Patient = patient,
            Age = start is { } began && set.Find(patient) is { } person ? AgeAtStart.On(person.Root.RangeIn("birthDate"), DanishTime.Day(began)) : null,
            Admission = admission,
            Discharged = stay?.Root.ChildValue("status") == "finished" && stay.Root.Child("period") is { Exists: true } stayed ? Before(LatestIn(stayed, "end")) : null,
            Ward = root.ReferenceIn("location") ?? WardOf(stay),
            AdmissionStatus = root.ExtensionValue(CoercionCodes.AdmissionStatusExtension).CodeOf(CoercionCodes.Admission),
            IsSomatic = root.HasCode("reasonCode", CoercionCodes.Reason, CoercionCodes.SomaticReason),
            Examined = Before(TimeOf(root.ExtensionValue(CoercionCodes.ExaminedExtension))),
            Reflection = reflection.Exists ? (Before(reflection.TimeIn("start")), Before(LatestIn(reflection, "end"))) : (null, null),
            ChildConsents = FlagOf(consent, "childConsents"),
            CustodyConsents = FlagOf(consent, "custodyHolderConsents"),
            Events = [.. parts.Where(static part => part.Type.Name == "Observation").Select(EventOf).OfType<CaseEvent>().OrderBy(static one => one.Time)],
            Advisers = [.. AdvisersOf(address, patient, admission, start)],
            Visits = [.. VisitsOf(patient, admission, address).Order()],
            Complaints = [.. focused[address].Select(ComplaintOf).OfType<CaseComplaint>().OrderBy(static one => one.Made ?? DateTimeOffset.MaxValue)],
            Talks = [.. parts.Where(static part => part.Type.Name == "Procedure").Select(TalkOf).OfType<CaseTalk>().OrderBy(static talk => talk.Offered)],
            Doses = [.. parts.Where(static part => part.Type.Name == "MedicationAdministration" && IsDone(part)).Select(static part => EffectiveOf(part.Root)).OfType<DateTimeOffset>().Where(Happened).Order()],
            Notified = [.. about[address].Where(IsNotice).Select(static one => one.Root.TimeIn("sent")).OfType<DateTimeOffset>().Where(Happened).Order()],
            EndingPlans = [.. supported[address].Where(static plan => plan.Root.HasCode("category", CoercionCodes.PlanCategory, "plan-for-ophoer")).Select(set.AddressOf)],
            Devices = [.. parts.Where(static part => part.Type.Name == "Procedure" && IsMeasure(part)).Select(set.AddressOf)],
        };
    }

    private CaseEvent? EventOf(ResourceDocument observation)
    {
        var root = observation.Root;
        return IsDone(observation) && root.CodeIn("code", CoercionCodes.Observation) is { } code && EffectiveOf(root) is { } time && Happened(time)
            ? new CaseEvent(code, time, root.CodeIn("value", CoercionCodes.ReviewOutcome))
            : null;
    }

    private CaseTalk? TalkOf(ResourceDocument procedure)
    {
        var root = procedure.Root;
        if (!root.HasCode("category", CoercionCodes.Category, CoercionCodes.AfterTalk) || root.ChildValue("status") == "entered-in-error")
        {
            return null;
        }

        var offered = TimeOf(root.ExtensionValue(CoercionCodes.OfferedExtension)) ?? PointIn(root) ?? root.PeriodIn("performed").Start;
        return offered is { } time && Happened(time) ? new CaseTalk(time, root.ChildrenNamed("performer").ToList().Exists(performer => IsRelative(performer.ReferenceIn("actor")))) : null;
    }

    private bool IsRelative(string? actor) => actor is not null && (set.Find(actor)?.Type.Name == "RelatedPerson" || actor.StartsWith("RelatedPerson/", StringComparison.Ordinal));

    private CaseComplaint? ComplaintOf(ResourceDocument task)
    {
        var root = task.Root;
        if (root.CodeIn("code", CoercionCodes.Instance) is not { } instance)
        {
            return null;
        }

        var made = root.TimeIn("authoredOn");
        if (made is { } time && !Happened(time))
        {
            return null;
        }

        var status = root.ChildValue("status");
        var decided = status is "completed" or "rejected" && root.Child("executionPeriod") is { Exists: true } execution ? LatestIn(execution, "end") : null;
        var inTime = decided is not { } known || Happened(known);
        return new CaseComplaint(
            set.AddressOf(task),
            instance,
            [.. root.ReferencesIn("partOf")],
            made,
            root.ExtensionValue(CoercionCodes.SuspensiveExtension) is { Exists: true } suspensive && suspensive.TryGetBoolean(out var flag) ? flag : null,
            status is "completed" or "rejected" && inTime,
            inTime ? decided : null,
            status is "cancelled" or "entered-in-error");
    }

    // One adviser serves a patient: the appointment names the measure, or the same admission, or neither.
    private IEnumerable<CaseAdviser> AdvisersOf(string address, string? patient, string? admission, DateTimeOffset? start)
    {
        if (patient is null)
        {
            return [];
        }

        var found = new List<CaseAdviser>();
        foreach (var team in ofPatient[patient].Where(static one => one.Type.Name == "CareTeam" && one.Root.ChildValue("status") != "entered-in-error"))
        {
            var root = team.Root;
            var names = MeasuresOf(root).ToList();
            var stay = root.ReferenceIn("encounter");
            if (!names.Contains(address, StringComparer.Ordinal) && !(stay is null ? names.Count == 0 : stay == admission))
            {
                continue;
            }

            foreach (var participant in root.ChildrenNamed("participant").ToList())
            {
                var (appointed, ended) = participant.PeriodIn("period");
                if (participant.HasCode("role", CoercionCodes.Role, CoercionCodes.Adviser) && appointed is { } time && Happened(time) && (ended is not { } over || start is null || over > start))
                {
                    found.Add(new CaseAdviser(time, Before(ended), participant.ReferenceIn("member")));
                }
            }
        }

        return found.OrderBy(static adviser => adviser.Appointed);
    }

    private IEnumerable<DateTimeOffset> VisitsOf(string? patient, string? admission, string address) => patient is null
        ? []
        : ofPatient[patient]
            .Where(one => one.Type.Name == "Encounter" && one.Root.ChildValue("status") is "finished" or "in-progress" && one.Root.HasCode("type", CoercionCodes.ContactType, CoercionCodes.AdviserVisit)
                && (one.Root.ReferenceIn("partOf") is not { } stay || stay == admission || MeasuresOf(one.Root).Contains(address, StringComparer.Ordinal)))
            .Select(static one => one.Root.PeriodIn("period").Start)
            .OfType<DateTimeOffset>()
            .Where(Happened);

    private static IEnumerable<string> MeasuresOf(Element root) =>
        root.ChildrenNamed("extension").ToList().Where(static extension => extension.ChildValue("url") == CoercionCodes.MeasureExtension).Select(static extension => extension.ReferenceIn("value")).OfType<string>();

    private static bool IsNotice(ResourceDocument communication) =>
        communication.Root.ChildValue("status") == "completed" && communication.Root.ExtensionValue(CoercionCodes.GuidanceExtension) is { Exists: true } guidance && guidance.Value == "true";

    private static string? WardOf(ResourceDocument? stay)
    {
        string? ward = null;
        foreach (var place in stay?.Root.ChildrenNamed("location").ToList() ?? [])
        {
            // The last place that is not planned is where the patient is.
            if (place.ChildValue("status") is not ("planned" or "reserved"))
            {
                ward = place.ReferenceIn("location") ?? ward;
            }
        }

        return ward;
    }

    private static bool IsDone(ResourceDocument resource) => resource.Root.ChildValue("status") is not ("entered-in-error" or "cancelled" or "not-done" or "registered");

    private static DateTimeOffset? EffectiveOf(Element root) => root.Child("effective") is not { Exists: true } effective ? null : effective.HasValue ? LatestIn(root, "effective") : effective.TimeIn("start");

    private static DateTimeOffset? PointIn(Element root) => root.Child("performed") is { Exists: true, HasValue: true } ? root.TimeIn("performed") : null;

    // What is told by its day only may have been at the end of it: that is the side on which nothing late is taken for timely.
    private static DateTimeOffset? LatestIn(Element parent, string name) =>
        parent.RangeIn(name) is not { } range ? null : range.To - range.From <= TimeSpan.FromMinutes(1) ? range.From : range.To.AddSeconds(-1);

    private static DateTimeOffset? TimeOf(Element value) => value is { Exists: true, HasValue: true } && DateRange.TryParse(value.Utf8Value, DanishTime.Zone, out var range) ? range.From : null;

    private static bool? FlagOf(Element extension, string url) =>
        extension.Exists && extension.ExtensionValue(url) is { Exists: true } value && value.TryGetBoolean(out var flag) ? flag : null;

    private bool Happened(DateTimeOffset time) => time <= at;

    private DateTimeOffset? Before(DateTimeOffset? time) => time <= at ? time : null;

    private ILookup<string, ResourceDocument> Index(string element, params string[] types) => set.All
        .Where(resource => types.Contains(resource.Type.Name, StringComparer.Ordinal))
        .SelectMany(resource => resource.Root.ReferencesIn(element).Distinct(StringComparer.Ordinal).Select(reference => (reference, resource)))
        .ToLookup(static pair => pair.reference, static pair => pair.resource, StringComparer.Ordinal);
}

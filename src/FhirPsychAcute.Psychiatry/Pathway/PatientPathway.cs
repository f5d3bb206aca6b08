using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Pathway.Steps;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>
/// The path of one person through acute psychiatry, across sectors: calls, assessments, referrals with what became of them, stays, admissions, coercion, plans and messages
/// in order of time, so that what came before a tvangsindlæggelse can be seen. What was entered in error is left out.
/// </summary>
public sealed class PatientPathway
{
    private readonly Dictionary<string, PathwayStep> byAddress;

    private PatientPathway(PathwayRequest request, IReadOnlyList<PathwayStep> steps, IReadOnlyList<PathwayStep> listed, IReadOnlyList<LeadUp> leadUps)
    {
        (Request, Steps, Listed, LeadUps) = (request, steps, listed, leadUps);
        Summary = PathwaySummary.Of(steps);
        byAddress = steps.ToDictionary(static step => step.Address, StringComparer.Ordinal);
    }

    /// <summary>What was asked.</summary>
    public PathwayRequest Request { get; }

    /// <summary>All steps within the times asked for, oldest first.</summary>
    public IReadOnlyList<PathwayStep> Steps { get; }

    /// <summary>Those of the kinds and sectors asked for.</summary>
    public IReadOnlyList<PathwayStep> Listed { get; }

    /// <summary>Counts over <see cref="Steps"/>.</summary>
    public PathwaySummary Summary { get; }

    /// <summary>For each detention that began within the times asked for: what came before it, also from before those times.</summary>
    public IReadOnlyList<LeadUp> LeadUps { get; }

    /// <summary>The step of a resource; null where it is none within the times asked for.</summary>
    public PathwayStep? Find(string address) => byAddress.GetValueOrDefault(address);

    /// <summary>Reads the path out of what was gathered (<see cref="PathwayQuestion"/>).</summary>
    /// <param name="resources">The resources about the person, and the places and people that they name.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="rules">Tables <c>sectors.csv</c> and <c>pathway.csv</c>.</param>
    public static PatientPathway Of(ResourceSet resources, PathwayRequest request, RuleFolder rules)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(request);
        var context = new StepContext(resources, new Sectors(rules, resources), request);
        var persons = request.Patients.ToHashSet(StringComparer.Ordinal);
        var all = new List<PathwayStep>();
        foreach (var resource in resources.All)
        {
            if (resource.Root.ChildValue("status") != "entered-in-error" && IsAbout(resource, persons) && Read(resource, resources.AddressOf(resource), context) is { } step)
            {
                all.Add(step);
            }
        }

        all.Sort(Compare);
        Connect(all);
        CallOutcome.Mark(all);
        var leadUps = LeadUp.Of(all, rules);
        var to = request.To;
        var from = request.From;
        if (request.UpTo is { } detention)
        {
            leadUps = [.. leadUps.Where(leadUp => leadUp.Detention.Address == detention)];
            to = leadUps is [var only] ? only.Detention.Start.UtcTicks < DateTimeOffset.MaxValue.UtcTicks ? only.Detention.Start.AddTicks(1) : null : to;
            from ??= leadUps is [var one] ? one.From : null;
        }
        else
        {
            leadUps = [.. leadUps.Where(leadUp => IsWithin(leadUp.Detention, from, to))];
        }

        var steps = all.Where(step => IsWithin(step, from, to)).ToList();
        var listed = request.Kinds.Count == 0 && request.Sectors.Count == 0 ? steps : steps.Where(step =>
            (request.Kinds.Count == 0 || request.Kinds.Contains(step.Kind, StringComparer.Ordinal))
            && (request.Sectors.Count == 0 || request.Sectors.Contains(step.Actor.Sector, StringComparer.Ordinal))).ToList();
        return new PatientPathway(request, steps, listed, leadUps);
    }

    private static PathwayStep? Read(ResourceDocument resource, string address, StepContext context) => resource.Type.Name switch
    {
        "Encounter" => ContactSteps.Read(resource, address, context),
        "Observation" => AssessmentSteps.Observation(resource, address, context),
        "RiskAssessment" => AssessmentSteps.Risk(resource, address, context),
        "ClinicalImpression" => AssessmentSteps.Impression(resource, address, context),
        "QuestionnaireResponse" => AssessmentSteps.Form(resource, address, context),
        "ServiceRequest" => ReferralSteps.Read(resource, address, context),
        "Appointment" => ReferralSteps.Appointment(resource, address, context),
        "Procedure" => CoercionSteps.Procedure(resource, address, context),
        "MedicationAdministration" => CoercionSteps.Medication(resource, address, context),
        "CareTeam" => CoercionSteps.Adviser(resource, address, context),
        "Task" when resource.Root.Child("code").CodeOf(Guide.Codes("complaint-instance")) is not null => CoercionSteps.Complaint(resource, address, context),
        "Task" => OtherSteps.FollowUp(resource, address, context),
        "CarePlan" => OtherSteps.Plan(resource, address, context),
        "Communication" => OtherSteps.Message(resource, address, context),
        "Consent" => OtherSteps.Consent(resource, address, context),
        "DetectedIssue" => OtherSteps.Alert(resource, address, context),
        _ => null,
    };

    // A call without a person is here because a call of this person followed it; one about somebody else is not this person's.
    private static bool IsAbout(ResourceDocument resource, HashSet<string> persons)
    {
        var root = resource.Root;
        var person = root.ReferenceIn("subject") ?? root.ReferenceIn("patient") ?? root.ReferenceIn("for");
        return resource.Type.Name == "Appointment" || (person is null ? resource.Type.Name == "Encounter" : persons.Contains(Local(person)));
    }

    // A reference by url names the same person as the relative one (R4 references 2.3.0.1).
    private static string Local(string reference) =>
        reference.StartsWith("http", StringComparison.Ordinal) && reference.LastIndexOf("/Patient/", StringComparison.Ordinal) is >= 0 and var at ? reference[(at + 1)..] : reference;

    private static bool IsWithin(PathwayStep step, DateTimeOffset? from, DateTimeOffset? to) =>
        (from is not { } first || step.IsOpen || (step.End ?? step.Start) >= first) && (to is not { } after || step.Start < after);

    // At the same moment: what contains before what is contained, then by kind as a reader expects, then by address so that the order is always the same.
    private static int Compare(PathwayStep left, PathwayStep right)
    {
        var order = left.Start.CompareTo(right.Start);
        if (order != 0)
        {
            return order;
        }

        order = Rank(left).CompareTo(Rank(right));
        return order != 0 ? order : string.CompareOrdinal(left.Address, right.Address);
    }

    private static int Rank(PathwayStep step)
    {
        for (var rank = 0; rank < StepKind.All.Count; rank++)
        {
            if (StepKind.All[rank] == step.Kind)
            {
                // The drug stands behind the measure in which it was given.
                return (rank * 2) + (step.Resource.Type.Name == "MedicationAdministration" ? 1 : 0);
            }
        }

        return StepKind.All.Count * 2;
    }

    private static void Connect(List<PathwayStep> steps)
    {
        var places = new Dictionary<string, int>(steps.Count, StringComparer.Ordinal);
        for (var index = 0; index < steps.Count; index++)
        {
            places[steps[index].Address] = index;
        }

        var ledTo = new List<string>?[steps.Count];
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var sources = step.CameFrom.Where(address => address != step.Address && places.ContainsKey(address)).Distinct(StringComparer.Ordinal).ToList();
            steps[index] = step with { CameFrom = sources };
            foreach (var source in sources)
            {
                (ledTo[places[source]] ??= []).Add(step.Address);
            }
        }

        for (var index = 0; index < steps.Count; index++)
        {
            if (ledTo[index] is { } followers)
            {
                steps[index] = steps[index] with { LedTo = followers };
            }
        }
    }
}

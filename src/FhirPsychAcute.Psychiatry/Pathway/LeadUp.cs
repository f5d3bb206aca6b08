using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>The path up to one detention.</summary>
/// <param name="Detention">The detention.</param>
/// <param name="From">Where the window begins.</param>
/// <param name="Days">Length of the window in days, by the rule.</param>
/// <param name="Rule">The row of <c>pathway.csv</c> that says how far back.</param>
/// <param name="Steps">What happened in the window before the detention, oldest first.</param>
public sealed record LeadUp(PathwayStep Detention, DateTimeOffset From, int Days, RuleRow Rule, IReadOnlyList<PathwayStep> Steps)
{
    /// <summary>The steps in numbers.</summary>
    public PathwaySummary Summary { get; } = PathwaySummary.Of([.. Steps, Detention]);

    /// <summary>Steps that stand out: refused, lost, unanswered.</summary>
    public IEnumerable<PathwayStep> StandingOut => Steps.Where(static step => step.Remarks.Count > 0);

    internal static IReadOnlyList<LeadUp> Of(List<PathwayStep> steps, RuleFolder rules)
    {
        var rows = rules.Read("pathway").Where(static row => row.Text("rule") == "lead-up").ToList();
        var leadUps = new List<LeadUp>();
        foreach (var detention in steps.Where(static step => step is { Kind: StepKind.Detention }))
        {
            // Who is asked about a day before the first row is shown the window of the first row: the window is a way of looking, not a rule of law.
            var row = rows.Find(row => row.IsValidOn(DanishTime.Day(detention.Start))) ?? rows.FirstOrDefault();
            if (row?.Number("at") is not { } days || days is < 0 or > 36_500)
            {
                throw (row ?? throw new RuleException("pathway.csv has no row 'lead-up'.")).Fault("'at' is no number of days");
            }

            var from = detention.Start - DateTimeOffset.MinValue > TimeSpan.FromDays((double)days) ? detention.Start.AddDays(-(double)days) : DateTimeOffset.MinValue;
            leadUps.Add(new LeadUp(detention, from, (int)days, row,
                [.. steps.Where(step => step.Start < detention.Start && (step.End ?? (step.IsOpen ? detention.Start : step.Start)) >= from && step.Address != detention.Address)]));
        }

        return leadUps;
    }
}

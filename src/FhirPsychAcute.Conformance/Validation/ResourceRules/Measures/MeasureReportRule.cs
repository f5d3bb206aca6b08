using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;

/// <summary>A report answers the groups, populations and scoring of its measure (http://hl7.org/fhir/R4/measurereport.html).</summary>
internal sealed class MeasureReportRule : ResourceRule
{
    private const string Measure = "http://hl7.org/fhir/R4/measurereport-definitions.html#MeasureReport.measure";
    private const string Group = "http://hl7.org/fhir/R4/measurereport-definitions.html#MeasureReport.group";
    private const string Population = "http://hl7.org/fhir/R4/measurereport-definitions.html#MeasureReport.group.population";
    private const string Subjects = "http://hl7.org/fhir/R4/measurereport-definitions.html#MeasureReport.group.population.subjectResults";

    public override string ResourceType => "MeasureReport";

    public override void Check(Element resource, ValidationRun run)
    {
        if (resource.Child("measure") is not { HasValue: true } link)
        {
            return;
        }

        var measure = FindMeasure(resource, link.Value!, run);
        if (!measure.Exists)
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, link, "measurereport.measure-unknown", Measure, link.Value!);
            return;
        }

        // A data-collection report carries no groups: what it gives is evaluated elsewhere.
        var type = resource.ChildValue("type");
        if (type == "data-collection")
        {
            if (resource.Child("group") is { Exists: true } group)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, group, "measurereport.data-collection-group", Group);
            }

            return;
        }

        CheckGroups(resource, measure, run);
    }

    private static Element FindMeasure(Element report, string canonical, ValidationRun run)
    {
        if (canonical.StartsWith('#'))
        {
            foreach (var contained in report.ChildrenNamed("contained"))
            {
                if (contained.ChildValue("id") == canonical[1..] && contained.Type.Name == "Measure")
                {
                    return contained;
                }
            }

            return default;
        }

        return run.Scope.TryResolve(canonical, out var definition) && definition.ResourceType == "Measure" ? definition.Document.Root : default;
    }

    private static void CheckGroups(Element report, Element measure, ValidationRun run)
    {
        var groups = report.ChildrenNamed("group").ToList();
        var defined = measure.ChildrenNamed("group").ToList();
        if (groups.Count == 1 && defined.Count == 1)
        {
            // The only group may be anonymous; where both have a code, it is the same.
            if (groups[0].Child("code") is { Exists: true } code && defined[0].Child("code") is { Exists: true } expected && !CodeMatch.Matches(code, expected))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, groups[0], "measurereport.group-wrong-code", Group, CodeMatch.Text(expected));
            }

            CheckGroup(report, groups[0], measure, defined[0], run);
            return;
        }

        var answered = new HashSet<int>();
        foreach (var group in groups)
        {
            var code = group.Child("code");
            if (!code.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.group-without-code", Group);
                continue;
            }

            var match = CodeMatch.Find(defined, code);
            if (!match.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.group-unknown", Group, CodeMatch.Text(code));
            }
            else if (!answered.Add(match.Index))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.group-twice", Group, CodeMatch.Text(code));
            }
            else
            {
                CheckGroup(report, group, measure, match, run);
            }
        }

        foreach (var group in defined)
        {
            if (!answered.Contains(group.Index))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, report, "measurereport.group-missing", Group, CodeMatch.Text(group.Child("code")));
            }
        }
    }

    private static void CheckGroup(Element report, Element group, Element measure, Element definition, ValidationRun run)
    {
        CheckPopulations(report, group, definition, run);
        MeasureScore.Check(report, group, measure, run);
    }

    private static void CheckPopulations(Element report, Element group, Element definition, ValidationRun run)
    {
        var populations = group.ChildrenNamed("population").ToList();
        var defined = definition.ChildrenNamed("population").ToList();
        if (populations.Count == 1 && defined.Count == 1)
        {
            if (populations[0].Child("code") is { Exists: true } only && defined[0].Child("code") is { Exists: true } expected && !CodeMatch.Matches(only, expected))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, populations[0], "measurereport.population-wrong-code", Population, CodeMatch.Text(expected));
            }

            CheckSubjects(report, populations[0], run);
            return;
        }

        var answered = new HashSet<int>();
        foreach (var population in populations)
        {
            var code = population.Child("code");
            var match = code.Exists ? CodeMatch.Find(defined, code) : default;
            if (!code.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, population, "measurereport.population-without-code", Population);
            }
            else if (!match.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, population, "measurereport.population-unknown", Population, CodeMatch.Text(code));
            }
            else if (!answered.Add(match.Index))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, population, "measurereport.population-twice", Population, CodeMatch.Text(code));
            }
            else
            {
                CheckSubjects(report, population, run);
            }
        }

        foreach (var population in defined)
        {
            if (!answered.Contains(population.Index) && !IsObservation(population))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.population-missing", Population, CodeMatch.Text(population.Child("code")));
            }
        }
    }

    // Observations are the values that are aggregated; they are not counted in the report.
    private static bool IsObservation(Element population)
    {
        var code = population.Child("code");
        foreach (var coding in code.Exists ? code.ChildrenNamed("coding").ToList() : [])
        {
            if (coding.ChildValue("code") == "measure-observation")
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckSubjects(Element report, Element population, ValidationRun run)
    {
        var subjects = population.Child("subjectResults");
        var count = population.Child("count");
        if (report.ChildValue("type") != "subject-list")
        {
            if (subjects.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, population, "measurereport.subjects-not-allowed", Subjects);
            }

            if (!count.Exists)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, population, "measurereport.count-missing", Population);
            }

            return;
        }

        if (count.Exists && count.TryGetInt32(out var number))
        {
            var named = CountSubjects(report, subjects);
            if (named != number)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, population, "measurereport.count-mismatch", Subjects,
                    number.ToString(System.Globalization.CultureInfo.InvariantCulture), named.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    // subjectResults refers to a List; one that is at hand is counted, any other reference is one result.
    private static int CountSubjects(Element report, Element subjects)
    {
        if (!subjects.Exists)
        {
            return 0;
        }

        if (subjects.ChildValue("reference") is ['#', ..] local)
        {
            foreach (var contained in report.ChildrenNamed("contained"))
            {
                if (contained.Type.Name == "List" && contained.ChildValue("id") == local[1..])
                {
                    return contained.ChildrenNamed("entry").Count();
                }
            }
        }

        return 1;
    }
}

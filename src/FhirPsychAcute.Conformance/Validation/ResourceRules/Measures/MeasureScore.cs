using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;

/// <summary>A group's score is there and of the kind that Measure.scoring asks for (http://hl7.org/fhir/R4/measure-definitions.html#Measure.scoring).</summary>
internal static class MeasureScore
{
    private const string Source = "http://hl7.org/fhir/R4/measurereport-definitions.html#MeasureReport.group.measureScore";

    public static void Check(Element report, Element group, Element measure, ValidationRun run)
    {
        var scoring = Scoring(measure);
        var score = group.Child("measureScore");
        switch (scoring)
        {
            case "cohort" when score.Exists:
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.score-of-cohort", Source);
                return;
            case "proportion" or "ratio" or "continuous-variable":
                if (!score.Exists)
                {
                    if (report.ChildValue("status") == "complete")
                    {
                        run.Report(IssueSeverity.Error, IssueCode.BusinessRule, group, "measurereport.score-missing", Source, scoring);
                    }

                    return;
                }

                if (scoring == "proportion")
                {
                    CheckProportion(score, run);
                }

                return;
        }
    }

    private static void CheckProportion(Element score, ValidationRun run)
    {
        if (score.Child("value") is not { Exists: true } value || !value.TryGetDecimal(out var number))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, score, "measurereport.score-without-value", Source);
        }
        else if (number < 0 || number > (score.ChildValue("code") == "%" || score.ChildValue("unit") == "%" ? 100 : 1))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, score, "measurereport.score-out-of-range", Source);
        }
    }

    private static string? Scoring(Element measure)
    {
        var scoring = measure.Child("scoring");
        foreach (var coding in scoring.Exists ? scoring.ChildrenNamed("coding").ToList() : [])
        {
            if (coding.ChildValue("system") == "http://terminology.hl7.org/CodeSystem/measure-scoring")
            {
                return coding.ChildValue("code");
            }
        }

        return null;
    }
}

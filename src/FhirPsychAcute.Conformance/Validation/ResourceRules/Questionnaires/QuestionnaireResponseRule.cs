using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Answers fit the Questionnaire that they answer (http://hl7.org/fhir/R4/questionnaireresponse.html#notes).</summary>
internal sealed class QuestionnaireResponseRule : ResourceRule
{
    private const string Section = "http://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.questionnaire";

    /// <inheritdoc/>
    public override string ResourceType => "QuestionnaireResponse";

    /// <inheritdoc/>
    public override void Check(Element resource, ValidationRun run)
    {
        if (resource.ChildValue("questionnaire") is not { } canonical)
        {
            run.Report(IssueSeverity.Information, IssueCode.Required, resource, "questionnaire.none", Section);
            return;
        }

        if (FormSource.Find(resource, canonical, run) is not { } form)
        {
            run.Report(ExampleDomains.Holds(canonical) ? IssueSeverity.Information : IssueSeverity.Warning, IssueCode.Required, resource, "questionnaire.not-found", Section, canonical);
            return;
        }

        CheckAuthored(resource, form, run);
        new ResponseCheck(form, resource, run).Check();
    }

    private static void CheckAuthored(Element response, Form form, ValidationRun run)
    {
        var authored = response.Child("authored");
        var period = form.Questionnaire.Child("effectivePeriod");
        if (!authored.HasValue || !period.Exists)
        {
            return;
        }

        if (period.ChildValue("end") is { } end && AnswerOrder.Compare(authored.Value!, end) > 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, authored, "questionnaire.authored-after", Section, authored.Value!, end);
        }

        if (period.ChildValue("start") is { } start && AnswerOrder.Compare(authored.Value!, start) < 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, authored, "questionnaire.authored-before", Section, authored.Value!, start);
        }
    }
}

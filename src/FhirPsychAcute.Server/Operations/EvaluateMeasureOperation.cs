using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Psychiatry.Indicators;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Measure/$evaluate-measure</c> and <c>Measure/[id]/$evaluate-measure</c>: the guide's measures over what is stored
/// (http://hl7.org/fhir/R4/measure-operation-evaluate-measure.html). The guide's measures need not be stored.
/// </summary>
internal static class EvaluateMeasureOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var own = request.Route.Id is { } id ? IndicatorMeasure.Find("Measure/" + id) : null;
        var call = await OperationCall.ReadAsync(service, request, cancellationToken, readsInstance: own is null);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var input = call.Value;
        var asked = Measure(input, own);
        if (!asked.IsSuccess)
        {
            return Answer.Refusal(asked.Error);
        }

        var question = await QuestionAsync(service, input, asked.Value, cancellationToken);
        return question.IsSuccess
            ? Answer.Unstored(await asked.Value.EvaluateAsync(new StoredIndicatorSource(service), question.Value, request.Language, cancellationToken), null)
            : Answer.Refusal(question.Error);
    }

    private static Result<IndicatorMeasure> Measure(OperationInput input, IndicatorMeasure? own)
    {
        var name = own?.Canonical ?? input.Instance?.Root.ChildValue("url") ?? input.Text("measure");
        if (name is null)
        {
            return Wrong("measure", IssueCode.Required, input.Instance is null ? "measure-missing" : "measure-no-url", Known());
        }

        return IndicatorMeasure.Find(name) is { } measure
            ? new Result<IndicatorMeasure>(measure)
            : FhirError.At("measure", StatusCodes.Status422UnprocessableEntity, IssueCode.NotSupported, "measure-unknown", name, Known());
    }

    private static async ValueTask<Result<IndicatorQuestion>> QuestionAsync(FhirService service, OperationInput input, IndicatorMeasure measure, CancellationToken cancellationToken)
    {
        foreach (var name in (IEnumerable<string>)["periodStart", "periodEnd"])
        {
            if (input.Text(name) is not { } text)
            {
                return Wrong(name, IssueCode.Required, "parameter-missing", name);
            }

            if (IndicatorPeriod.Parse(text, text) is null)
            {
                return Wrong(name, IssueCode.Value, "period-malformed", name, text);
            }
        }

        if (IndicatorPeriod.Parse(input.Text("periodStart")!, input.Text("periodEnd")!) is not { } period)
        {
            return Wrong("periodEnd", IssueCode.Value, "period-backwards", input.Text("periodStart")!, input.Text("periodEnd")!);
        }

        foreach (var name in (IEnumerable<string>)["practitioner", "lastReceivedOn"])
        {
            if (input.Text(name) is not null)
            {
                return Wrong(name, IssueCode.NotSupported, "parameter-unsupported", name);
            }
        }

        var at = service.Clock.GetUtcNow();
        if (input.Text("at") is { } asOf)
        {
            if (IndicatorPeriod.Parse(asOf, asOf) is not { } moment)
            {
                return Wrong("at", IssueCode.Value, "period-malformed", "at", asOf);
            }

            at = moment.Start;
        }

        if (input.Text("reportType") is { } type && type is not ("population" or "summary"))
        {
            return Wrong("reportType", IssueCode.NotSupported, "report-type-unsupported", type);
        }

        if (input.Texts("stratifier").FirstOrDefault(code => !measure.HasStratifier(code)) is { } stratifier)
        {
            return Wrong("stratifier", IssueCode.Value, "stratifier-unknown", stratifier, string.Join(", ", measure.StratifierCodes));
        }

        string? organization = null;
        if (input.Text("subject") is { } subject)
        {
            if (!subject.StartsWith("Organization/", StringComparison.Ordinal))
            {
                return Wrong("subject", IssueCode.NotSupported, "subject-unsupported", subject);
            }

            if (await service.Gather.ReadAsync(subject, cancellationToken) is null)
            {
                return Wrong("subject", IssueCode.NotFound, "resource-unknown", subject);
            }

            organization = subject;
        }

        return new IndicatorQuestion
        {
            Period = period,
            Rules = service.Rules,
            At = at,
            Organization = organization,
            Stratifiers = [.. input.Texts("stratifier")],
            ShowsSmallCounts = service.Options.ShowSmallCells,
        };
    }

    private static string Known() => string.Join(", ", IndicatorMeasure.All.Select(static measure => measure.Canonical));

    private static FhirError Wrong(string parameter, string code, string text, params object[] arguments) =>
        FhirError.At(parameter, StatusCodes.Status400BadRequest, code, text, arguments);
}

using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Indicators.Reporting;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Experience;

/// <summary>The indicators of experienced quality (S1:5659-5669): completed answers to psychacute-experience, anonymous ones included, so they are divided by what they are about only.</summary>
internal sealed class ExperienceMeasure : IndicatorMeasure
{
    private static readonly string Questionnaire = Guide.Canonical + "/Questionnaire/psychacute-experience";
    private static readonly string[] Contacts = ["call", "stay", "admission"];

    private static readonly Stratifier<ExperienceFact>[] Stratifiers = [new(new Dimension<ExperienceFact>("contact", static answer => answer.Contact))];

    private static readonly GroupDefinition<ExperienceTally>[] Groups =
    [
        GroupDefinition<ExperienceTally>.Counting("responses", new("responses", static tally => tally.Responses)),
        .. Question("listened", 0), .. Question("safe", 1), .. Question("helped", 2),
    ];

    /// <inheritdoc/>
    public override string Id => "psychacute-experienced-quality";

    /// <inheritdoc/>
    public override IReadOnlyList<string> StratifierCodes { get; } = [.. Stratifiers.Select(static stratifier => stratifier.Code)];

    /// <inheritdoc/>
    internal override async Task<MeasureFigures> CountAsync(IIndicatorSource source, IndicatorQuestion question, CancellationToken cancellationToken)
    {
        // An anonymous answer names no contact: of one organisation only those can be counted that do, and those would be few and known.
        var counted = new Tabulation<ExperienceFact, ExperienceTally>(Stratifiers);
        if (question.Organization is null)
        {
            await source.ScanAsync(
                new Gathering("QuestionnaireResponse", [("questionnaire", Questionnaire), .. question.Period.Search("authored")]),
                static () => new Tabulation<ExperienceFact, ExperienceTally>(Stratifiers),
                (part, response) =>
                {
                    if (Read(response, question) is { } answer)
                    {
                        part.Add(answer);
                    }
                },
                counted.Merge,
                cancellationToken);
        }

        var (groups, sums) = new FiguresBuilder<ExperienceFact, ExperienceTally>(counted, Groups, []).Build();
        return new MeasureFigures(Canonical, groups, sums, question.Organization is null ? [] : [Coercion.Rates.Remark("indicators.experience-organization")]);
    }

    private static ExperienceFact? Read(ResourceDocument response, IndicatorQuestion question)
    {
        var root = response.Root;
        if (root.ChildValue("questionnaire") is not { } questionnaire || questionnaire.Split('|')[0] != Questionnaire
            || root.ChildValue("status") is not ("completed" or "amended") || root.TimeIn("authored") is not { } authored || !question.Counts(authored))
        {
            return null;
        }

        var steps = new int[ExperienceTally.Questions.Length];
        var contact = Codes.Unknown;
        foreach (var item in root.ChildrenNamed("item"))
        {
            var link = item.ChildValue("linkId");
            if (item.Child("answer") is not { Exists: true } answer || answer.Child("value") is not { Exists: true } value)
            {
                continue;
            }

            if (link == "kontakt" && value.Value is { } text)
            {
                contact = Array.Find(Contacts, code => GuideTerms.Display(Codes.Stratum, code) == text) ?? Codes.Unknown;
            }
            else if (link is not null && ExperienceTally.Questions.IndexOf(link) is >= 0 and var number && value.CodeOf(Codes.ExperienceAnswer) is { } step)
            {
                steps[number] = ExperienceTally.Steps.IndexOf(step) + 1;
            }
        }

        return new ExperienceFact(contact, steps);
    }

    private static IEnumerable<GroupDefinition<ExperienceTally>> Question(string code, int number)
    {
        var answers = new Variable<ExperienceTally>(code, tally => tally.Answers(number));
        yield return GroupDefinition<ExperienceTally>.Measuring(code, answers, tally => new Score(tally.Mean(number), "point", "{score}"));
        yield return GroupDefinition<ExperienceTally>.Share(code + "-high", new(code + "-high", tally => tally.High(number)), answers);
    }
}

using System.Collections.Immutable;
using FhirPsychAcute.Psychiatry.Indicators.Figures;

namespace FhirPsychAcute.Psychiatry.Indicators.Experience;

/// <summary>One person's answers.</summary>
/// <param name="Contact">What they are about.</param>
/// <param name="Steps">Of each question of <see cref="ExperienceTally.Questions"/> the step from 1, 0 where it was not answered.</param>
internal sealed record ExperienceFact(string Contact, IReadOnlyList<int> Steps);

/// <summary>How often each step was answered.</summary>
internal sealed class ExperienceTally : ITally<ExperienceFact, ExperienceTally>
{
    /// <summary>Questions by their linkId.</summary>
    public static readonly ImmutableArray<string> Questions = ["lyttet", "tryg", "hjulpet"];

    /// <summary>The steps of psychacute-experience-answer, from 1.</summary>
    public static readonly ImmutableArray<string> Steps = ["slet-ikke", "i-mindre-grad", "i-nogen-grad", "i-hoej-grad", "i-meget-hoej-grad"];

    private const int HighFrom = 4;

    private readonly long[,] counts = new long[Questions.Length, Steps.Length + 1];

    public long Responses { get; private set; }

    /// <summary>How many answered a question.</summary>
    public long Answers(int question) => Sum(question, 1);

    /// <summary>How many answered with one of the two highest steps.</summary>
    public long High(int question) => Sum(question, HighFrom);

    /// <summary>Mean of the steps with two decimals; null when nobody answered.</summary>
    public decimal? Mean(int question)
    {
        var sum = 0L;
        for (var step = 1; step <= Steps.Length; step++)
        {
            sum += step * counts[question, step];
        }

        return Answers(question) is > 0 and var answers ? Math.Round(sum / (decimal)answers, 2, MidpointRounding.AwayFromZero) : null;
    }

    public void Add(ExperienceFact fact)
    {
        Responses++;
        for (var question = 0; question < Questions.Length; question++)
        {
            counts[question, fact.Steps[question]]++;
        }
    }

    public void Merge(ExperienceTally other)
    {
        Responses += other.Responses;
        for (var question = 0; question < Questions.Length; question++)
        {
            for (var step = 0; step <= Steps.Length; step++)
            {
                counts[question, step] += other.counts[question, step];
            }
        }
    }

    private long Sum(int question, int from)
    {
        var sum = 0L;
        for (var step = from; step <= Steps.Length; step++)
        {
            sum += counts[question, step];
        }

        return sum;
    }
}

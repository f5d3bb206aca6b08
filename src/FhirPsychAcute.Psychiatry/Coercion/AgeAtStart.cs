using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>
/// A person's age in whole years on a day, as far as a date of birth of any precision tells it: born in 2011, the person is 14 or 15. Who was born on 29 February is a year older on
/// 1 March where the year has no such day.
/// </summary>
/// <param name="Least">The lowest that it can be.</param>
/// <param name="Most">The highest that it can be.</param>
public readonly record struct AgeAtStart(int Least, int Most)
{
    /// <summary>The age; null when the date of birth leaves two.</summary>
    public int? Years => Least == Most ? Least : null;

    /// <summary>The age on a day; null when no date of birth is known, or it lies after the day.</summary>
    /// <param name="birth">All that the date of birth covers.</param>
    /// <param name="day">The day.</param>
    public static AgeAtStart? On(DateRange? birth, DateOnly day)
    {
        if (birth is not { } born || DanishTime.Day(born.From) > day)
        {
            return null;
        }

        var last = DanishTime.Day(born.To.AddTicks(-1));
        return new AgeAtStart(last > day ? 0 : WholeYears(last, day), WholeYears(DanishTime.Day(born.From), day));
    }

    /// <summary>Whether the person is under an age; null when it cannot be told.</summary>
    public bool? IsUnder(int age) => Most < age ? true : Least >= age ? false : null;

    /// <summary>Whether a person of unknown or known age is under that of a rule; null when it cannot be told.</summary>
    internal static bool? IsUnder(AgeAtStart? age, TimeSpanOfLaw limit) => age?.IsUnder(limit.Unit == "a" ? limit.Count : 0);

    private static int WholeYears(DateOnly born, DateOnly day) =>
        day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}

using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>One public holiday, a row of <c>holidays.csv</c>.</summary>
public sealed class Holiday
{
    // Before the Gregorian calendar there is no date of Easter to be computed.
    private const int FirstYear = 1583;

    private readonly RuleRow row;
    private readonly int? month;
    private readonly int offset;
    private readonly int dayOfMonth;

    internal Holiday(RuleRow row)
    {
        this.row = row;
        offset = (int)(row.Number("offset_days") ?? 0);
        if (row.Text("anchor") != "easter")
        {
            // A leap year, so that 29 February may be an anchor.
            if (!DateOnly.TryParseExact("2000-" + row.Text("anchor"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var anchor))
            {
                throw row.Fault($"'{row.Text("anchor")}' in column 'anchor' is neither 'easter' nor a day (MM-DD)");
            }

            (month, dayOfMonth) = (anchor.Month, anchor.Day);
        }
    }

    /// <summary>Code of the row: <c>good-friday</c>.</summary>
    public string Code => row.Text("holiday");

    /// <summary>Its name.</summary>
    public TranslatedText Name => row.Sentence;

    /// <summary>Whether a text that was read says that it is no working day for those who decide.</summary>
    public bool IsVerified => row.IsVerified;

    /// <summary>The day on which it falls in a year; null where there is none that year.</summary>
    public DateOnly? In(int year)
    {
        if (year < FirstYear)
        {
            return null;
        }

        var anchor = month is not { } known ? Easter.Of(year) : dayOfMonth <= DateTime.DaysInMonth(year, known) ? new DateOnly(year, known, dayOfMonth) : (DateOnly?)null;
        return anchor?.AddDays(offset) is { } day && row.IsValidOn(day) ? day : null;
    }
}

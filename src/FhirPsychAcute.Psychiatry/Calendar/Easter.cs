namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>Easter Day of the Gregorian calendar, from which the movable Danish holidays are counted.</summary>
public static class Easter
{
    /// <summary>The Sunday after the first full moon of the church on or after 21 March, by the computus of Meeus, Jones and Butcher.</summary>
    /// <param name="year">1583 to 9999.</param>
    public static DateOnly Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var moon = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - moon - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * sunday)) / 451;
        var (month, day) = Math.DivRem(moon + sunday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}

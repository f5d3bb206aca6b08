namespace FhirPsychAcute.FhirPath;

/// <summary>How far a date, date-time or time is given; the number is the count of digits that <c>precision()</c> gives for dates and date-times.</summary>
public enum DateTimePrecision : byte
{
    /// <summary>Year.</summary>
    Year = 4,
    /// <summary>Month.</summary>
    Month = 6,
    /// <summary>Day.</summary>
    Day = 8,
    /// <summary>Hour.</summary>
    Hour = 10,
    /// <summary>Minute.</summary>
    Minute = 12,
    /// <summary>Second, without a fraction.</summary>
    Second = 14,
    /// <summary>Second with a fraction of any length.</summary>
    Fraction = 17,
}

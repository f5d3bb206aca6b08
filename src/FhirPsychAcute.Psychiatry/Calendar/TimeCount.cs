namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>How a time limit is counted (column <c>calendar</c> of the rule tables).</summary>
public enum TimeCount : byte
{
    /// <summary>Elapsed time: 10 hours are 10 hours in the nights in which the clock is changed too.</summary>
    Clock,

    /// <summary>Due before midnight, Danish time, of the day so much later.</summary>
    CalendarDays,

    /// <summary>Due before midnight of the last of so many working days.</summary>
    WorkingDays,
}

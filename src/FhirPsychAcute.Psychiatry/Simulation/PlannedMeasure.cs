namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>One episode to come.</summary>
/// <param name="Measure">Code of psychacute-coercion-measure.</param>
/// <param name="Reason">Code of psychacute-coercion-reason.</param>
/// <param name="Band">Band that its duration is drawn from; empty for a single dose.</param>
internal readonly record struct PlannedMeasure(string Measure, string Reason, string Band);

/// <summary>A person who is admitted in the year, once, and what happens then.</summary>
internal sealed class Inpatient(int number, int person, bool isChild)
{
    /// <summary>Number among the inpatients.</summary>
    public int Number { get; } = number;

    /// <summary>Number in the register of people.</summary>
    public int Person { get; } = person;

    /// <summary>Whether the person is under 18 all year; otherwise 18 or older all year.</summary>
    public bool IsChild { get; } = isChild;

    /// <summary>Measures, in the order in which they happen.</summary>
    public List<PlannedMeasure> Measures { get; } = [];

    /// <summary>Code of the deprivation of liberty; null when the person is admitted voluntarily.</summary>
    public string? Detention { get; set; }
}

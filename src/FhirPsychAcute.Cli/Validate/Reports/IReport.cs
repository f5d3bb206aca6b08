namespace FhirPsychAcute.Cli;

/// <summary>
/// A form of the report. It is written as the work goes on: what one resource adds is made on any thread, the pieces are written in the order of the input.
/// </summary>
internal interface IReport
{
    /// <summary>Writes what comes first.</summary>
    void Begin(TextWriter output);

    /// <summary>Makes the piece of one resource; safe for any number of threads.</summary>
    string Render(CheckedSource source);

    /// <summary>Writes the piece of one resource.</summary>
    void Write(TextWriter output, CheckedSource source, string piece);

    /// <summary>Writes what comes last.</summary>
    void End(TextWriter output, ValidateTotals totals);
}
